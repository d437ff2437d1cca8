// The large chain map as a page: [data-zoom] is the box it scrolls in. Zooming only scales one
// layer, so that a frame of it needs no layout; headings fold their lane away; the search marks
// segments and goes from one to the next.
(function () {
  'use strict';
  var LEAST = 0.25, MOST = 3, STEP = 1.25;

  function Zoom(box, tools) {
    this.box = box; this.map = box.querySelector('.cg'); this.grid = box.querySelector('.cg-b'); this.svg = this.grid.querySelector('svg');
    this.tools = tools; this.scale = 1; this.wanted = 1; this.frame = 0; this.found = []; this.at = -1;
    this.tracks = Number(this.svg.getAttribute('viewBox').split(' ')[3]); this.columns = Number(this.svg.getAttribute('viewBox').split(' ')[2]);
    this.lanes = Array.prototype.map.call(this.grid.querySelectorAll('h2[data-track]'), function (h) {
      return { head: h, track: Number(h.getAttribute('data-track')), tracks: Number(h.getAttribute('data-tracks')), folded: false, nodes: [] };
    });
    var lanes = this.lanes;
    CB.each(this.grid, '.nd[data-lane]', function (node) { lanes[Number(node.getAttribute('data-lane'))].nodes.push(node); });
    this.paths = Array.prototype.map.call(this.svg.querySelectorAll('path'), function (path) { return { el: path, d: path.getAttribute('d') }; });
  }
  // zoom keeps what is under the point (x, y of the box) where it is.
  Zoom.prototype.zoom = function (to, x, y) {
    var me = this, box = me.box;
    me.wanted = Math.min(MOST, Math.max(LEAST, to));
    if (me.frame) { return; }
    if (x === undefined) { x = box.clientWidth / 2; y = box.clientHeight / 2; }
    me.frame = requestAnimationFrame(function () {
      var ratio = me.wanted / me.scale, left = (box.scrollLeft + x) * ratio - x, top = (box.scrollTop + y) * ratio - y;
      me.frame = 0; me.scale = me.wanted;
      me.map.classList.add('zooming'); me.map.style.transform = 'scale(' + me.scale.toFixed(3) + ')';
      box.scrollLeft = left; box.scrollTop = top;
      clearTimeout(me.rest); me.rest = setTimeout(function () { me.map.classList.remove('zooming'); me.say(); }, 250); // sharp again once it rests
    });
  };
  Zoom.prototype.say = function () { this.tools.querySelector('[data-scale]').textContent = Math.round(this.scale * 100) + '%'; };
  Zoom.prototype.fold = function (lane, folded) { lane.folded = folded; lane.head.setAttribute('aria-expanded', String(!folded)); lane.nodes.forEach(function (n) { n.hidden = folded; }); };
  // lay gives folded lanes the height of their heading; links end at it.
  Zoom.prototype.lay = function () {
    var rows = '', y = [0], lanes = this.lanes, sum = 0, i, k;
    for (i = 0; i < lanes.length; i++) {
      for (k = 0; k < lanes[i].tracks; k++) {
        var open = k === 0 || !lanes[i].folded;
        sum += open ? 1 : 0; y.push(sum); rows += open ? 'var(--track) ' : '0 ';
      }
    }
    function place(v) { var n = Math.max(0, Math.min(Math.floor(v), y.length - 2)); return (y[n] + (v - n) * (y[n + 1] - y[n])).toFixed(2); }
    this.grid.style.gridTemplateRows = rows; this.svg.setAttribute('viewBox', '0 0 ' + this.columns + ' ' + sum);
    this.paths.forEach(function (p) { p.el.setAttribute('d', p.d.replace(/(-?[\d.]+) (-?[\d.]+)/g, function (all, px, py) { return px + ' ' + place(Number(py)); })); });
  };
  Zoom.prototype.search = function (text) {
    var found = [], words = text.trim().toLowerCase();
    this.lanes.forEach(function (lane) {
      lane.nodes.forEach(function (node) {
        var hit = words !== '' && node.textContent.toLowerCase().indexOf(words) >= 0;
        node.classList.toggle('hit', hit);
        if (hit) { found.push({ node: node, lane: lane }); }
      });
    });
    this.found = found; this.at = -1;
    this.tools.querySelector('[data-found]').textContent = words === '' ? '' : found.length ? '找到 ' + found.length + ' 个环节' : '没有这样的环节';
    if (found.length) { this.next(); }
  };
  Zoom.prototype.next = function () {
    if (!this.found.length) { return; }
    this.at = (this.at + 1) % this.found.length;
    var one = this.found[this.at], box = this.box, frame = box.getBoundingClientRect(), r;
    if (one.lane.folded) { this.fold(one.lane, false); this.lay(); }
    r = one.node.getBoundingClientRect();
    box.scrollLeft += r.left - frame.left - (box.clientWidth - r.width) / 2; box.scrollTop += r.top - frame.top - (box.clientHeight - r.height) / 2;
  };
  Zoom.prototype.press = function (what) {
    var me = this, all = what === 'fold';
    if (what === 'in') { me.zoom(me.wanted * STEP); }
    if (what === 'out') { me.zoom(me.wanted / STEP); }
    if (what === 'whole') { me.zoom(1); }
    if (what === 'fit') { me.zoom(me.box.clientWidth / me.map.offsetWidth, 0, 0); }
    if (all || what === 'unfold') { me.lanes.forEach(function (lane) { me.fold(lane, all); }); me.lay(); }
  };
  CB.each(document, '[data-zoom]', function (box) {
    var tools = document.querySelector('[data-zoom-tools]'), map = new Zoom(box, tools), input = tools.querySelector('input');
    box.cbMap = map; tools.hidden = false;
    tools.addEventListener('click', function (event) { var b = event.target.closest('[data-press]'); if (b) { map.press(b.getAttribute('data-press')); } });
    input.addEventListener('input', function () { map.search(input.value); });
    input.addEventListener('keydown', function (event) { if (event.key === 'Enter') { event.preventDefault(); map.next(); } });
    box.addEventListener('wheel', function (event) {
      if (!event.ctrlKey && !event.metaKey) { return; } // the wheel alone scrolls
      var frame = box.getBoundingClientRect();
      event.preventDefault(); map.zoom(map.wanted * Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
    }, { passive: false });
    map.lanes.forEach(function (lane) {
      function turn() { map.fold(lane, !lane.folded); map.lay(); }
      lane.head.tabIndex = 0; lane.head.setAttribute('role', 'button'); lane.head.setAttribute('aria-expanded', 'true');
      lane.head.addEventListener('click', turn);
      lane.head.addEventListener('keydown', function (event) { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); turn(); } });
    });
  });
})();
