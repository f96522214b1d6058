// Keeps the driver's page at hand: what it is drawn with is fetched fresh where there is a network, and taken from here
// where there is none. Rounds and scans do not pass through it; the page keeps those itself.
'use strict';
const CACHE = 'farmgate-drive';
const PAGE = '/drive/';
const PARTS = ['/css/tokens.css', '/css/farmgate.css', '/css/rounds.css', '/css/icons.svg', '/css/mark.svg', '/css/field.svg',
  '/webjars/htmx.org/dist/htmx.min.js', '/js/farmgate.js', '/js/drive-store.js', '/js/drive-outbox.js', '/js/drive-camera.js',
  '/js/drive-view.js', '/js/drive.js'];
const PATIENCE = 4000;

// A page that led to the sign-in is not the page.
function keep(cache, path, answer) {
  return answer.ok && !answer.redirected && answer.type === 'basic' ? cache.put(path, answer.clone()) : undefined;
}

self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(CACHE).then(function (cache) {
    return Promise.all([PAGE].concat(PARTS).map(function (path) {
      return fetch(path, { credentials: 'same-origin' }).then(function (answer) { return keep(cache, path, answer); });
    }));
  }).then(function () { return self.skipWaiting(); }));
});

self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });

function fresh(request, path) {
  return new Promise(function (resolve, reject) {
    const timer = setTimeout(function () { reject(new Error('slow')); }, PATIENCE);
    fetch(request).then(function (answer) {
      clearTimeout(timer);
      caches.open(CACHE).then(function (cache) { return keep(cache, path, answer); });
      resolve(answer.clone());
    }, function (error) { clearTimeout(timer); reject(error); });
  });
}

function kept(request, path) {
  return fresh(request, path).catch(function (error) {
    return caches.match(path).then(function (answer) { return answer || fetch(request); });
  });
}

self.addEventListener('fetch', function (event) {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') {
    if (url.pathname === PAGE) event.respondWith(kept(event.request, PAGE));
  } else if (PARTS.includes(url.pathname)) event.respondWith(kept(event.request, url.pathname));
});
