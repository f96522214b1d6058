// Drags a stop to another place or round. Before it is dropped one small request tells what it would cost there; without
// a mouse the link at each stop does the same.
(function () {
  'use strict';
  const board = document.getElementById('board'), told = document.getElementById('board-cost');
  if (!board) return;
  let dragged = null, asked = '', pending = null;

  function show(text, faults, bad) {
    told.replaceChildren();
    const line = document.createElement('strong');
    line.textContent = text;
    told.append(line);
    if (faults) { const more = document.createElement('span'); more.textContent = ' ' + faults; told.append(more); }
    told.classList.toggle('board-bad', Boolean(bad));
    told.hidden = false;
  }

  // Where among the stops, the dragged one not counted.
  function placeIn(list, y) {
    const others = Array.from(list.children).filter(function (stop) { return stop !== dragged; });
    const after = others.findIndex(function (stop) { const box = stop.getBoundingClientRect(); return y < box.top + box.height / 2; });
    return { place: after < 0 ? others.length : after, before: after < 0 ? null : others[after] };
  }

  function move(list, place) {
    const from = dragged.closest('[data-round]');
    return { stop: dragged.dataset.stop, from: from.dataset.round, fromVersion: from.dataset.version, to: list.dataset.round, toVersion: list.dataset.version, place: String(place) };
  }

  function ask(list, place) {
    const wanted = new URLSearchParams(move(list, place)).toString();
    if (wanted === asked) return;
    asked = wanted;
    if (pending) pending.abort();
    pending = new AbortController();
    fetch('/api/v1/rounds/move-cost?' + wanted, { headers: { Accept: 'application/json' }, signal: pending.signal }).then(function (answer) {
      return answer.json().then(function (cost) {
        if (asked !== wanted) return;
        if (answer.ok) show(cost.text, cost.faults || board.dataset.sound, !cost.sound); else show(cost.detail || board.dataset.failed, '', true);
      });
    }).catch(function (error) { if (error.name !== 'AbortError') show(board.dataset.failed, '', true); });
  }

  board.addEventListener('dragstart', function (event) {
    dragged = event.target.closest('[data-stop]');
    if (!dragged) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.stop);
    dragged.classList.add('board-dragged');
  });
  board.addEventListener('dragover', function (event) {
    const column = event.target.closest('.board-round'), list = column && column.querySelector('[data-open]');
    if (!dragged || !list) return;
    event.preventDefault();
    const spot = placeIn(list, event.clientY);
    board.querySelectorAll('.board-before, .board-end').forEach(function (one) { one.classList.remove('board-before', 'board-end'); });
    if (spot.before) spot.before.classList.add('board-before'); else list.classList.add('board-end');
    ask(list, spot.place);
  });
  function clear() {
    board.querySelectorAll('.board-before, .board-end, .board-dragged').forEach(function (one) { one.classList.remove('board-before', 'board-end', 'board-dragged'); });
    dragged = null;
    asked = '';
    if (pending) pending.abort();
  }
  board.addEventListener('dragend', function () { if (dragged) { clear(); told.hidden = true; } });
  board.addEventListener('drop', function (event) {
    const column = event.target.closest('.board-round'), list = column && column.querySelector('[data-open]');
    if (!dragged || !list) return;
    event.preventDefault();
    const body = JSON.stringify(move(list, placeIn(list, event.clientY).place));
    clear();
    fetch('/api/v1/rounds/moves', { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': board.dataset.token }, body: body }).then(function (answer) {
      if (answer.ok) { window.location.reload(); return null; }
      return answer.json().then(function (problem) { show(problem.detail || board.dataset.failed, '', true); });
    }).catch(function () { show(board.dataset.failed, '', true); });
  });
})();
