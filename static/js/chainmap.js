// Links of the chain map, drawn between nodes where the layout has put them.
(function () {
  'use strict';
  // path runs level and turns where no node stands: just before its end, or else just after its beginning.
  // Where nodes are in the way at both heights there is none: it would seem to come out of them.
  function path(a, z, frame, rects) {
    var x1 = a.right - frame.left, y1 = a.top + a.height / 2 - frame.top, x2 = z.left - frame.left, y2 = z.top + z.height / 2 - frame.top;
    var wide = x2 - x1 > CB.px(40) ? CB.px(12) : x2 - x1;
    function free(y) {
      return !rects.some(function (r) { return r.left - frame.left < x2 - 1 && r.right - frame.left > x1 + 1 && r.top - frame.top < y && r.bottom - frame.top > y; });
    }
    function turn(x) { return 'C' + (x + wide / 2) + ' ' + y1 + ' ' + (x + wide / 2) + ' ' + y2 + ' ' + (x + wide) + ' ' + y2; }
    if (free(y1)) { return 'M' + x1 + ' ' + y1 + 'H' + (x2 - wide) + turn(x2 - wide); }
    return free(y2) ? 'M' + x1 + ' ' + y1 + turn(x1) + 'H' + x2 : '';
  }
  function draw(parent) {
    CB.each(parent, '.cm-b', function (map) {
      var svg = map.querySelector('svg'), frame = map.getBoundingClientRect(), nodes = {}, rects = [], html = '', line;
      if (!svg || !frame.width || getComputedStyle(svg).display === 'none') { return; }
      CB.each(map, '[data-n]', function (node) { nodes[node.getAttribute('data-n')] = node; rects.push(node.getBoundingClientRect()); });
      CB.each(map, '[data-n][data-to]', function (from) {
        from.getAttribute('data-to').split(/\s+/).forEach(function (name) {
          var to = nodes[name];
          if (!to) { return; }
          var a = from.getBoundingClientRect(), z = to.getBoundingClientRect(), gap = from.classList.contains('nd-x') || to.classList.contains('nd-x');
          line = z.left > a.right ? path(a, z, frame, rects) : '';
          if (line) { html += '<path' + (gap ? ' class="gap"' : '') + ' d="' + line + '"/>'; }
        });
      });
      svg.innerHTML = html;
    });
  }
  CB.drawLinks = draw;
  draw(document);
  window.addEventListener('resize', function () { draw(document); });
  if (document.fonts && document.fonts.ready) { document.fonts.ready.then(function () { draw(document); }); }
})();
