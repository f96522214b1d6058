// The driver's page: rounds, stops, what is scanned there. Everything is drawn from what the phone keeps.
(function () {
  'use strict';
  const root = document.getElementById('drive');
  if (!root) return;
  const store = window.DriveStore, outbox = window.DriveOutbox, camera = window.DriveCamera, view = window.DriveView;
  const say = view.say, el = view.el, button = view.button;
  const place = document.getElementById('drive-body');
  const at = { round: null, stop: null, loading: false, ticked: new Set(), message: null, photo: null };
  const TYPED = ['drive-code', 'drive-name', 'drive-proof', 'drive-reason'];
  const REASONS = ['absent', 'refused', 'damaged', 'closed', 'road', 'other'];
  let rounds = [], entries = [], shown = '';

  function mine(entry) { return entry.person === outbox.state.person; }
  function entry(round, kind, more) {
    return Object.assign({ id: crypto.randomUUID(), round: round.id, person: outbox.state.person, organisation: outbox.state.organisation, kind: kind, at: outbox.now(), state: 'WAITING' }, more);
  }
  function write(all, picture) {
    at.message = null;
    return outbox.write(all, picture).catch(function () { at.message = { kind: 'bad', text: say('storage.none') }; draw(); });
  }
  function go(where) { camera.stop(); Object.assign(at, { stop: null, loading: false, message: null, photo: null }, where); at.ticked.clear(); shown = ''; draw(false); window.scrollTo(0, 0); if (!at.loading) place.focus(); }

  function read() {
    return Promise.all([store.rounds(), store.outbox()]).then(function (both) {
      entries = both[1];
      rounds = both[0].map(function (round) { return view.overlaid(round, entries); });
      draw();
    });
  }

  // --- how things stand
  function drawState() {
    const waiting = entries.filter(function (one) { return one.state === 'WAITING' && mine(one); }).length;
    const others = entries.filter(function (one) { return one.state === 'WAITING' && !mine(one); }).length;
    const bar = document.getElementById('drive-state');
    bar.dataset.unsent = waiting;
    bar.replaceChildren(
      view.badge(outbox.state.reached ? say('online') : say('offline'), outbox.state.reached ? 'good' : 'warn'),
      view.badge(waiting ? say('unsent', waiting) : say('unsent.none'), waiting ? 'melon' : ''));
    if (waiting) bar.append(button(outbox.state.busy ? say('sending') : say('send'), outbox.sync, 'quiet', 'upload'));
    const notices = document.getElementById('drive-notices');
    notices.replaceChildren();
    if (outbox.state.signedOut)
      notices.append(view.notice('warn', [el('p', { text: say('signin') }), el('p', {}, el('a', { href: '/sign-in?next=/drive/', class: 'btn', text: say('signin') }))]));
    if (outbox.state.unpictured) notices.append(view.notice('warn', el('p', { text: say('photo.none') })));
    const own = entries.filter(function (one) { return one.state === 'WAITING' && mine(one); });
    const elsewhere = own.filter(function (one) { return one.organisation && one.organisation !== outbox.state.organisation; }).length;
    const held = own.filter(function (one) { return outbox.state.held.has(one.round); }).length;
    if (elsewhere) notices.append(view.notice('warn', el('p', { text: say('elsewhere', elsewhere) })));
    if (held) notices.append(view.notice('warn', el('p', { text: say('held', held) })));
    if (others) notices.append(view.notice('info', el('p', { text: say('others', others) })));
    const refused = entries.filter(function (one) { return one.state === 'REFUSED' && mine(one); });
    if (refused.length) notices.append(view.notice('bad', [el('h2', { text: say('refused', refused.length) }), el('p', { text: say('kept') }),
      el('ul', { class: 'plain drive-refused' }, refused.map(function (one) {
        return el('li', {}, el('p', {}, view.isolated(one.code || say('kind.' + one.kind, '')), ' ', el('span', { class: 'soft small', text: view.time(one.at) })), el('p', { text: one.why }),
          button(say('dismiss'), function () { store.forget([one.id]).then(read); }, 'quiet', 'cross'));
      }))]));
    if (at.message) notices.append(view.notice(at.message.kind, el('p', { text: at.message.text })));
  }

  // --- the list of rounds
  function drawRounds() {
    if (!rounds.length) return [el('div', { class: 'empty' }, el('h2', { text: say('none') }), el('p', { text: outbox.state.person ? say('none.text') : say('never') }))];
    return rounds.map(function (round) {
      const done = round.stops.filter(function (stop) { return stop.state !== 'PENDING'; }).length;
      return el('button', { type: 'button', class: 'card drive-round', 'data-round': round.id, on: { click: function () { go({ round: round.id }); } } },
        el('span', { class: 'drive-line' }, view.isolated(round.number, 'strong'), view.badge(say('state.' + round.state), round.state === 'DONE' ? 'good' : 'info')),
        el('span', {}, view.day(round.day) + ' · ', view.isolated(view.time(round.from) + '–' + view.time(round.to))),
        el('span', {}, view.isolated(round.depot.name)),
        el('span', { class: 'soft', text: say('stops.done', done, round.stops.length) }));
    });
  }

  function back(where) { return button(say('back'), function () { go(where); }, 'quiet', 'back'); }

  // --- one round
  function drawRound(round) {
    const open = round.stops.filter(function (stop) { return stop.state === 'PENDING'; });
    const loads = round.stops.flatMap(function (stop) { return stop.tasks; }).filter(function (task) { return task.kind === 'DELIVER'; });
    const acts = [];
    if (round.state === 'PLANNED') acts.push(button(say('start'), function () { write([entry(round, 'START')]); }, '', 'truck'));
    if (loads.some(function (task) { return !task.loaded && task.state === 'PENDING'; }) && round.state !== 'DONE')
      acts.push(button(say('load'), function () { go({ round: round.id, loading: true }); }, 'quiet', 'box'));
    if (round.state === 'DRIVING') acts.push(button(say('finish'), function () {
      if (open.length) { at.message = { kind: 'warn', text: say('finish.open', open.length) }; draw(); return; }
      write([entry(round, 'FINISH')]);
    }, open.length ? 'quiet' : '', 'check'));
    return [back({ round: null }), el('h2', { class: 'drive-line' }, view.isolated(round.number), view.badge(say('state.' + round.state), round.state === 'DONE' ? 'good' : 'info')), el('div', { class: 'drive-acts' }, acts),
      el('ol', { class: 'plain drive-stops' }, round.stops.map(function (stop, n) { return drawCard(round, stop, n); }))];
  }

  function drawCard(round, stop, n) {
    const todo = stop.tasks.filter(function (task) { return task.state === 'PENDING'; }).length;
    const facts = [el('p', { class: 'drive-line' }, el('span', { class: 'drive-place', text: n + 1 }), el('strong', {}, view.isolated(stop.place.name)), view.badge(say('stop.' + stop.state), stop.state === 'DONE' ? 'good' : stop.state === 'FAILED' ? 'bad' : ''))];
    if (stop.place.address) facts.push(el('p', {}, view.isolated(stop.place.address)));
    facts.push(el('p', { class: 'soft' }, say('planned', view.time(stop.plannedAt)), stop.opens ? ' · ' + say('window', view.time(stop.opens), view.time(stop.closes)) : ''));
    if (stop.state === 'PENDING') facts.push(el('div', { class: 'drive-acts' },
      stop.place.telephone ? view.link(say('call'), 'tel:' + stop.place.telephone.replace(/[^+\d]/g, ''), 'bell') : null,
      view.link(say('way'), 'geo:' + stop.place.latitude + ',' + stop.place.longitude + '?q=' + stop.place.latitude + ',' + stop.place.longitude + '(' + encodeURIComponent(stop.place.name) + ')', 'map'),
      button(say('stop.open', todo), function () { go({ round: round.id, stop: stop.id }); }, '', 'forward')));
    else if (stop.reason && stop.state === 'FAILED') facts.push(el('p', { class: 'soft' }, view.isolated(stop.reason)));
    return el('li', { class: 'card drive-stop drive-' + stop.state.toLowerCase(), 'data-stop': stop.id }, facts);
  }

  // --- reading codes
  // The screen that is drawn last takes what is read, also by a camera that was turned on before.
  let taking = function () {};
  function codeBox(take) {
    taking = take;
    const input = el('input', { id: 'drive-code', class: 'input', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', dir: 'ltr' });
    const box = el('div', { class: 'drive-camera' });
    const form = el('form', { class: 'drive-code', on: { submit: function (event) { event.preventDefault(); const code = input.value.trim(); if (code) { take(code); input.value = ''; } } } },
      el('label', { for: 'drive-code', text: say('code') }), el('div', { class: 'with-unit' }, input, el('button', { class: 'btn', type: 'submit', text: say('code.take') })));
    if (camera.can()) {
      const press = button(say(place.querySelector('video') ? 'camera.stop' : 'camera'), function () {
        if (box.childElementCount) { camera.stop(); press.lastChild.textContent = say('camera'); return; }
        camera.start(box, function (code) { taking(code); }).then(function () { press.lastChild.textContent = say('camera.stop'); }, function () { at.message = { kind: 'warn', text: say('camera.none') }; drawState(); });
      }, 'quiet', 'eye');
      return el('div', {}, form, press, box);
    }
    return form;
  }

  function find(tasks, code) { return tasks.find(function (task) { return task.code.toUpperCase() === code.toUpperCase(); }); }
  function tell(kind, word, value) { at.message = { kind: kind, text: say(word, value) }; drawState(); }

  function taskLine(task, extra) {
    return [el('span', {}, view.isolated(task.code, 'strong'), ' ', el('span', { class: 'soft' }, view.isolated(task.mass), ' · ' + say('packages', task.packages))),
      task.cold ? view.badge(say('cold'), 'info') : null, extra];
  }

  function drawLoading(round) {
    const tasks = round.stops.flatMap(function (stop) { return stop.tasks; }).filter(function (task) { return task.kind === 'DELIVER' && task.state !== 'FAILED'; });
    const loaded = tasks.filter(function (task) { return task.loaded || task.state === 'DONE'; });
    function take(code) {
      const current = rounds.find(function (one) { return one.id === round.id; });
      const task = find(current.stops.flatMap(function (stop) { return stop.tasks; }), code);
      if (!task) { tell('bad', 'code.unknown', code); return; }
      if (task.loaded) { tell('warn', 'code.again', code); return; }
      task.loaded = true;
      write([entry(round, 'LOAD', { code: task.code })]);
    }
    return [back({ round: round.id }), el('h2', { text: say('load') }), el('p', { text: say('load.lead') }), codeBox(take),
      el('p', { class: 'strong', role: 'status', text: say('load.count', loaded.length, tasks.length) }),
      el('ul', { class: 'plain drive-tasks' }, tasks.map(function (task) {
        return el('li', {}, taskLine(task, task.loaded ? view.badge(say('loaded'), 'good') : button(say('load'), function () { take(task.code); }, 'quiet')));
      }))];
  }

  // --- one stop
  function drawStop(round, stop) {
    const open = stop.tasks.filter(function (task) { return task.state === 'PENDING'; });
    if (!open.length) return [back({ round: round.id }), drawCard(round, stop, round.stops.indexOf(stop))];
    function kinds(kind) { return open.filter(function (task) { return task.kind === kind; }); }
    function ticked(kind) { return kinds(kind).filter(function (task) { return at.ticked.has(task.code); }); }
    const boxes = {};
    function tick(code) {
      const task = find(open, code);
      if (!task) { tell('bad', 'code.unknown', code); return; }
      at.ticked.add(task.code);
      at.message = null;
      drawState();
      if (boxes[task.code]) boxes[task.code].checked = true;
    }
    function line(task) {
      const box = el('input', { type: 'checkbox', checked: at.ticked.has(task.code), on: { change: function () { if (box.checked) at.ticked.add(task.code); else at.ticked.delete(task.code); } } });
      boxes[task.code] = box;
      return el('li', {}, el('label', { class: 'check' }, box, el('span', {}, taskLine(task, view.badge(say('kind.' + task.kind), task.kind === 'DELIVER' ? 'melon' : 'info')))));
    }
    const parts = [back({ round: round.id }), el('h2', {}, view.isolated(stop.place.name)),
      el('div', { class: 'drive-acts' }, stop.arrived ? view.badge(say('arrived'), 'good') : button(say('arrive'), function () { write([entry(round, 'ARRIVE', { stop: stop.id })]); }, 'quiet', 'map'),
        button(say('all'), function () { open.forEach(function (task) { tick(task.code); }); }, 'quiet', 'check')),
      codeBox(tick), el('ul', { class: 'plain drive-tasks' }, open.map(line))];
    if (kinds('COLLECT').length) parts.push(button(say('collect'), function () {
      const chosen = ticked('COLLECT');
      if (!chosen.length) { tell('warn', 'tick.needed'); return; }
      write(chosen.map(function (task) { return entry(round, 'COLLECT', { stop: stop.id, code: task.code }); }));
    }, '', 'box'));
    if (kinds('DELIVER').length) parts.push(drawProof(round, stop, ticked));
    parts.push(drawFailing(round, stop, open));
    return parts;
  }

  function drawProof(round, stop, ticked) {
    const name = view.field('drive-name', say('name'), { maxlength: 120, dir: 'auto' });
    const proof = view.field('drive-proof', say('proof'), { maxlength: 40, dir: 'ltr' });
    const photo = view.field('drive-photo', say('photo'), { type: 'file', accept: 'image/*', capture: 'environment' });
    const taken = el('p', { class: 'soft small', role: 'status', text: at.photo ? say('photo.kept') : '' });
    photo.append(taken);
    photo.querySelector('input').addEventListener('change', function (event) { at.photo = event.target.files[0] || at.photo; taken.textContent = at.photo ? say('photo.kept') : ''; });
    function hand(event) {
      event.preventDefault();
      const chosen = ticked('DELIVER'), who = name.querySelector('input').value.trim(), file = at.photo;
      if (!chosen.length) { tell('warn', 'tick.needed'); return; }
      if (!who) { tell('warn', 'name.needed'); name.querySelector('input').focus(); return; }
      (file ? camera.small(file) : Promise.resolve(null)).then(function (blob) {
        if (file && !blob) outbox.state.unpictured = true;
        const picture = blob ? { id: crypto.randomUUID(), blob: blob } : null;
        at.photo = null;
        return write(chosen.map(function (task) {
          return entry(round, 'DELIVER', { stop: stop.id, code: task.code, name: who, proof: proof.querySelector('input').value.trim(), picture: picture ? picture.id : null });
        }), picture);
      });
    }
    return el('form', { class: 'card drive-proof', on: { submit: hand } }, name, photo, proof, el('button', { class: 'btn', type: 'submit' }, view.icon('check'), say('deliver')));
  }

  function drawFailing(round, stop, open) {
    const choice = el('select', { class: 'input', id: 'drive-reason' }, el('option', { value: '', text: say('reason') }), REASONS.map(function (one) { return el('option', { value: one, text: say('reason.' + one) }); }));
    return el('details', { class: 'card' }, el('summary', { text: say('fail') }), el('div', { class: 'field' }, el('label', { for: 'drive-reason', text: say('reason') }), choice),
      button(say('fail'), function () {
        if (!choice.value) { tell('warn', 'reason.needed'); choice.focus(); return; }
        const some = open.filter(function (task) { return at.ticked.has(task.code); }), why = say('reason.' + choice.value);
        write(some.length ? some.map(function (task) { return entry(round, 'FAIL', { stop: stop.id, code: task.code, reason: why }); }) : [entry(round, 'FAIL', { stop: stop.id, reason: why })]);
      }, 'danger', 'cross'));
  }

  // --- drawing: nothing is drawn anew for news that does not concern it, and what is typed stays
  function draw(keeps) {
    drawState();
    const round = rounds.find(function (one) { return one.id === at.round; });
    const stop = round && round.stops.find(function (one) { return one.id === at.stop; });
    const now = JSON.stringify([at.round, at.stop, at.loading, stop || round || rounds, outbox.state.person]);
    if (now === shown) return;
    shown = now;
    const focused = document.activeElement && document.activeElement.id;
    const typed = keeps === false ? [] : TYPED.map(function (id) { const field = document.getElementById(id); return [id, field ? field.value : '']; });
    const filming = place.querySelector('video');
    const parts = !round ? drawRounds() : at.loading ? drawLoading(round) : stop ? drawStop(round, stop) : drawRound(round);
    place.replaceChildren.apply(place, parts);
    const box = place.querySelector('.drive-camera');
    if (filming && box) box.append(filming); else camera.stop();
    typed.forEach(function (pair) { const field = document.getElementById(pair[0]); if (field && pair[1]) field.value = pair[1]; });
    const again = TYPED.includes(focused) ? document.getElementById(focused) : at.loading ? document.getElementById('drive-code') : null;
    if (again) again.focus();
  }

  // --- signing out: what is not sent stays on the phone, and one is asked
  document.addEventListener('submit', function (event) {
    if (event.target.getAttribute('action') !== '/sign-out' || event.target.dataset.asked) return;
    event.preventDefault();
    const form = event.target, waiting = entries.filter(function (one) { return one.state === 'WAITING'; }).length;
    function leave() { form.dataset.asked = 'yes'; store.leave().then(function () { form.submit(); }, function () { form.submit(); }); }
    if (!waiting) { leave(); return; }
    const ask = document.getElementById('drive-ask'), buttons = ask.querySelectorAll('button');
    ask.querySelector('h2').textContent = say('signout.title', waiting);
    ask.querySelector('p').textContent = say('signout.text');
    buttons[0].textContent = say('signout.stay');
    buttons[1].textContent = say('signout.anyway');
    buttons[0].onclick = function () { ask.close(); };
    buttons[1].onclick = function () { ask.close(); leave(); };
    ask.showModal();
  }, true);

  place.tabIndex = -1;
  outbox.onChange(read);
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/drive/worker.js', { scope: '/drive/' });
  outbox.start().then(read);
})();
