// The meeting: its sheets are turned by keys or a presenter's remote (page keys, arrows,
// Home, End, digits), each with a timer of its own. Phones and browsers without JS scroll.
(function () {
  'use strict';
  var nav = document.querySelector('[data-turns]');
  if (!nav || window.innerWidth <= 700) { return; }
  var tabs = Array.prototype.slice.call(nav.querySelectorAll('a'));
  var sheets = tabs.map(function (a) { return document.querySelector(a.getAttribute('href')); });
  var timer = document.querySelector('[data-timer]'), spent = sheets.map(function () { return 0; }), at = 0;

  function two(n) { return (n < 10 ? '0' : '') + n; }
  function tick() { if (timer) { timer.textContent = two(Math.floor(spent[at] / 60)) + ':' + two(spent[at] % 60); } }
  function turn(to) {
    at = Math.max(0, Math.min(sheets.length - 1, to));
    if (CB.closeTrace) { CB.closeTrace(); }
    sheets.forEach(function (s, i) { s.hidden = i !== at; });
    tabs.forEach(function (a, i) { if (i === at) { a.setAttribute('aria-current', 'page'); } else { a.removeAttribute('aria-current'); } });
    sheets[at].scrollTop = 0; tick();
    history.replaceState(null, '', tabs[at].getAttribute('href'));
  }
  function asked() { var i = tabs.map(function (a) { return a.getAttribute('href'); }).indexOf(location.hash); return i < 0 ? 0 : i; }

  document.documentElement.classList.add('turned');
  tabs.forEach(function (a, i) { a.addEventListener('click', function (event) { event.preventDefault(); turn(i); }); });
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { return; }
    var to = { PageDown: at + 1, ArrowRight: at + 1, PageUp: at - 1, ArrowLeft: at - 1, Home: 0, End: sheets.length - 1 }[event.key];
    if (/^[1-9]$/.test(event.key)) { to = Number(event.key) - 1; }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { sheets[at].scrollTop += (event.key === 'ArrowDown' ? 1 : -1) * 80; event.preventDefault(); return; }
    if (to === undefined || to >= sheets.length && event.key !== 'PageDown' && event.key !== 'ArrowRight') { return; }
    event.preventDefault(); turn(to);
  });
  window.addEventListener('hashchange', function () { turn(asked()); });
  setInterval(function () { spent[at]++; tick(); }, 1000);
  turn(document.querySelector('#decisions [aria-invalid], #decisions .form > .err') ? sheets.length - 1 : asked());
})();
