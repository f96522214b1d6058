// Reads codes through the camera where the browser can (BarcodeDetector), and makes photos small enough to send.
(function () {
  'use strict';
  const LONGEST_SIDE = 1280;
  let stream = null, video = null, stopped = true;

  function stop() {
    stopped = true;
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    if (video) video.remove();
    stream = video = null;
  }

  // A GS1 link or a bare code: what stands behind the last slash is what counts.
  function plain(value) { const text = value.trim(); return /^https?:/i.test(text) ? text.replace(/[?#].*$/, '').split('/').pop() : text; }

  function look(detector, onCode, last) {
    if (stopped) return;
    detector.detect(video).then(function (found) {
      const code = found.length ? plain(found[0].rawValue) : '';
      if (code && code !== last) { if (navigator.vibrate) navigator.vibrate(60); onCode(code); }
      setTimeout(function () { look(detector, onCode, code || last); }, 200);
    }, function () { setTimeout(function () { look(detector, onCode, last); }, 400); });
  }

  window.DriveCamera = {
    can: function () { return Boolean(window.BarcodeDetector && navigator.mediaDevices && navigator.mediaDevices.getUserMedia); },
    start: function (place, onCode) {
      stop();
      return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (got) {
        stream = got;
        stopped = false;
        video = document.createElement('video');
        video.className = 'drive-video';
        video.muted = true;
        video.setAttribute('playsinline', '');
        video.srcObject = got;
        place.append(video);
        return video.play().then(function () { look(new window.BarcodeDetector(), onCode, ''); });
      });
    },
    stop: stop,
    // As JPEG, no longer than 1,280 dots; nothing where the browser cannot read it, for then the server cannot either.
    small: function (file) {
      if (!window.createImageBitmap) return Promise.resolve(file);
      return createImageBitmap(file).then(function (image) {
        const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.width * scale);
        canvas.height = Math.round(image.height * scale);
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        return new Promise(function (resolve) { canvas.toBlob(function (blob) { resolve(blob || file); }, 'image/jpeg', 0.8); });
      }, function () { return null; });
    }
  };
})();
