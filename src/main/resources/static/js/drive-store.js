// What the phone keeps of a driver's rounds, in IndexedDB: the rounds, what was written down and is not sent, pictures.
(function () {
  'use strict';
  const NAME = 'farmgate-drive';

  function open() {
    return new Promise(function (resolve, reject) {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = function () {
        const base = request.result;
        base.createObjectStore('rounds', { keyPath: 'id' });
        base.createObjectStore('outbox', { keyPath: 'id' });
        base.createObjectStore('pictures', { keyPath: 'id' });
        base.createObjectStore('about', { keyPath: 'key' });
      };
      request.onsuccess = function () {
        // Another tab that brings a newer shape is not held up.
        request.result.onversionchange = function () { request.result.close(); opened = null; };
        resolve(request.result);
      };
      request.onerror = function () { reject(request.error); };
    });
  }

  let opened = null;
  function base() { return opened || (opened = open().catch(function (error) { opened = null; throw error; })); }

  // All that `work` asks of the stores happens, or nothing of it.
  function within(stores, mode, work) {
    return base().then(function (db) {
      return new Promise(function (resolve, reject) {
        const transaction = db.transaction(stores, mode, { durability: 'strict' });
        let answer;
        transaction.oncomplete = function () { resolve(answer instanceof IDBRequest ? answer.result : answer); };
        transaction.onabort = transaction.onerror = function () { reject(transaction.error); };
        answer = work.apply(null, stores.map(function (name) { return transaction.objectStore(name); }));
      });
    });
  }

  // Pictures that no entry needs any more.
  function prune(pictures, needed) {
    const all = pictures.getAllKeys();
    all.onsuccess = function () { all.result.forEach(function (id) { if (!needed.has(id)) pictures.delete(id); }); };
  }

  // Tells every page that something is kept here, so that a sign-out on any of them takes it away.
  function mark(kept) {
    try { if (kept) localStorage.setItem(NAME, 'yes'); else localStorage.removeItem(NAME); } catch (e) { /* then only this page does */ }
  }

  window.DriveStore = {
    rounds: function () { return within(['rounds'], 'readonly', function (rounds) { return rounds.getAll(); }); },
    outbox: function () { return within(['outbox'], 'readonly', function (outbox) { return outbox.getAll(); }); },
    about: function (key) {
      return within(['about'], 'readonly', function (about) { return about.get(key); }).then(function (row) { return row && row.value; });
    },
    tell: function (key, value) { return within(['about'], 'readwrite', function (about) { about.put({ key: key, value: value }); }); },
    // The scans of one act, and its picture, together.
    write: function (entries, picture) {
      return within(['outbox', 'pictures'], 'readwrite', function (outbox, pictures) {
        if (picture) pictures.put(picture);
        entries.forEach(function (entry) { outbox.put(entry); });
      });
    },
    picture: function (id) { return within(['pictures'], 'readonly', function (pictures) { return pictures.get(id); }); },
    // What the server answered of each: it counts, or it was refused and why.
    answered: function (answers) {
      return within(['outbox'], 'readwrite', function (outbox) {
        answers.forEach(function (answer) {
          const request = outbox.get(answer.id);
          request.onsuccess = function () {
            const entry = request.result;
            if (!entry || entry.state !== 'WAITING') return;
            // Its picture is gone: it counts without one.
            if (answer.code === 'picture-not-there') { entry.picture = null; outbox.put(entry); return; }
            entry.state = answer.outcome === 'counts' ? 'SENT' : 'REFUSED';
            entry.why = answer.detail || '';
            outbox.put(entry);
          };
        });
      });
    },
    // A picture that nobody can take: the scans go without it.
    unpicture: function (id) {
      return within(['outbox', 'pictures'], 'readwrite', function (outbox, pictures) {
        pictures.delete(id);
        const request = outbox.getAll();
        request.onsuccess = function () {
          request.result.forEach(function (entry) {
            if (entry.picture === id && entry.state === 'WAITING') { entry.picture = null; outbox.put(entry); }
          });
        };
      });
    },
    // Rounds of days before this one are nobody's business any more.
    tidy: function (day) {
      return within(['rounds'], 'readwrite', function (rounds) {
        const request = rounds.getAll();
        request.onsuccess = function () { request.result.forEach(function (round) { if (round.day < day) rounds.delete(round.id); }); };
      });
    },
    // Signed out by the server: of somebody's door only its area stays.
    hideDoors: function () {
      return within(['rounds'], 'readwrite', function (rounds) {
        const request = rounds.getAll();
        request.onsuccess = function () {
          request.result.forEach(function (round) {
            round.stops.forEach(function (stop) {
              if (stop.place.area) Object.assign(stop.place, { name: stop.place.area, address: '', telephone: '' });
            });
            rounds.put(round);
          });
        };
      });
    },
    forget: function (ids) {
      return within(['outbox'], 'readwrite', function (outbox) { ids.forEach(function (id) { outbox.delete(id); }); });
    },
    // The rounds as the server knows them. What was sent before they were asked for is in them.
    renew: function (rounds, person, organisation, sentBefore) {
      mark(true);
      return within(['rounds', 'outbox', 'pictures', 'about'], 'readwrite', function (kept, outbox, pictures, about) {
        kept.clear();
        rounds.forEach(function (round) { kept.put(round); });
        about.put({ key: 'person', value: person });
        about.put({ key: 'organisation', value: organisation });
        sentBefore.forEach(function (entry) { outbox.delete(entry.id); });
        const request = outbox.getAll();
        request.onsuccess = function () {
          prune(pictures, new Set(request.result.map(function (entry) { return entry.picture; })));
        };
      });
    },
    // At the sign-out: names, addresses, telephones and pictures go, and other tabs hear of it; what is not sent stays.
    leave: function () {
      return within(['rounds', 'about', 'outbox', 'pictures'], 'readwrite', function (rounds, about, outbox, pictures) {
        rounds.clear();
        about.clear();
        const request = outbox.getAll();
        request.onsuccess = function () {
          const waiting = request.result.filter(function (entry) { return entry.state === 'WAITING'; });
          prune(pictures, new Set(waiting.map(function (entry) { return entry.picture; })));
          request.result.forEach(function (entry) {
            if (entry.state === 'SENT') outbox.delete(entry.id);
            if (entry.state === 'REFUSED') outbox.put(Object.assign(entry, { name: null, proof: null, picture: null }));
          });
        };
      }).then(function () {
        mark(false);
        if (window.BroadcastChannel) { const news = new BroadcastChannel(NAME); news.postMessage('left'); news.close(); }
        return window.caches ? caches.delete(NAME) : false;
      });
    }
  };
})();
