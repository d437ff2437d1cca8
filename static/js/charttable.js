// The table twin of every chart: a button in the panel's head puts the chart's figures, as
// the server writes them, in the picture's place. On a wall the chart itself does it too,
// and T all of a scene. CB.closeTables gives the pictures back.
(function () {
  'use strict';
  var wall = document.documentElement.hasAttribute('data-wall');

  // Whoever plays scenes holds while a table is read.
  function tell() { document.dispatchEvent(new CustomEvent('table', { detail: !!document.querySelector('.chart > .twin') })); }
  // place gives what the button stands in: the right of the panel's head, or a line above the chart.
  function place(box) {
    var panel = box.closest('.panel, .box'), head = panel && panel.querySelector('.ph, .title'), right = head && head.querySelector('.x');
    if (head && head.querySelector('nav, .tabs')) { head = null; } // it has no room left
    if (right) { return right; }
    right = document.createElement(head ? 'span' : 'div'); right.className = head ? 'x' : 'twin-l';
    if (head) { head.appendChild(right); } else { box.parentNode.insertBefore(right, box); }
    return right;
  }
  function address(box) { return box.getAttribute('data-chart').replace(/^([^?]*)/, '$1.html'); }
  function name(box) { return CB.chartName(box).replace(/\(图\)$/, ''); }

  function button(box) {
    if (box.cbTwin && document.contains(box.cbTwin)) { return; }
    var made = box.cbTwin = document.createElement('button');
    made.type = 'button'; made.className = 'twin-b';
    made.setAttribute('aria-label', name(box) + '：表格');
    made.addEventListener('click', function () { show(box, !box.cbTabled); });
    press(box); place(box).appendChild(made);
  }
  function press(box) { box.cbTwin.setAttribute('aria-pressed', String(!!box.cbTabled)); box.cbTwin.textContent = box.cbTabled ? '图' : '表格'; }
  function said(box, html) {
    var old = box.querySelector('.twin'), made = document.createElement('div');
    made.className = 'twin'; made.tabIndex = 0; made.setAttribute('role', 'region'); made.setAttribute('aria-label', name(box) + '（表格）');
    made.innerHTML = html;
    if (old) { made.scrollTop = old.scrollTop; old.replaceWith(made); } else { box.appendChild(made); }
  }
  function fill(box) {
    var mine = box.cbAsked = (box.cbAsked || 0) + 1;
    return CB.fetchText(address(box)).then(function (html) {
      if (mine === box.cbAsked && box.cbTabled) { said(box, html || '<div class="state"><p>' + CB.escape(box.getAttribute('data-empty') || '本期没有数据') + '</p></div>'); }
    }, function () {
      if (mine === box.cbAsked && box.cbTabled && !box.querySelector('.twin table')) { said(box, '<div class="state bad">' + CB.shape('r') + '<p>未能取得表格(' + CB.clock(new Date()) + ')</p></div>'); }
    }).then(tell);
  }
  function show(box, on) {
    if (!!box.cbTabled === on) { return; }
    box.cbTabled = on; box.classList.toggle('tabled', on);
    press(box);
    if (on) { fill(box); return; }
    var old = box.querySelector('.twin');
    if (old) { old.remove(); }
    tell();
  }
  function all(fn) { CB.each(document, '[data-chart]', fn); }

  CB.chartStarted = button;
  // The figures have changed: the table follows, and a picture that was drawn anew lies under it.
  CB.chartPainted = function (box) { if (box.cbTabled) { fill(box); } };
  CB.closeTables = function () { all(function (box) { show(box, false); }); };
  CB.toggleTables = function () {
    var open = document.querySelector('.chart.tabled');
    all(function (box) { if (box.getClientRects().length) { show(box, !open); } });
  };

  document.addEventListener('click', function (event) {
    var box = wall && event.target.closest('[data-chart]');
    if (box && !event.target.closest('a, button, .twin')) { show(box, !box.cbTabled); }
  });
  document.addEventListener('keydown', function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea, .trace')) { return; }
    if (wall && (event.key === 't' || event.key === 'T')) { event.preventDefault(); CB.toggleTables(); }
    if (event.key === 'Escape' && !document.querySelector('.trace.pop')) { CB.closeTables(); }
  });
  document.addEventListener('wall', function (event) { if (event.detail === 'scene') { tell(); } });
})();
