// Lists of the wall show the rows there is room for and say how many more there are:
// a box with data-fit hides its last rows until it no longer overflows, and writes the
// rest into the [data-more] of its panel. Phones scroll: there it keeps a handful.
(function () {
  'use strict';
  var handful = 10, boxes = [], observer;

  function drawn(el) { return !!el && el.getClientRects().length > 0; } // a row whose cells stand in the box's own grid has no box
  // Rows that a panel of wider walls shows instead are none of the box's here.
  function rowsOf(box) {
    var all = Array.prototype.slice.call(box.querySelectorAll('tbody > tr, .row, .fitrow, .dg, .nd'));
    show(all, all.length);
    return all.filter(function (row) { return row.getClientRects().length > 0 || drawn(row.firstElementChild); });
  }
  function phone() { return window.innerWidth <= 700; }
  function show(rows, n) { rows.forEach(function (row, i) { row.hidden = i >= n; }); }
  function full(box) { return box.scrollHeight > box.clientHeight + 1; }

  // The most rows that fit, by halves: rows may stand side by side and be of different height.
  function most(box, rows) {
    var low = 1, high = rows.length, middle;
    show(rows, high);
    if (!full(box)) { return high; }
    while (low < high) {
      middle = Math.ceil((low + high) / 2); show(rows, middle);
      if (full(box)) { high = middle - 1; } else { low = middle; }
    }
    return low;
  }
  // Rows take the free height up to twice their own; below that the box ends.
  function grow(box, rows) {
    var body = box.querySelector('tbody'), bare = phone() || !body && !box.classList.contains('rows'), own, rem;
    if (bare || box.querySelector('[rowspan]')) { return; }
    rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    box.classList.add('still');
    own = rows.reduce(function (total, row) { return total + row.offsetHeight; }, 0);
    box.style.maxHeight = ((body ? box.firstElementChild.offsetHeight : own) + own) / rem + 'rem';
    box.classList.remove('still');
  }
  function fit(box) {
    box.style.maxHeight = '';
    var rows = rowsOf(box), panel = box.closest('.panel'), more = box.parentNode.querySelector('[data-more]') || panel && panel.querySelector('[data-more]'), left, rest;
    function tell() {
      rest = Math.max(Number(box.getAttribute('data-fit')) || 0, rows.length) - left;
      if (!more) { return; }
      more.hidden = rest <= 0; more.textContent = rest > 0 ? more.getAttribute('data-more').replace('{n}', rest) : '';
    }
    left = phone() ? Math.min(rows.length, handful) : most(box, rows);
    show(rows, left); tell();
    if (!phone() && full(box)) { left = most(box, rows); show(rows, left); tell(); } // the sentence takes a line itself
    grow(box, rows);
  }

  function start() {
    if (observer) { observer.disconnect(); }
    boxes = Array.prototype.slice.call(document.querySelectorAll('[data-fit]'));
    boxes.forEach(function (box) { box.style.maxHeight = ''; rowsOf(box); });
    CB.shareHeights();
    boxes.forEach(fit);
    if (!window.ResizeObserver) { return; }
    observer = new ResizeObserver(function (entries) { entries.forEach(function (entry) { fit(entry.target); }); });
    boxes.forEach(function (box) { observer.observe(box); });
  }

  var main = document.querySelector('html.wall main');
  CB.fitRows = start;
  if (!main) { return; }
  start();
  window.addEventListener('resize', start);
  if (document.fonts && document.fonts.ready) { document.fonts.ready.then(start); }
  // A scene takes the place of another: main is swapped where it stands.
  new MutationObserver(start).observe(main.parentNode, { childList: true });
})();
