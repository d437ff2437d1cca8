// Long work under way: its part of the page is fetched anew until it has ended.
(function () {
  'use strict';
  var PAUSE = 400, RETRY = 3000; // ms

  CB.each(document, '[data-job]', function (box) {
    function look() {
      CB.fetchText(box.getAttribute('data-job')).then(function (html) {
        var button = box.querySelector('button'), focused = button && document.activeElement === button;
        box.innerHTML = html;
        var next = box.querySelector('[data-next]');
        if (next) { location.replace(next.href); return; }
        if (!box.querySelector('[data-running]')) { return; }
        if (focused && (button = box.querySelector('button'))) { button.focus(); }
        setTimeout(look, PAUSE);
      }, function (error) {
        if (/ 40[0-9]$/.test(error.message)) { location.reload(); return; } // signed out, or the service was restarted: the page says so
        setTimeout(look, RETRY);
      });
    }
    if (box.querySelector('[data-running]')) { setTimeout(look, PAUSE); }
  });
})();
