// The little that HTML cannot do by itself; every page works without it.
(function () {
  'use strict';
  const menu = document.getElementById('menu');
  if (menu) document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && menu.checked) { menu.checked = false; menu.focus(); }
    if (event.key === 'Enter' && event.target === menu) menu.checked = !menu.checked;
  });
  // A form pressed twice is sent once: the second press comes from impatience, not from will.
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault(); else { form.dataset.sent = 'yes'; setTimeout(function () { delete form.dataset.sent; }, 5000); }
  });
  // A driver's phone keeps other people's doors: they go with the sign-out, on whatever page it is asked for.
  function keepsRounds() { try { return window.localStorage.getItem('farmgate-drive'); } catch (e) { return null; } }
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute('action') !== '/sign-out' || !keepsRounds()) return;
    event.preventDefault();
    const script = document.createElement('script');
    function leave() { form.submit(); }
    script.onload = function () { window.DriveStore.leave().then(leave, leave); };
    script.onerror = leave;
    script.src = '/js/drive-store.js';
    document.head.append(script);
  });
  window.addEventListener('pageshow', function () { document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; }); });
  document.addEventListener('click', function (event) { if (event.target.closest('[data-print]')) window.print(); });
  const errors = document.getElementById('errors');
  if (errors) errors.focus();
  // Signed out meanwhile: the whole page asks to sign in, rather than a part of it doing nothing.
  document.addEventListener('htmx:responseError', function (event) {
    if (event.detail.xhr.status === 401) window.location.reload();
  });
})();
