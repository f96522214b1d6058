// Scanning: a hardware scanner types into the field and presses Enter, a telephone reads with its camera where the browser can.
// The field is never taken away: what is scanned while an answer is still under way waits its turn, and without a network until
// there is one again. Each scan has its own id, so that the same sent twice counts once.
(function () {
  'use strict';
  const form = document.querySelector('form[data-scan]');
  if (!form || !window.fetch) return;
  const field = form.querySelector('[data-scan-field]'), waiting = document.querySelector('[data-scan-waiting]');
  const queue = [];
  let busy = false, sound = null;

  function newId() {
    if (window.crypto.randomUUID) return window.crypto.randomUUID();
    const b = window.crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    const hex = Array.from(b, function (x) { return ('0' + x.toString(16)).slice(-2); }).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  function tone(good) {
    try {
      sound = sound || new (window.AudioContext || window.webkitAudioContext)();
      const beep = sound.createOscillator(), gain = sound.createGain(), now = sound.currentTime;
      beep.type = good ? 'sine' : 'square'; beep.frequency.value = good ? 1320 : 196; gain.gain.value = 0.12;
      beep.connect(gain).connect(sound.destination); beep.start(now); beep.stop(now + (good ? 0.09 : 0.45));
    } catch (silent) { /* colour and words say it too */ }
    if (!good && navigator.vibrate) navigator.vibrate([120, 60, 120]);
  }
  function tell() {
    if (!waiting) return;
    waiting.hidden = queue.length < 2 && !waiting.dataset.offline;
    waiting.querySelector('[data-scan-count]').textContent = String(queue.length);
  }
  function next() {
    if (busy || queue.length === 0) return;
    busy = true;
    fetch(form.action, { method: 'POST', body: new URLSearchParams(queue[0]), credentials: 'same-origin' }).then(function (answer) {
      if (answer.status === 401 || answer.redirected) { window.location.reload(); return null; }
      return answer.text();
    }).then(function (text) {
      busy = false;
      if (text === null) return;
      queue.shift();
      if (waiting) delete waiting.dataset.offline;
      show(new DOMParser().parseFromString(text, 'text/html'));
      tell(); next();
    }).catch(function () {
      busy = false;
      if (waiting) waiting.dataset.offline = 'yes';
      tell(); setTimeout(next, 3000);
    });
  }
  function show(page) {
    document.querySelectorAll('[data-scan-part]').forEach(function (part) {
      const fresh = page.getElementById(part.id);
      if (fresh) part.replaceWith(document.importNode(fresh, true));
    });
    const answer = document.querySelector('[data-scan-tone]');
    if (answer) tone(answer.dataset.scanTone === 'good');
    if (!document.activeElement || document.activeElement === document.body) field.focus();
  }
  form.addEventListener('submit', function (event) {
    if (form.dataset.scan === 'page') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const code = field.value.trim();
    field.value = ''; field.focus();
    if (!code) return;
    const scan = Object.fromEntries(new FormData(form).entries());
    scan.code = code; scan.scan = newId(); scan.at = new Date().toISOString();
    queue.push(scan); tell(); next();
  }, true);
  if (!field.matches(':focus') && !document.getElementById('errors')) field.focus({ preventScroll: true });

  const button = document.querySelector('[data-scan-camera]'), video = document.querySelector('[data-scan-video]');
  if (!button || !video || !('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  const detector = new window.BarcodeDetector({ formats: ['code_128', 'qr_code', 'data_matrix', 'ean_13'] });
  let stream = null, last = '', lastAt = 0;
  button.hidden = false;
  function look() {
    if (!stream) return;
    detector.detect(video).then(function (codes) {
      const now = Date.now();
      if (codes.length && (codes[0].rawValue !== last || now - lastAt > 4000)) {
        last = codes[0].rawValue; lastAt = now; field.value = last;
        if (form.dataset.scan !== 'page') form.requestSubmit(); else stop();
      }
    }).catch(function () { /* the next picture may be sharper */ }).finally(function () { setTimeout(look, 200); });
  }
  function stop() {
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null; video.hidden = true; video.srcObject = null; button.setAttribute('aria-pressed', 'false');
  }
  button.addEventListener('click', function () {
    if (stream) { stop(); return; }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (opened) {
      stream = opened; video.srcObject = stream; video.hidden = false; button.setAttribute('aria-pressed', 'true');
      return video.play();
    }).then(look).catch(stop);
  });
})();
