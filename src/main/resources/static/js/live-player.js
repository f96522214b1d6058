// Plays a show, live or again, as picture, as sound alone or as stills; says what is wrong and tries again by itself.
// Tells others by DOM events on the player: `live:playing-at` each second ({detail: epoch milliseconds of what is seen}),
// `live:over` when a live show has ended.
(function () {
  'use strict';
  const LIVE = { liveSyncDuration: 3, liveMaxLatencyDuration: 8, maxLiveSyncPlaybackRate: 1.15, maxBufferLength: 12 };
  const REPLAY = { maxBufferLength: 30 };
  const PAUSES = [1000, 2000, 4000, 8000];

  function Player(root) {
    const live = root.dataset.live === 'true';
    const video = root.querySelector('video');
    const still = root.querySelector('[data-still]');
    const says = root.querySelector('[data-says]');
    const unmute = root.querySelector('[data-unmute]');
    const modes = Array.from(root.querySelectorAll('[data-mode]'));
    let hls = null, mode = '', failures = 0, timer = 0, stillTimer = 0, over = false;
    let lastTime = 0, stuckSince = 0, stalls = [], playedSince = 0;

    function say(word) {
      root.dataset.state = word || 'playing';
      const told = word && root.querySelector('[data-words]').content.querySelector('[data-word="' + word + '"]');
      const text = told ? told.textContent : '';
      if (says.textContent !== text) says.textContent = text;
    }

    function close() {
      clearTimeout(timer);
      if (hls) { hls.destroy(); hls = null; }
    }

    function again(word) {
      if (over || mode === 'still') return;
      close();
      say(word);
      timer = setTimeout(load, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    }

    function load() {
      close();
      stuckSince = 0;
      const source = mode === 'sound' ? root.dataset.sound : root.dataset.main;
      if (window.Hls && window.Hls.isSupported()) {
        hls = new window.Hls(Object.assign({ enableWorker: false, backBufferLength: 20, startFragPrefetch: true }, live ? LIVE : REPLAY));
        hls.on(window.Hls.Events.ERROR, function (event, data) {
          if (!data.fatal) return;
          const code = data.response && data.response.code;
          if (data.type === window.Hls.ErrorTypes.MEDIA_ERROR && failures++ < 2) { hls.recoverMediaError(); return; }
          again(code === 404 ? 'waiting' : 'broken');
        });
        hls.on(window.Hls.Events.LEVEL_UPDATED, function (event, data) { root.dataset.ends = data.details.live ? '' : 'yes'; });
        hls.on(window.Hls.Events.MEDIA_ATTACHED, play);
        hls.loadSource(source);
        hls.attachMedia(video);
      } else if (video.canPlayType('application/vnd.apple.mpegurl')) {
        video.src = source;
        play();
      } else say('unable');
    }

    // A browser starts what nobody asked for only without sound.
    function play() {
      const started = video.play();
      if (!started) return;
      started.catch(function (refused) {
        if (refused.name === 'NotAllowedError' && !video.muted) { video.muted = true; play(); } else if (refused.name === 'NotAllowedError') say('press');
      }).finally(sound);
    }

    function sound() { if (unmute) unmute.hidden = !(video.muted && mode !== 'still'); }

    function choose(wanted, why) {
      if (mode === wanted) return;
      mode = wanted;
      root.dataset.modeNow = wanted;
      failures = 0;
      stalls = [];
      modes.forEach(function (button) { button.setAttribute('aria-pressed', String(button.dataset.mode === wanted)); });
      close();
      clearInterval(stillTimer);
      still.hidden = wanted === 'picture';
      video.hidden = wanted !== 'picture';
      if (wanted !== 'picture') { refresh(); if (live) stillTimer = setInterval(refresh, 10000); }
      if (wanted === 'still') { video.removeAttribute('src'); video.load(); say('still'); } else { say(why || 'waiting'); load(); }
      sound();
    }

    function refresh() { still.src = root.dataset.stillAt + '?' + Date.now(); }

    function playingAt() {
      if (hls && hls.playingDate) return hls.playingDate.getTime();
      if (!hls && video.getStartDate) { const at = video.getStartDate().getTime() + video.currentTime * 1000; return at > 0 ? at : 0; }
      return 0;
    }

    // Every second: does it go on? How far behind is it? What is seen?
    function look() {
      if (mode === 'still' || over) return;
      const now = performance.now();
      const moving = video.currentTime !== lastTime;
      lastTime = video.currentTime;
      const at = playingAt();
      if (at) {
        root.dispatchEvent(new CustomEvent('live:playing-at', { bubbles: true, detail: at }));
        root.dataset.at = String(at);
        if (live) root.dataset.delay = ((Date.now() - at) / 1000).toFixed(1);
      }
      if (video.paused || moving) {
        if (moving && !video.paused) { if (!playedSince) playedSince = now; if (now - playedSince > 5000) failures = 0; if (root.dataset.state !== 'weak') say(''); }
        if (moving && stuckSince) stuckSince = 0;
        if (hls && live && hls.latency > 10 && hls.liveSyncPosition) video.currentTime = hls.liveSyncPosition;
        return;
      }
      playedSince = 0;
      if (live && root.dataset.ends) return end();
      if (!stuckSince) { stuckSince = now; stall(now); }
      if (now - stuckSince > 3000) say('stalled');
      if (now - stuckSince > 12000) again('stalled');
    }

    // Thrice within a minute is a line that carries no picture: the sound goes on, and one may choose the picture again.
    function stall(now) {
      if (video.readyState > 2 || !live) return;
      stalls = stalls.filter(function (at) { return now - at < 60000; }).concat(now);
      if (stalls.length >= 3 && mode === 'picture' && root.dataset.sound) choose('sound', 'weak');
    }

    function end() {
      if (over) return;
      over = true;
      close();
      say('over');
      root.dispatchEvent(new CustomEvent('live:over', { bubbles: true }));
    }

    video.addEventListener('ended', function () { if (live) end(); });
    modes.forEach(function (button) { button.addEventListener('click', function () { choose(button.dataset.mode); }); });
    if (unmute) unmute.addEventListener('click', function () { video.muted = false; play(); sound(); });
    video.addEventListener('volumechange', sound);
    still.addEventListener('error', function () { still.removeAttribute('src'); });
    window.addEventListener('online', function () { if (root.dataset.state === 'broken' || root.dataset.state === 'stalled') { failures = 0; load(); } });
    // Others take it to a moment: `detail` is epoch milliseconds.
    root.addEventListener('live:seek', function (event) { const at = playingAt(); if (at) video.currentTime += (event.detail - at) / 1000; });
    setInterval(look, 1000);
    const slow = navigator.connection && (navigator.connection.saveData || /(^|-)2g$/.test(navigator.connection.effectiveType || ''));
    choose(slow ? 'sound' : 'picture');
  }

  function begin(within) {
    within.querySelectorAll('[data-player]').forEach(function (root) { if (!root.dataset.begun) { root.dataset.begun = 'yes'; Player(root); } });
  }
  begin(document);
  document.addEventListener('htmx:load', function (event) { begin(event.target); });
})();
