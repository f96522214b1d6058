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
            entry.state = answer.outcome === 'counts' ? 'SENT' : 'REFUSED';
            entry.why = answer.detail || '';
            outbox.put(entry);
          };
        });
      });
    },
    forget: function (ids) {
      return within(['outbox'], 'readwrite', function (outbox) { ids.forEach(function (id) { outbox.delete(id); }); });
    },
    // The rounds as the server knows them. What was sent before they were asked for is in them.
    renew: function (rounds, person, sentBefore) {
      return within(['rounds', 'outbox', 'pictures', 'about'], 'readwrite', function (kept, outbox, pictures, about) {
        kept.clear();
        rounds.forEach(function (round) { kept.put(round); });
        about.put({ key: 'person', value: person });
        sentBefore.forEach(function (entry) { outbox.delete(entry.id); });
        const request = outbox.getAll();
        request.onsuccess = function () {
          const needed = new Set(request.result.map(function (entry) { return entry.picture; }));
          const all = pictures.getAllKeys();
          all.onsuccess = function () { all.result.forEach(function (id) { if (!needed.has(id)) pictures.delete(id); }); };
        };
      });
    },
    // At the sign-out: names, addresses and telephones go; what is not sent stays.
    leave: function () {
      return within(['rounds', 'about'], 'readwrite', function (rounds, about) { rounds.clear(); about.clear(); })
        .then(function () { return window.caches ? caches.delete('farmgate-drive') : false; });
    }
  };
})();
