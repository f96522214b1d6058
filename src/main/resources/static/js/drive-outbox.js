// Sends what was written down, in batches, as soon as there is a network. Of several tabs one sends; each scan carries an
// id made here, so that one sent twice counts once.
(function () {
  'use strict';
  const BATCH = 50;
  const MOST_PICTURE = 4 * 1024 * 1024;
  // The sign-in, the server or the line: what stands before all, and not before one round or picture.
  const GENERAL = [401, 408, 429];
  const store = window.DriveStore;
  const news = window.BroadcastChannel ? new BroadcastChannel('farmgate-drive') : null;
  const state = { token: '', offset: 0, person: null, organisation: null, signedOut: false, turn: 0, held: new Set(), unpictured: false, reached: navigator.onLine, busy: false, again: false, failures: 0 };
  const listeners = [];
  let timer = null;

  function changed(elsewhere) {
    listeners.forEach(function (listener) { listener(); });
    if (news && !elsewhere) news.postMessage('changed');
  }
  if (news) news.onmessage = function (event) {
    // Signed out in another tab: what is still asked for comes too late.
    if (event.data === 'left') Object.assign(state, { turn: state.turn + 1, person: null, organisation: null, signedOut: true });
    changed(true);
  };

  function Refused(status, detail) { this.status = status; this.detail = detail; }

  function ask(method, path, body, type) {
    const headers = { Accept: 'application/json' };
    if (type) headers['Content-Type'] = type;
    if (method !== 'GET') headers['X-XSRF-TOKEN'] = state.token;
    return fetch(path, { method: method, headers: headers, body: body, credentials: 'same-origin', cache: 'no-store' }).then(function (answer) {
      state.reached = true;
      if (answer.status === 204) return null;
      return answer.json().catch(function () { return {}; }).then(function (json) {
        if (answer.ok) return json;
        throw new Refused(answer.status, json.detail || '');
      });
    }, function (error) { state.reached = false; throw error; });
  }

  // The rounds as they are now; what was sent before asking is in them.
  function renew() {
    const turn = state.turn;
    return store.outbox().then(function (before) {
      const sent = before.filter(function (entry) { return entry.state === 'SENT'; });
      return ask('GET', '/api/v1/rounds/mine').then(function (mine) {
        if (turn !== state.turn) throw new Refused(401, '');
        state.token = mine.token;
        state.offset = new Date(mine.now).getTime() - Date.now();
        state.person = mine.person;
        state.organisation = mine.organisation;
        state.signedOut = false;
        return store.renew(mine.rounds, mine.person, mine.organisation, sent).then(function () { return store.tell('offset', state.offset); });
      });
    });
  }

  function body(entry) {
    return { id: entry.id, kind: entry.kind, at: entry.at, stop: entry.stop || null, code: entry.code || null, reason: entry.reason || null,
      name: entry.name || null, proof: entry.proof || null, picture: entry.picture || null };
  }

  function sendPictures(round, entries) {
    const ids = Array.from(new Set(entries.map(function (entry) { return entry.picture; }).filter(Boolean)));
    return ids.reduce(function (before, id) {
      return before.then(function () { return store.picture(id); }).then(function (picture) {
        if (!picture || picture.blob.size > MOST_PICTURE) return without(id, entries);
        return ask('PUT', '/api/v1/rounds/' + round + '/pictures/' + id, picture.blob, 'application/octet-stream');
      }).catch(function (error) {
        if (!isOfOne(error)) throw error;
        // Not this round any more: what becomes of its scans says so. Else the delivery goes without a picture.
        return error.status === 403 || error.status === 404 ? null : without(id, entries);
      });
    }, Promise.resolve());
  }

  function isOfOne(error) { return error instanceof Refused && error.status < 500 && !GENERAL.includes(error.status); }

  function without(id, entries) {
    state.unpictured = true;
    entries.forEach(function (entry) { if (entry.picture === id) entry.picture = null; });
    return store.unpicture(id);
  }

  // What is refused as a whole the server has not kept: it stays here as it is, and is said.
  function sendBatch(round, entries, held) {
    return sendPictures(round, entries)
      .then(function () { return ask('POST', '/api/v1/rounds/' + round + '/scans', JSON.stringify({ scans: entries.map(body) }), 'application/json'); })
      .then(function (answer) { return store.answered(answer.scans); }, function (error) {
        if (!isOfOne(error)) throw error;
        held.add(round);
      })
      .then(function () { changed(); });
  }

  // An entry is sent by who made it, and for the organisation for which they drove.
  function mayGo(entry) {
    return entry.state === 'WAITING' && entry.person === state.person && (!entry.organisation || entry.organisation === state.organisation);
  }

  function sendAll(held) {
    return store.outbox().then(function (all) {
      const waiting = all.filter(function (entry) { return mayGo(entry) && !held.has(entry.round); })
        .sort(function (a, b) { return a.at < b.at ? -1 : a.at > b.at ? 1 : 0; });
      if (!waiting.length) { state.held = held; return null; }
      const round = waiting[0].round;
      return sendBatch(round, waiting.filter(function (entry) { return entry.round === round; }).slice(0, BATCH), held).then(function () { return sendAll(held); });
    });
  }

  function alone(work) {
    if (!navigator.locks) return work();
    return navigator.locks.request('farmgate-drive-outbox', { ifAvailable: true }, function (lock) { return lock ? work() : null; });
  }

  // Fetch, send, fetch again when something was sent. What fails is tried again, less and less often.
  function sync() {
    clearTimeout(timer);
    if (state.busy) { state.again = true; return Promise.resolve(); }
    state.busy = true;
    state.again = false;
    changed(true);
    return alone(function () {
      return renew().then(function () { return sendAll(new Set()); }).then(function () { return store.outbox(); }).then(function (all) {
        return all.some(function (entry) { return entry.state === 'SENT'; }) ? renew() : null;
      });
    }).then(function () { state.failures = 0; }, function (error) {
      state.failures++;
      if (!(error instanceof Refused) || error.status !== 401) return null;
      state.signedOut = true;
      return store.hideDoors();
    }).then(function () {
      state.busy = false;
      changed();
      // What was written down meanwhile does not wait.
      if (state.again && !state.failures) return sync();
      timer = setTimeout(sync, Math.min(300000, 30000 * Math.pow(2, Math.max(0, state.failures - 1))));
    });
  }

  window.DriveOutbox = {
    state: state,
    onChange: function (listener) { listeners.push(listener); },
    now: function () { return new Date(Date.now() + state.offset).toISOString(); },
    // Written down first, then sent: what was seen on the screen is on the phone.
    write: function (entries, picture) {
      return store.write(entries, picture).then(function () { changed(); return sync(); });
    },
    start: function () {
      // As the server shows them: in Urumqi and Kashgar it is the day that it is in Beijing.
      const oldest = new Date(Date.now() + (8 - 48) * 3600000).toISOString().slice(0, 10);
      return store.tidy(oldest).then(function () {
        return Promise.all([store.about('person'), store.about('offset'), store.about('organisation')]);
      }).then(function (known) {
        state.person = state.person || known[0] || null;
        state.offset = known[1] || 0;
        state.organisation = state.organisation || known[2] || null;
        changed(true);
        return sync();
      });
    },
    sync: sync
  };
  window.addEventListener('online', function () { state.reached = true; sync(); });
  window.addEventListener('offline', function () { state.reached = false; changed(true); });
  document.addEventListener('visibilitychange', function () { if (!document.hidden) sync(); });
})();
