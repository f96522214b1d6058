// What is on screen, redrawn when it changes; the page works without it, by being loaded again.
(function () {
  'use strict';
  const show = document.querySelector('[data-show]');
  const pin = document.getElementById('pin');
  if (!show) return;
  const words = pin ? pin.dataset : {};

  function line(text, className) {
    const p = document.createElement('p');
    if (className) p.className = className;
    const bdi = document.createElement('bdi');
    bdi.textContent = text;
    p.append(bdi);
    return p;
  }

  function buyLink(id) {
    const link = document.createElement('a');
    const path = words.path + '/items/' + id;
    link.className = 'btn';
    link.href = path;
    link.dataset.liveItem = id;
    link.textContent = words.buy;
    for (const [name, value] of [['get', path], ['target', '#buy'], ['select', '#buy'], ['swap', 'outerHTML']]) link.setAttribute('hx-' + name, value);
    return link;
  }

  function draw(now) {
    pin.replaceChildren();
    if (!now || !now.listing) { pin.append(line(words.none, 'soft')); return; }
    pin.append(line(now.title, 'strong'));
    const price = line(now.priceText);
    price.firstChild.className = 'goods-price';
    if (now.pack) price.append(' ' + words.per + ' ' + now.pack);
    pin.append(price);
    if (now.limit) pin.append(line(words.limit.replace('#', now.limit), 'soft small'));
    const row = document.createElement('p');
    row.className = 'cluster';
    const left = document.createElement('span');
    left.className = 'badge badge-good';
    left.dataset.liveLeft = now.listing;
    left.dataset.liveWords = words.left;
    left.textContent = now.left > 0 ? words.left.replace('#', now.left) : words.soldOut;
    row.append(left);
    const link = buyLink(now.listing);
    link.hidden = now.left <= 0;
    row.append(link);
    pin.append(row);
    if (window.htmx) window.htmx.process(pin);
  }

  document.addEventListener('live:pin', function (event) { if (pin) draw(event.detail); });
  document.addEventListener('live:stock', function (event) {
    if (!pin) return;
    pin.querySelectorAll('a[data-live-item]').forEach(function (link) {
      const left = event.detail[link.dataset.liveItem];
      if (left === undefined) return;
      link.hidden = left <= 0;
      if (left <= 0) pin.querySelectorAll('[data-live-left]').forEach(function (place) { place.textContent = words.soldOut; });
    });
  });
  document.addEventListener('live:state', function (event) {
    // Not all thousands in the same second.
    if (event.detail.state && event.detail.state !== show.dataset.state)
      setTimeout(function () { window.location.reload(); }, Math.random() * (event.detail.state === 'LIVE' ? 4000 : 12000));
  });

  // A recording shows again what was on screen at that moment.
  const moments = document.getElementById('moments');
  if (moments) document.addEventListener('live:playing-at', function (event) {
    let shown = null;
    for (const moment of moments.children) {
      const now = event.detail >= Number(moment.dataset.from) && event.detail < Number(moment.dataset.until);
      moment.classList.toggle('moment-now', now);
      if (now) shown = moment;
    }
    if (!shown) return;
    pin.replaceChildren(line(shown.dataset.title, 'strong'), line(shown.dataset.price));
    const link = shown.querySelector('a');
    if (link) pin.append(link.cloneNode(true));
  });
})();
