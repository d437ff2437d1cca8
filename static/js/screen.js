// The wall: the page is fetched again every data-refresh seconds and its main element
// swapped when it changed. Offline, or when the key has run out, the last good state
// stays with its age; the wall never navigates to a sign-in page. ← and → change the scene.
(function () {
  'use strict';
  var main = document.querySelector('main[data-refresh]');

  function follow(step) {
    var named = document.querySelector('a[rel~=' + (step > 0 ? 'next' : 'prev') + ']');
    if (named) { location.href = named.href; return; }
    var tabs = Array.prototype.slice.call(document.querySelectorAll('.top .nav a')), at = tabs.findIndex(function (a) { return a.hasAttribute('aria-current'); });
    if (at >= 0 && tabs.length > 1) { location.href = tabs[(at + step + tabs.length) % tabs.length].href; }
  }
  document.addEventListener('keydown', function (event) {
    if (!document.documentElement.classList.contains('wall') || event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea, .tbx, .trace')) { return; }
    if (event.key === 'ArrowRight') { follow(1); }
    if (event.key === 'ArrowLeft') { follow(-1); }
  });
  if (!main) { return; }

  // Taken before charts and links are drawn: compared is what the server said, not what became of it.
  var every = Math.max(1, Number(main.getAttribute('data-refresh')) || 60) * 1000, shown = main.outerHTML, good = new Date();

  function age(text) { CB.each(document, '[data-age]', function (el) { el.textContent = text; }); }
  function swap(next, html) {
    shown = html; CB.closeTrace(); CB.stopCharts(main);
    main.replaceWith(next); main = next;
    CB.startCharts(main); CB.drawLinks(main);
  }
  function refresh() {
    CB.fetchText(location.href).then(function (text) {
      var page = new DOMParser().parseFromString(text, 'text/html'), next = page.querySelector('main[data-refresh]');
      if (!next) { throw new Error('no main'); }
      good = new Date(); age('');
      // The head stands outside main: name, mark of the sample and month change with the data too.
      ['.top .brand', '.top .meta b'].forEach(function (part) {
        var now = document.querySelector(part), then = page.querySelector(part);
        if (now && then && now.innerHTML !== then.innerHTML) { now.innerHTML = then.innerHTML; }
      });
      if (next.outerHTML !== shown) { swap(document.importNode(next, true), next.outerHTML); } else { CB.reloadCharts(); }
    }).catch(function () { age('数据停在 ' + CB.clock(good) + ',正在重连'); });
  }
  setInterval(refresh, every);
})();
