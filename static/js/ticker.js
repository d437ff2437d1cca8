// The ticker of a wall: ul[data-ticks="N"], N rows in all. As many rows as fit stand there,
// every eight seconds the next ones take their place by a fade; it never scrolls. It stays
// while it is pointed at or in focus, while the wall is paused and while a source is read.
// One clock serves every scene: what a scene leaves behind is nothing.
(function () {
  'use strict';
  var EVERY = 8000, FADE = 240, at = 0, shown = 0, mine = null;
  var motionless = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce)'); // asked once: each asking leaves a query behind
  if (!document.documentElement.hasAttribute('data-wall')) { return; }

  function list() { return document.querySelector('main .tick ul[data-ticks]'); }
  function phone() { return window.innerWidth <= 700; }
  function full(ul) { return ul.scrollHeight > ul.clientHeight + 1 || ul.scrollWidth > ul.clientWidth + 1; }

  // put shows the rows from the at-th on, as many as fit, at least one; where nothing
  // bounds the list (phones, upright walls) a handful.
  function put(ul) {
    var most = getComputedStyle(ul).overflowY === 'hidden' ? Infinity : 4, rows = Array.prototype.slice.call(ul.children), more = ul.parentNode.querySelector('[data-more]'), rest;
    mine = ul;
    if (more) { more.hidden = rows.length < 2; more.textContent = more.getAttribute('data-more').replace('{n}', rows.length); } // it takes room itself
    if (at >= rows.length || phone()) { at = 0; }
    rows.forEach(function (row, i) { row.hidden = i !== at; });
    shown = rows.length ? 1 : 0;
    while (shown < most && at + shown < rows.length) {
      rows[at + shown].hidden = false;
      if (most === Infinity && full(ul)) { rows[at + shown].hidden = true; break; }
      shown++;
    }
    rest = (Number(ul.getAttribute('data-ticks')) || rows.length) - shown;
    if (more) { more.hidden = rest <= 0; more.textContent = rest > 0 ? more.getAttribute('data-more').replace('{n}', rest) : ''; }
  }
  function start() {
    var ul = list();
    if (!ul) { mine = null; at = 0; return; }
    if (ul !== mine) { at = 0; }
    put(ul);
  }
  function held(ul) {
    var tick = ul.closest('.tick');
    return tick.matches(':hover') || tick.contains(document.activeElement) || CB.play && CB.play.paused();
  }
  function turn() {
    var ul = list();
    if (!ul || phone() || held(ul)) { return; }
    if (ul !== mine) { start(); return; }
    if (shown >= ul.children.length) { return; }
    ul.classList.add('fading');
    setTimeout(function () {
      ul.classList.remove('fading');
      if (ul !== list()) { return; } // another scene meanwhile
      at += shown; put(ul);
    }, motionless && motionless.matches ? 0 : FADE);
  }

  start(); setInterval(turn, EVERY);
  window.addEventListener('resize', start);
  document.addEventListener('wall', function (event) { if (event.detail === 'scene') { start(); } });
  if (document.fonts && document.fonts.ready) { document.fonts.ready.then(start); document.fonts.addEventListener('loadingdone', start); }
  CB.turnTicker = turn;
})();
