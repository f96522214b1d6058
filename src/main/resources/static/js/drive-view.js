// How the driver's page is drawn: elements from words and what the phone keeps. No text is ever taken for markup.
(function () {
  'use strict';
  const words = {};
  document.querySelectorAll('#drive-words [data-word]').forEach(function (line) { words[line.dataset.word] = line.textContent; });
  const lang = document.getElementById('drive') ? document.getElementById('drive').dataset.lang : 'en';

  // `#` and `##` stand for the first and second number or name.
  function say(word, first, second) {
    return (words[word] || word).replace('##', second === undefined ? '' : second).replace('#', first === undefined ? '' : first);
  }

  function el(tag, attributes) {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(function (pair) {
      const name = pair[0], value = pair[1];
      if (value === null || value === undefined || value === false) return;
      if (name === 'text') element.textContent = value;
      else if (name === 'on') Object.entries(value).forEach(function (one) { element.addEventListener(one[0], one[1]); });
      else element.setAttribute(name, value === true ? '' : value);
    });
    Array.prototype.slice.call(arguments, 2).flat().forEach(function (child) { if (child) element.append(child); });
    return element;
  }

  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'icon icon-small' + (['truck', 'forward', 'back'].includes(name) ? ' icon-turns' : ''));
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', '/css/icons.svg#' + name);
    svg.append(use);
    return svg;
  }

  function button(text, press, kind, image) {
    return el('button', { type: 'button', class: 'btn' + (kind ? ' btn-' + kind : ''), on: { click: press } }, image ? icon(image) : null, text);
  }

  function link(text, href, image) { return el('a', { class: 'btn btn-quiet', href: href }, icon(image), text); }

  function badge(text, kind) { return el('span', { class: 'badge' + (kind ? ' badge-' + kind : ''), text: text }); }

  function notice(kind, children) {
    return el('div', { class: 'notice notice-' + kind, role: kind === 'bad' ? 'alert' : 'status' }, icon(kind === 'good' ? 'check' : kind === 'info' ? 'info' : 'warning'), el('div', {}, children));
  }

  function time(text) {
    return new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date(text));
  }
  function day(text) {
    return new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(new Date(text + 'T00:00:00Z'));
  }

  function isolated(text, kind) { return el('bdi', { text: text, class: kind }); }

  function field(id, label, attributes) {
    return el('div', { class: 'field' }, el('label', { for: id, text: label }), el('input', Object.assign({ id: id, class: 'input', autocomplete: 'off' }, attributes)));
  }

  // What is not sent yet is shown as if it were: the driver sees what they did.
  function overlaid(round, outbox) {
    const copy = JSON.parse(JSON.stringify(round));
    outbox.filter(function (entry) { return entry.round === round.id && entry.state !== 'REFUSED'; })
      .sort(function (a, b) { return a.at < b.at ? -1 : 1; }).forEach(function (entry) { apply(copy, entry); });
    copy.stops.forEach(function (stop) {
      if (stop.tasks.length && stop.tasks.every(function (task) { return task.state !== 'PENDING'; }))
        stop.state = stop.tasks.some(function (task) { return task.state === 'DONE'; }) ? 'DONE' : 'FAILED';
    });
    return copy;
  }

  function apply(round, entry) {
    if (round.state === 'PLANNED') round.state = 'DRIVING';
    if (entry.kind === 'FINISH') round.state = 'DONE';
    round.stops.forEach(function (stop) {
      if (entry.kind === 'ARRIVE' && stop.id === entry.stop) stop.arrived = true;
      stop.tasks.forEach(function (task) {
        const same = entry.code && task.code.toUpperCase() === entry.code.toUpperCase();
        if (entry.kind === 'LOAD' && same && task.kind === 'DELIVER') task.loaded = true;
        if ((entry.kind === 'DELIVER' || entry.kind === 'COLLECT') && same && task.kind === entry.kind) task.state = 'DONE';
        if (entry.kind === 'FAIL' && task.state === 'PENDING' && (same || !entry.code && stop.id === entry.stop)) { task.state = 'FAILED'; stop.reason = entry.reason; }
      });
    });
  }

  window.DriveView = { say: say, el: el, icon: icon, button: button, link: link, badge: badge, notice: notice, time: time, day: day,
    isolated: isolated, field: field, overlaid: overlaid };
})();
