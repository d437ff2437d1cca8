// Links of the chain map, drawn between nodes where the layout has put them.
(function () {
  'use strict';
  function path(a, z, frame) {
    var x1 = a.right - frame.left, y1 = a.top + a.height / 2 - frame.top, x2 = z.left - frame.left, y2 = z.top + z.height / 2 - frame.top;
    var bend = Math.max(CB.px(14), (x2 - x1) / 2);
    if (x2 - x1 > CB.px(150)) { // over a column: run level, turn just before the node
      var turn = x2 - CB.px(34);
      return 'M' + x1 + ' ' + y1 + 'H' + (turn - CB.px(20)) + 'C' + turn + ' ' + y1 + ' ' + (x2 - CB.px(20)) + ' ' + y2 + ' ' + x2 + ' ' + y2;
    }
    return 'M' + x1 + ' ' + y1 + 'C' + (x1 + bend) + ' ' + y1 + ' ' + (x2 - bend) + ' ' + y2 + ' ' + x2 + ' ' + y2;
  }
  function draw(parent) {
    CB.each(parent, '.cm-b', function (map) {
      var svg = map.querySelector('svg'), frame = map.getBoundingClientRect(), nodes = {}, html = '';
      if (!svg || !frame.width || getComputedStyle(svg).display === 'none') { return; }
      CB.each(map, '[data-n]', function (node) { nodes[node.getAttribute('data-n')] = node; });
      CB.each(map, '[data-n][data-to]', function (from) {
        from.getAttribute('data-to').split(/\s+/).forEach(function (name) {
          var to = nodes[name];
          if (!to) { return; }
          var a = from.getBoundingClientRect(), z = to.getBoundingClientRect(), gap = from.classList.contains('nd-x') || to.classList.contains('nd-x');
          if (z.left > a.right) { html += '<path' + (gap ? ' class="gap"' : '') + ' d="' + path(a, z, frame) + '"/>'; }
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
