// The host's camera: shows it, records it in pieces of a second, and sends them until each has arrived. When the line is
// gone it keeps them and goes on where it stopped; the show is never lost by it.
(function () {
  'use strict';
  const KINDS = ['video/mp4;codecs=avc1.42E01E,opus', 'video/mp4;codecs=avc1.64001F,opus', 'video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/mp4'];
  const SOUND_KINDS = ['audio/mp4;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];
  const PAUSES = [500, 1000, 2000, 4000, 8000];
  const MOST_WAITING_MILLIS = 90000, MOST_WAITING_BYTES = 24 * 1024 * 1024;
  const STILL_EVERY = 10000, PATIENCE = 15000;

  function Camera(root) {
    const base = '/shows/' + root.dataset.camera;
    const video = root.querySelector('video');
    const says = root.querySelector('[data-says]');
    const buttons = {};
    root.querySelectorAll('[data-do]').forEach(function (button) { buttons[button.dataset.do] = button; });
    let media = null, facing = 'user', device = 0, session = null, onAir = false, queue = [], busy = false, failures = 0, retry = 0, stillTimer = 0, lock = null, muted = false;

    const wordsOf = {};
    root.querySelector('[data-words]').content.querySelectorAll('[data-word]').forEach(function (one) { wordsOf[one.dataset.word] = one.textContent; });
    function words(name, number) { return (wordsOf[name] || name).replace('#', number); }
    function say(name, number) { root.dataset.state = name; const text = words(name, number); if (says.textContent !== text) says.textContent = text; }
    function kind(all) { return all.find(function (one) { return window.MediaRecorder.isTypeSupported(one); }); }
    function uuid() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
      const hex = Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    }
    function show() {
      buttons.preview.hidden = Boolean(media);
      buttons.start.hidden = !media || onAir;
      buttons.stop.hidden = !onAir;
      buttons.turn.hidden = buttons.mute.hidden = !media;
      buttons.mute.setAttribute('aria-pressed', String(muted));
    }

    // The camera
    async function look() {
      if (media) media.getTracks().forEach(function (track) { track.onended = null; track.stop(); });
      media = null;
      const wanted = { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24, max: 30 } };
      const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(function (one) { return one.kind === 'videoinput' && one.deviceId; });
      if (device > 0 && cameras.length > 2) wanted.deviceId = { exact: cameras[device % cameras.length].deviceId };
      else wanted.facingMode = facing;
      media = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: { echoCancellation: true, noiseSuppression: true } });
      media.getAudioTracks().forEach(function (track) { track.enabled = !muted; });
      // Taken away by a call or another program: asked for again as soon as one looks at the page.
      media.getTracks().forEach(function (track) { track.onended = lost; });
      video.srcObject = media;
      await video.play().catch(function () {});
      video.classList.toggle('camera-mirror', facing === 'user');
      show();
    }
    function refused(error) {
      say(error.name === 'NotAllowedError' ? 'denied' : error.name === 'NotFoundError' ? 'none' : 'unavailable');
      show();
    }
    function preview() { return look().then(function () { say('ready'); }).catch(refused); }
    function lost() {
      say('lost');
      const back = function () { if (onAir) restart(look()); else preview(); };
      if (document.visibilityState === 'visible') setTimeout(back, 1000);
      else document.addEventListener('visibilitychange', back, { once: true });
    }

    // Recording. A session is one stream of ours: the two recorders of one camera, until something changes.
    function record() {
      const mine = { id: uuid(), recorders: [], done: [] };
      const one = function (stream, rendition, type, options) {
        const address = base + '/streams/' + mine.id + '/' + rendition;
        let n = 0, chain = Promise.resolve();
        const cutter = new window.LiveFragments.Cutter(800,
          function (init) { add({ url: address + '/init', body: init, millis: 0, session: mine, type: type }); },
          function (piece, millis) { add({ url: address + '/segments/' + n++, body: piece, millis: rendition === 'main' ? millis : 0, session: mine, type: type }); });
        const recorder = new MediaRecorder(stream, Object.assign({ mimeType: type }, options));
        recorder.ondataavailable = function (event) {
          chain = chain.then(function () { return event.data.arrayBuffer(); }).then(function (slice) { cutter.push(new Uint8Array(slice)); }).catch(function () { say('unavailable'); });
        };
        mine.done.push(new Promise(function (resolve) { recorder.onstop = function () { chain.then(function () { cutter.end(); resolve(); }); }; }));
        recorder.start(250);
        mine.recorders.push(recorder);
      };
      one(media, 'main', kind(KINDS), { videoBitsPerSecond: 800000, audioBitsPerSecond: 48000, videoKeyFrameIntervalDuration: 1000 });
      const sound = kind(SOUND_KINDS);
      if (sound) one(new MediaStream(media.getAudioTracks()), 'sound', sound, { audioBitsPerSecond: 32000 });
      return mine;
    }
    function halt() {
      const ending = session;
      session = null;
      if (!ending) return Promise.resolve();
      ending.recorders.forEach(function (recorder) { if (recorder.state !== 'inactive') recorder.stop(); });
      return Promise.race([Promise.all(ending.done), new Promise(function (resolve) { setTimeout(resolve, 3000); })]);
    }
    async function restart(ready) {
      await halt();
      try { await ready; if (onAir) session = record(); } catch (error) { refused(error); }
    }

    async function start() {
      if (!media || onAir) return;
      if (root.dataset.live !== 'true') { say('not-live'); return; }
      onAir = true;
      session = record();
      sessionStorage.setItem('camera', root.dataset.camera);
      stillTimer = setInterval(still, STILL_EVERY);
      setTimeout(still, 1000);
      if (navigator.wakeLock) navigator.wakeLock.request('screen').then(function (held) { lock = held; }).catch(function () {});
      say('starting');
      show();
    }
    async function stop(word) {
      onAir = false;
      sessionStorage.removeItem('camera');
      clearInterval(stillTimer);
      if (lock) { lock.release(); lock = null; }
      show();
      await halt();
      if (word) { queue = []; say(word); } else if (!queue.length) say('stopped');
    }

    // Sending, one after the other, in order
    function waiting() { return queue.reduce(function (sum, item) { return sum + item.millis; }, 0); }
    function add(item) {
      queue.push(item);
      const bytes = queue.reduce(function (sum, one) { return sum + one.body.length; }, 0);
      if (waiting() > MOST_WAITING_MILLIS || bytes > MOST_WAITING_BYTES) { queue = []; fresh(); }
      send();
    }
    // What cannot be sent any more is given up, and a new stream begins: the show goes on with a gap.
    function fresh() { if (onAir && session) restart(Promise.resolve()); }

    async function put(url, body, type) {
      const patience = new AbortController();
      const timer = setTimeout(function () { patience.abort(); }, PATIENCE);
      try {
        return await fetch(url, { method: 'PUT', body: body, signal: patience.signal, credentials: 'same-origin',
          headers: { 'Content-Type': type.split(';')[0], 'Accept': 'application/json', 'X-XSRF-TOKEN': root.dataset.proof } });
      } finally { clearTimeout(timer); }
    }

    async function send() {
      if (busy || !queue.length) return;
      busy = true;
      clearTimeout(retry);
      const item = queue[0];
      let answer = null;
      try { answer = await put(item.url, item.body, item.type); } catch (gone) { answer = null; }
      busy = false;
      if (queue[0] !== item) return send();
      if (!answer || answer.status >= 500 || answer.status === 429 || answer.status === 408) return pause();
      failures = 0;
      if (answer.ok) { queue.shift(); told(); return send(); }
      const problem = await answer.json().catch(function () { return {}; });
      if (answer.status === 401 || answer.status === 403) { say('signed-out'); retry = setTimeout(send, 8000); return; }
      if (problem.code === 'video-superseded') return stop('superseded');
      if (problem.code === 'video-show-not-live' || answer.status === 404) return stop('over');
      // This stream has come to nothing (a piece that is not taken, or out of turn): the next one may do better.
      queue = queue.filter(function (other) { return other.session !== item.session; });
      if (session === item.session) { say('again'); setTimeout(fresh, 1000); }
      send();
    }
    function pause() {
      say('waiting', Math.round(waiting() / 1000));
      retry = setTimeout(send, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    }
    function told() {
      const behind = Math.round(waiting() / 1000);
      if (!onAir) { say(queue.length ? 'sending-rest' : 'stopped', behind); return; }
      if (root.dataset.state === 'lost') return;
      if (behind > 3) say('behind', behind); else say(muted ? 'muted' : 'sending');
    }

    function still() {
      if (!video.videoWidth || waiting() > 5000) return;
      const canvas = document.createElement('canvas');
      canvas.width = Math.min(640, video.videoWidth);
      canvas.height = Math.round(canvas.width * video.videoHeight / video.videoWidth);
      canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (jpeg) { if (jpeg) put(base + '/still', jpeg, 'image/jpeg').catch(function () {}); }, 'image/jpeg', 0.6);
    }

    buttons.preview.addEventListener('click', preview);
    buttons.start.addEventListener('click', start);
    buttons.stop.addEventListener('click', function () { stop(''); });
    buttons.turn.addEventListener('click', async function () {
      facing = facing === 'user' ? 'environment' : 'user';
      device++;
      if (onAir) { await halt(); await restart(look()); } else preview();
    });
    buttons.mute.addEventListener('click', function () {
      muted = !muted;
      media.getAudioTracks().forEach(function (track) { track.enabled = !muted; });
      if (onAir) told();
      show();
    });
    window.addEventListener('online', function () { failures = 0; clearTimeout(retry); send(); });
    window.addEventListener('beforeunload', function (event) { if (onAir && root.dataset.quiet !== 'true') event.preventDefault(); });
    document.addEventListener('visibilitychange', function () {
      if (onAir && document.visibilityState === 'visible' && navigator.wakeLock) navigator.wakeLock.request('screen').then(function (held) { lock = held; }).catch(function () {});
    });

    show();
    if (!window.isSecureContext || !navigator.mediaDevices) { say('insecure'); buttons.preview.disabled = true; return; }
    if (!window.MediaRecorder || !kind(KINDS)) { say('unable'); buttons.preview.disabled = true; return; }
    // A page that was loaded anew in the middle of a show goes on by itself.
    if (root.dataset.live === 'true' && sessionStorage.getItem('camera') === root.dataset.camera) preview().then(start);
    else say('idle');
  }

  document.querySelectorAll('[data-camera]').forEach(Camera);
})();
