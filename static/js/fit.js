// Lists of the wall show the rows there is room for and say how many more there are:
// a box with data-fit hides its last rows until it no longer overflows, and writes the
// rest into the [data-more] of its panel. Phones scroll: there it keeps a handful.
(function () {
  'use strict';
  var handful = 8, boxes = [], observer;

  function rowsOf(box) { return Array.prototype.slice.call(box.querySelectorAll('tbody > tr, .row, .pace > .fitrow')); }
  function phone() { return window.innerWidth <= 700; }

  function fit(box) {
    var rows = rowsOf(box), left = rows.length, over, i;
    rows.forEach(function (row) { row.hidden = false; });
    if (phone()) {
      left = Math.min(left, handful);
      rows.slice(left).forEach(function (row) { row.hidden = true; });
    } else {
      over = box.scrollHeight - box.clientHeight;
      for (i = rows.length - 1; i > 0 && over > 1; i--) {
        over -= rows[i].getBoundingClientRect().height;
        left = i;
      }
      rows.slice(left).forEach(function (row) { row.hidden = true; });
    }
    var panel = box.closest('.panel'), more = panel && panel.querySelector('[data-more]');
    if (!more) { return; }
    var rest = Math.max(Number(box.getAttribute('data-fit')) || 0, rows.length) - left;
    more.textContent = rest > 0 ? more.getAttribute('data-more').replace('{n}', rest) : '';
  }

  function start() {
    if (observer) { observer.disconnect(); }
    boxes = Array.prototype.slice.call(document.querySelectorAll('[data-fit]'));
    if (!boxes.length) { return; }
    boxes.forEach(fit);
    if (!window.ResizeObserver) { return; }
    observer = new ResizeObserver(function (entries) { entries.forEach(function (entry) { fit(entry.target); }); });
    boxes.forEach(function (box) { observer.observe(box); });
  }

  var main = document.querySelector('html.wall main');
  CB.fitRows = start;
  if (!main) { return; }
  start();
  if (document.fonts && document.fonts.ready) { document.fonts.ready.then(start); }
  // A scene takes the place of another: main is swapped where it stands.
  new MutationObserver(start).observe(main.parentNode, { childList: true });
})();
