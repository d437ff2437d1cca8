// The wall's carousel: which scene is next, when, and what holds it: the pause key, a figure
// whose source is open, the keyboard's focus. The next scene is loaded before it shows.
// Space or P pauses; ← → Page Up, Page Down and the keys of a remote control step; 1…9, 0 and
// Home go to a scene; a finger swipes.
(function () {
  'use strict';
  var wall = CB.wall, root = document.documentElement, IDLE = 60000, PAUSE = 30 * 60000;
  if (!wall || !wall.tabs.length) { return; }
  var held = {}, timer = 0, early = 0, ready = null, since = 0, left = 0, turn = 0, touched = Date.now();
  if (!root.hasAttribute('data-plays')) { held.user = true; }

  function index() { return Math.max(0, wall.tabs.findIndex(function (tab) { return tab.code === wall.current(); })); }
  function after(step) { var n = wall.tabs.length; return wall.tabs[(index() + step % n + n) % n]; }
  function free() { return wall.tabs.length > 1 && !wall.closed && !Object.keys(held).length; }

  // The line under the tab is the only thing that moves all the time.
  function line() {
    wall.tabs.forEach(function (tab) {
      var on = tab.code === wall.current() && root.hasAttribute('data-plays') && wall.tabs.length > 1 && !wall.closed;
      if (!on) { tab.el.classList.remove('rot', 'held'); return; }
      tab.el.style.setProperty('--rot', tab.seconds + 's');
      tab.el.classList.add('rot'); tab.el.classList.toggle('held', !free());
    });
    CB.each(document, '[data-held]', function (el) { el.textContent = !held.user || wall.closed ? '' : root.hasAttribute('data-plays') ? '已暂停' : '轮播'; });
  }
  function stop() { clearTimeout(timer); clearTimeout(early); }
  function run() {
    stop(); line();
    if (!free()) { return; }
    since = Date.now();
    timer = setTimeout(function () { go(after(1), true); }, left);
    early = setTimeout(preload, Math.max(0, left - Math.min(5000, wall.tabs[index()].seconds * 500)));
  }
  // begin gives the scene that shows its whole time.
  function begin() {
    var el = wall.tabs[index()].el;
    el.classList.remove('rot'); void el.offsetWidth; // the line starts anew
    left = wall.tabs[index()].seconds * 1000; since = Date.now(); run();
  }
  function preload() {
    var code = after(1).code;
    ready = { code: code, scene: wall.load(code) };
    ready.scene.catch(function () { /* the kept one is taken then */ });
  }
  function hold(reason) { if (!held[reason]) { left -= free() ? Date.now() - since : 0; held[reason] = true; left = Math.max(left, 1000); run(); } }
  function release(reason) { if (held[reason]) { delete held[reason]; if (left <= 0) { begin(); } else { run(); } } }

  // go shows a scene; without the server the one that was kept, and without that the next that was.
  function go(tab, byItself) {
    stop();
    if (wall.stale && byItself) { wall.restart(tab.href); }
    var mine = ++turn, loaded = ready && ready.code === tab.code ? ready.scene : wall.load(tab.code);
    ready = null;
    return loaded.catch(function () { return kept(tab, byItself); }).then(function (scene) {
      if (mine !== turn) { return; }
      if (scene) { wall.show(scene); }
      begin();
    });
  }
  function kept(tab, byItself) {
    var n = wall.tabs.length, at = wall.tabs.indexOf(tab), i, scene = wall.kept(tab.code);
    for (i = 1; byItself && !scene && i < n; i++) { scene = wall.kept(wall.tabs[(at + i) % n].code); }
    return scene;
  }
  function toggle() {
    root.setAttribute('data-plays', '');
    if (held.user) { release('user'); } else { hold('user'); }
    line();
  }

  document.addEventListener('wall', function (event) {
    if (event.detail === 'changed') { ready = null; }
    if (event.detail === 'open' || event.detail === 'closed') { run(); }
    // A new version is taken where a scene changes. A wall of one scene, or one whose page the new
    // version no longer serves, takes it once nobody reads or holds it; the rest waits for the night.
    var alone = event.detail === 'fresh' && wall.tabs.length === 1 || event.detail === 'outdated';
    if (alone && wall.stale && !paused() && Date.now() - touched > IDLE) { wall.restart(); }
  });

  var keys = {
    ' ': toggle, p: toggle, P: toggle, MediaPlayPause: toggle, MediaPause: toggle, MediaPlay: toggle,
    ArrowRight: 1, PageDown: 1, MediaTrackNext: 1, ArrowLeft: -1, PageUp: -1, MediaTrackPrevious: -1, Home: 0
  };
  document.addEventListener('keydown', function (event) {
    touched = Date.now();
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea, .trace')) { return; }
    if (event.target.closest('.tbx, .cgx, .twin') && /^(Arrow|Page|Home)/.test(event.key) || event.key === ' ' && event.target.closest('button, summary')) { return; }
    var act = keys[event.key], tab = /^\d$/.test(event.key) ? wall.tabs[(Number(event.key) + 9) % 10] : null;
    if (act === undefined && !tab) { return; }
    event.preventDefault();
    if (typeof act === 'function') { act(); } else { go(tab || (act ? after(act) : wall.tabs[0])); }
  });
  document.addEventListener('click', function (event) {
    var a = event.target.closest('.nav.scenes a'), tab = a && wall.tabs.find(function (t) { return t.el === a; });
    if (tab && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); go(tab); }
    else if (event.target.closest('[data-held]')) { toggle(); }
  });
  var start = null;
  document.addEventListener('touchstart', function (event) {
    var t = event.touches[0];
    start = event.touches.length === 1 && !event.target.closest('.tbx, .cgx, .twin, .trace, .nav') ? { x: t.clientX, y: t.clientY } : null;
  }, { passive: true });
  document.addEventListener('touchend', function (event) {
    var t = event.changedTouches[0], dx = start ? t.clientX - start.x : 0;
    if (Math.abs(dx) > 64 && Math.abs(dx) > 2 * Math.abs(t.clientY - start.y)) { go(after(dx < 0 ? 1 : -1)); }
    start = null;
  }, { passive: true });

  // A source that is read holds the wall until it is closed, a focused figure until it is left.
  document.addEventListener('trace', function (event) { if (event.detail) { hold('trace'); } else { release('trace'); } });
  document.addEventListener('table', function (event) { if (event.detail) { hold('table'); } else { release('table'); } });
  document.addEventListener('focusin', function (event) { if (event.target.matches('main *') && event.target.matches(':focus-visible')) { hold('focus'); } });
  document.addEventListener('focusout', function () { release('focus'); });
  ['pointerdown', 'pointermove', 'wheel'].forEach(function (name) { document.addEventListener(name, function () { touched = Date.now(); }, { passive: true }); });
  // Nobody stands there any more: what they left open or paused does not stop a wall for good.
  setInterval(function () {
    var idle = Date.now() - touched;
    if (idle > IDLE && held.trace) { CB.closeTrace(); }
    if (idle > IDLE && held.table) { CB.closeTables(); }
    if (idle > IDLE && held.focus && document.activeElement) { document.activeElement.blur(); release('focus'); }
    if (idle > PAUSE && wall.kiosk) { release('user'); }
  }, 5000);
  begin();
  // paused tells whether someone holds the wall: by key, or reading a source or a table.
  function paused() { return !!(held.trace || held.table || held.user && root.hasAttribute('data-plays')); }
  CB.play = { paused: paused, go: function (code) { var tab = wall.tabs.find(function (t) { return t.code === code; }); return tab ? go(tab) : Promise.reject(new Error(code)); }, step: function (n) { return go(after(n)); } };
})();
