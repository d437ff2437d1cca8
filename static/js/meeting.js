// The meeting: its sheets are turned by keys or a presenter's remote (page keys, arrows,
// Home, End, digits). What does not fit a sheet comes on further leaves of it, turned by
// the same keys. Phones and browsers without JS scroll.
(function () {
  'use strict';
  var nav = document.querySelector('[data-turns]');
  if (!nav) { return; }
  var slice = Array.prototype.slice, tabs = slice.call(nav.querySelectorAll('a')), sheets = slice.call(document.querySelectorAll('.sheet'));
  var at = 0, leaf = 0, leaves = [], flat = false;

  function tabOf(sheet) {
    var name = '#' + (sheet.getAttribute('data-tab') || sheet.id), own = '#' + sheet.id;
    return tabs.filter(function (a) { var to = a.getAttribute('href'); return to === name || to === own; })[0];
  }
  function sheetAt(hash) { var i = sheets.map(function (s) { return '#' + s.id; }).indexOf(hash); return Math.max(0, i); }

  // The parts of a sheet that can stand on another leaf: rows of tables and whole blocks.
  function partsOf(sheet) {
    var parts = [];
    slice.call(sheet.children).forEach(function (box) {
      if (box.tagName === 'H2' || box.tagName === 'DATALIST' || box.hasAttribute('data-keep')) { return; }
      var rows = box.querySelectorAll('tbody > tr');
      if (!rows.length) { parts.push({ el: box, box: box, first: box.tagName === 'H3' }); }
      slice.call(rows).forEach(function (row, i) { parts.push({ el: row, box: box, first: !i && box.hasAttribute('data-block') }); });
    });
    return parts;
  }
  function show(parts, from, to) {
    parts.forEach(function (p) { p.box.hidden = true; });
    parts.forEach(function (p, i) { p.el.hidden = i < from || i >= to; if (!p.el.hidden) { p.box.hidden = false; } });
  }
  function full(sheet) { return sheet.scrollHeight > sheet.clientHeight + 1; }
  // Columns keep their widths from leaf to leaf.
  function hold(sheet) {
    CB.each(sheet, 'table', function (table) {
      table.style.tableLayout = '';
      var heads = slice.call(table.querySelectorAll('thead th'));
      heads.forEach(function (th) { th.style.width = ''; });
      var widths = heads.map(function (th) { return th.getBoundingClientRect().width; });
      heads.forEach(function (th, i) { th.style.width = widths[i] + 'px'; });
      if (heads.length) { table.style.tableLayout = 'fixed'; }
    });
  }
  function wide(box) { return box.scrollWidth > box.clientWidth + 1; }
  // Larger letters where there is room for them; the sheet must be drawn.
  function enlarge(sheet) {
    sheet.classList.add('roomy'); hold(sheet);
    if (!full(sheet) && !wide(sheet) && !slice.call(sheet.querySelectorAll('.tbx')).some(wide)) { return; }
    sheet.classList.remove('roomy'); hold(sheet);
  }
  // Where each leaf of a sheet begins, a section on one of its own; the sheet must be drawn.
  function split(sheet, parts) {
    var starts = [0], from = 0, to;
    sheet.classList.remove('roomy');
    show(parts, 0, parts.length); hold(sheet);
    if (!full(sheet)) { enlarge(sheet); return starts; }
    for (to = 1; to <= parts.length; to++) {
      show(parts, from, to);
      if (to - from > 1 && (parts[to - 1].first || full(sheet))) { from = to - 1; starts.push(from); }
    }
    return starts;
  }
  function mark(sheet, n) {
    var h2 = sheet.querySelector('h2'), told = h2.querySelector('.leaf');
    if (!told) { told = document.createElement('span'); told.className = 'leaf num'; h2.appendChild(told); }
    told.textContent = n > 1 ? (leaf + 1) + ' / ' + n : '';
  }
  function draw() {
    var sheet = sheets[at], lane = sheet.classList.contains('lane'), parts = lane ? [] : partsOf(sheet);
    if (!leaves[at]) { leaves[at] = lane ? [0] : split(sheet, parts); }
    var starts = leaves[at];
    leaf = Math.max(0, Math.min(leaf, starts.length - 1));
    if (!lane) { show(parts, starts[leaf], leaf + 1 < starts.length ? starts[leaf + 1] : parts.length); }
    mark(sheet, starts.length); sheet.scrollTop = 0;
  }
  // A phone scrolls through all of them.
  function lay() {
    flat = window.innerWidth <= 700; leaves = [];
    document.documentElement.classList.toggle('turned', !flat);
    if (!flat) { place(); return; }
    sheets.forEach(function (s) {
      var parts = s.classList.contains('lane') ? [] : partsOf(s);
      s.hidden = false; s.classList.remove('roomy'); show(parts, 0, parts.length); mark(s, 1);
      CB.each(s, 'table', function (table) { table.style.tableLayout = ''; CB.each(table, 'thead th', function (th) { th.style.width = ''; }); });
    });
  }
  function turn(to, which) {
    if (flat) { sheets[to].scrollIntoView(); return; }
    at = Math.max(0, Math.min(sheets.length - 1, to)); leaf = which || 0;
    if (CB.closeTrace) { CB.closeTrace(); }
    place();
    history.replaceState(null, '', '#' + sheets[at].id);
    document.dispatchEvent(new CustomEvent('sheet', { detail: sheets[at].id }));
  }
  function place() {
    sheets.forEach(function (s, i) { s.hidden = i !== at; });
    tabs.forEach(function (a) { a.removeAttribute('aria-current'); });
    if (tabOf(sheets[at])) { tabOf(sheets[at]).setAttribute('aria-current', 'page'); }
    draw();
  }
  function step(by) {
    var next = leaf + by;
    if (next >= 0 && next < leaves[at].length) { turn(at, next); } else if (at + by >= 0 && at + by < sheets.length) { turn(at + by, by < 0 ? Infinity : 0); }
  }
  function typing(el) { return /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName); }

  // A row's 议定 goes to the form with what it is about filled in. Pressed by Enter, the field
  // takes the focus when the key is let go: before, it would send the form at once.
  function decide(subject, byKey) {
    var field = document.getElementById('subjects'), content = document.getElementById('content'), kept = field.value.trim();
    if (kept.split('、').indexOf(subject) < 0) { field.value = kept ? kept + '、' + subject : subject; }
    turn(sheetAt('#decisions'));
    if (byKey) { document.addEventListener('keyup', function () { content.focus(); }, { once: true }); } else { content.focus(); }
  }

  tabs.forEach(function (a) { a.addEventListener('click', function (event) { event.preventDefault(); turn(sheetAt(a.getAttribute('href'))); }); });
  document.addEventListener('click', function (event) {
    var subject = event.target.closest('[data-subject]'), to = event.target.closest('[data-turn]');
    if (!subject && !to || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (subject) { decide(subject.getAttribute('data-subject'), event.detail === 0); } else { turn(sheetAt(to.getAttribute('href'))); }
  });
  document.addEventListener('keydown', function (event) {
    if (flat || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    var by = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }[event.key], to = { Home: 0, End: sheets.length - 1 }[event.key];
    if (/^[1-9]$/.test(event.key) && tabs[Number(event.key) - 1]) { to = sheetAt(tabs[Number(event.key) - 1].getAttribute('href')); }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { sheets[at].scrollTop += (event.key === 'ArrowDown' ? 1 : -1) * 80; event.preventDefault(); return; }
    if (by === undefined && to === undefined) { return; }
    event.preventDefault();
    if (by) { step(by); } else { turn(to); }
  });
  window.addEventListener('hashchange', function () { turn(sheetAt(location.hash)); });
  // A field of several names offers each of them behind those that are there.
  CB.each(document, '.sheet [data-several]', function (field) {
    var options = slice.call(document.getElementById(field.getAttribute('list')).children), names = options.map(function (o) { return o.value; });
    field.addEventListener('input', function () {
      var there = field.value.slice(0, field.value.lastIndexOf('、') + 1);
      options.forEach(function (o, i) { o.value = there + names[i]; });
    });
  });
  window.addEventListener('resize', lay);
  if (document.fonts && document.fonts.ready) { document.fonts.ready.then(lay); }
  at = document.querySelector('#decisions [aria-invalid], #decisions .form > .err') ? sheetAt('#decisions') : sheetAt(location.hash);
  lay();
  if (!flat) { turn(at); }
})();
