// What a screen nobody attends needs: a clock, a lock against falling asleep (or one hint
// how to set the system), no pointer, full screen by F, a fresh start at night.
(function () {
  'use strict';
  var wall = CB.wall, root = document.documentElement, born = Date.now(), minute = Math.floor(Math.random() * 50), lock = null, idle = 0;
  if (!wall) { return; }

  // there is the time in the county, by the server's clock where it is known.
  function there() { return new Date(Date.now() + wall.skew + 8 * 3600000); }
  function two(n) { return ('0' + n).slice(-2); }
  function tick() {
    var now = there();
    CB.each(document, '[data-clock]', function (el) { el.textContent = two(now.getUTCHours()) + ':' + two(now.getUTCMinutes()); });
    // Between three and four, once a day, each screen in a minute of its own; for a new version whatever holds it.
    if (wall.kiosk && now.getUTCHours() === 3 && now.getUTCMinutes() >= minute && (wall.stale || Date.now() - born > 12 * 3600000)) { wall.restart(); }
  }
  tick(); setInterval(tick, 5000);

  function hint() {
    var seen = '';
    try { seen = localStorage.getItem('wall-awake'); } catch (e) { /* told each time then */ }
    if (seen || !wall.kiosk) { return; }
    var box = document.createElement('div');
    box.className = 'toast hint'; box.setAttribute('role', 'status');
    box.innerHTML = '<span>浏览器不能阻止本机息屏，请在系统设置中关闭屏幕保护、自动休眠和自动锁屏。</span> <button type="button" class="go">知道了</button>';
    box.querySelector('button').addEventListener('click', function () {
      try { localStorage.setItem('wall-awake', '1'); } catch (e) { /* told again then */ }
      box.remove();
    });
    document.body.appendChild(box);
    setTimeout(function () { box.remove(); }, 120000);
  }
  function awake() {
    if (!root.hasAttribute('data-plays') || document.visibilityState !== 'visible') { return; }
    if (!window.isSecureContext || !navigator.wakeLock) { return; }
    navigator.wakeLock.request('screen').then(function (got) { lock = got; }, function () { lock = null; });
  }
  document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'visible') { awake(); } });
  if (window.isSecureContext && navigator.wakeLock) { awake(); } else { hint(); }

  function still() { root.classList.add('idle'); }
  function moved() { root.classList.remove('idle'); clearTimeout(idle); idle = setTimeout(still, 5000); }
  document.addEventListener('mousemove', moved, { passive: true });
  moved();

  document.addEventListener('keydown', function (event) {
    if (event.key !== 'f' && event.key !== 'F' || event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea')) { return; }
    if (document.fullscreenElement) { document.exitFullscreen(); } else if (root.requestFullscreen) { root.requestFullscreen().catch(function () { /* the browser does not let */ }); }
  });
  wall.lock = function () { return !!lock; };
})();
