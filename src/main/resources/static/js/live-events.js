// What happens in a show, as it happens. Puts numbers where [data-live-viewers] and [data-live-left="<listing>"] stand, keeps
// the chat, and tells the page the rest by the events live:state, live:pin, live:stock, live:viewers, live:chat.
(function () {
  'use strict';
  const root = document.querySelector('[data-live-events], [data-live-desk]');
  if (!root || root.dataset.liveOn) return;
  root.dataset.liveOn = 'yes';
  const lang = document.documentElement.lang || 'zh-CN';
  const lines = root.querySelector('[data-live-lines]');
  const questions = root.querySelector('[data-live-questions]');
  const line = root.querySelector('[data-live-line]');
  const form = root.querySelector('[data-live-say]');
  const desk = 'liveDesk' in root.dataset;
  const MOST_LINES = 200;
  const word = function (name) { return root.getAttribute('data-live-word-' + name) || ''; };
  const number = function (n) { try { return Number(n).toLocaleString(lang); } catch (e) { return String(n); } };
  const tell = function (name, data) { document.dispatchEvent(new CustomEvent('live:' + name, { detail: data })); };

  // The line: the browser comes back by itself; where it gives up (a refusal), this does, with growing pauses.
  let source = null, pause = 1000, lostAt = 0, over = false, again = 0;
  function lost() {
    if (!lostAt) lostAt = Date.now();
    if (line) { line.hidden = false; delete line.dataset.liveBack; if (line.textContent !== word('lost')) line.textContent = word('lost'); }
    tell('line', { up: false });
  }
  function back() {
    pause = 1000;
    if (!lostAt) return;
    lostAt = 0;
    if (line) { line.textContent = word('back'); line.dataset.liveBack = 'yes'; setTimeout(function () { if (!lostAt) line.hidden = true; }, 4000); }
    tell('line', { up: true });
  }
  function open() {
    again = 0;
    if (over || !root.dataset.liveEvents) return;
    if (source) source.close();
    source = new EventSource(root.dataset.liveEvents);
    source.onopen = back;
    source.onerror = function () {
      if (over) return;
      lost();
      if (source.readyState !== EventSource.CLOSED || again) return;
      again = setTimeout(open, pause + Math.random() * pause);
      pause = Math.min(pause * 2, 15000);
    };
    Object.keys(on).forEach(function (name) {
      source.addEventListener(name, function (event) { try { on[name](JSON.parse(event.data)); } catch (e) { console.error(e); } });
    });
  }

  const on = {
    state: function (data) {
      tell('state', data);
      document.querySelectorAll('[data-live-state]').forEach(function (place) { place.textContent = data.label; });
      if (data.state === 'ENDED' || data.state === 'CANCELLED') { over = true; if (source) source.close(); }
    },
    pin: function (data) { tell('pin', data); },
    stock: function (data) {
      Object.keys(data).forEach(function (listing) {
        document.querySelectorAll('[data-live-left="' + listing + '"]').forEach(function (place) {
          place.textContent = place.dataset.liveWords ? place.dataset.liveWords.replace('#', number(data[listing])) : number(data[listing]);
        });
      });
      tell('stock', data);
    },
    viewers: function (data) {
      document.querySelectorAll('[data-live-viewers]').forEach(function (place) { place.textContent = number(data.now); });
      tell('viewers', data);
    },
    'chat-all': function (data) {
      if (lines) lines.textContent = '';
      if (questions) questions.textContent = '';
      data.messages.forEach(add);
    },
    chat: function (data) { add(data); tell('chat', data); },
    'chat-gone': function (data) { remove(root, data.id); tell('chat-gone', data); },
    'chat-answered': function (data) { if (questions) remove(questions, data.id); },
    muted: function (data) {
      if (!form) return;
      form.querySelectorAll('[name=text], button').forEach(function (field) { field.disabled = data.muted; });
      say(word(data.muted ? 'muted' : 'unmuted'));
      tell('muted', data);
    }
  };

  // The chat: words of others are text, never markup.
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function find(place, id) { return place.querySelector('[data-live-id="' + CSS.escape(id) + '"]'); }
  function remove(place, id) { for (let one = find(place, id); one; one = find(place, id)) one.remove(); }
  function row(data) {
    const made = element('li', data.host ? 'live-host' : '');
    made.dataset.liveId = data.id;
    made.append(element('bdi', 'strong', data.name), ' ');
    if (data.host) made.append(element('span', 'badge badge-good', word('host')), ' ');
    if (data.question) made.append(element('span', 'badge badge-info', word('question')), ' ');
    const text = element('span', 'live-text', data.text);
    text.dir = 'auto';
    made.append(text);
    return made;
  }
  function add(data) {
    if (!lines) return;
    const none = root.querySelector('[data-live-none]');
    if (none) none.remove();
    const own = find(lines, data.id);
    if (own) own.remove();
    const low = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 60;
    const made = row(data);
    if (desk) deeds(made, data);
    lines.append(made);
    while (lines.children.length > MOST_LINES) lines.firstElementChild.remove();
    if (low) lines.scrollTop = lines.scrollHeight;
    if (desk && questions && data.question && !data.answered && !data.host && !find(questions, data.id)) {
      const asked = row(data);
      asked.append(' ', deed(data.id, 'answer'));
      questions.append(asked);
      const empty = root.querySelector('[data-live-no-question]');
      if (empty) empty.remove();
    }
  }
  function deeds(made, data) {
    const left = Date.parse(data.shownAt) - Date.now();
    if (left > 0) {
      const waits = element('span', 'badge badge-warn', word('waits'));
      made.classList.add('live-waits');
      made.append(' ', waits);
      setTimeout(function () { made.classList.remove('live-waits'); waits.remove(); }, left);
    }
    const all = element('span', 'live-deeds');
    all.append(deed(data.id, 'deletion'));
    if (!data.host) all.append(deed(data.id, 'muting'));
    made.append(' ', all);
  }
  function deed(id, what) {
    const button = element('button', 'btn btn-quiet', word(what));
    button.type = 'button';
    button.addEventListener('click', function () {
      button.disabled = true;
      post(root.dataset.liveShow + '/chat/' + id + '/' + what, new URLSearchParams([[root.dataset.liveCsrfName, root.dataset.liveCsrf]]))
        .then(function (answer) { if (!answer.ok) throw answer; if (what === 'answer') remove(questions, id); })
        .catch(function () { button.disabled = false; say(word('failed')); });
    });
    return button;
  }
  function post(address, body) {
    return fetch(address, { method: 'POST', body: body, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  }
  function say(text) { const said = root.querySelector('[data-live-said]'); if (said) said.textContent = text; }
  function uuid() {
    const b = crypto.getRandomValues(new Uint8Array(16));
    let now = Date.now();
    for (let i = 5; i >= 0; i--) { b[i] = now % 256; now = Math.floor(now / 256); }
    b[6] = b[6] & 15 | 112; b[8] = b[8] & 63 | 128;
    const hex = Array.from(b, function (x) { return x.toString(16).padStart(2, '0'); }).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  if (form) form.addEventListener('submit', function (event) {
    event.preventDefault();
    event.stopPropagation();
    const text = form.elements.text;
    if (!text.value.trim()) return;
    const button = form.querySelector('button');
    button.disabled = true;
    post(form.action, new URLSearchParams(new FormData(form))).then(function (answer) {
      return answer.json().then(function (data) {
        // The same id again is the same message: it changes only once it was taken.
        if (!answer.ok) { say(data.detail || word('failed')); return; }
        form.elements.id.value = uuid();
        text.value = '';
        if (form.elements.question) form.elements.question.checked = false;
        const waits = Date.parse(data.shownAt) > Date.now() + 500;
        say(word(waits ? 'waits' : 'sent'));
      });
    }).catch(function () { say(word('failed')); }).finally(function () { button.disabled = text.disabled; text.focus(); });
  });

  // Somebody looks closer at an item of the line-up.
  const looked = new Set();
  document.addEventListener('click', function (event) {
    const item = event.target.closest('[data-live-item]');
    if (!item || desk || looked.has(item.dataset.liveItem)) return;
    const proof = document.querySelector('input[name="_csrf"]');
    if (!proof) return;
    looked.add(item.dataset.liveItem);
    fetch(root.dataset.liveShow + '/items/' + item.dataset.liveItem + '/click',
      { method: 'POST', keepalive: true, credentials: 'same-origin', body: new URLSearchParams([['_csrf', proof.value]]) })
      .catch(function () { looked.delete(item.dataset.liveItem); });
  });

  if (lines) lines.scrollTop = lines.scrollHeight;
  if (window.EventSource) open();
  window.addEventListener('pagehide', function () { if (source) source.close(); });
  window.addEventListener('pageshow', function (event) { if (event.persisted) open(); });
})();
