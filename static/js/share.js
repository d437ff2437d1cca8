// Panels that stand above one another in a .share of the wall share its height by what
// they hold: a short list gets no more than its rows can fill, a long one takes the rest.
(function () {
  'use strict';
  var most = 0.6; // rows may grow by this much of their usual height

  function list(a) { return !a.least; }
  function drawn(el) { return el.getClientRects().length > 0; }
  function sum(list, key) { return list.reduce(function (total, item) { return total + item[key]; }, 0); }

  // What a panel needs to show all it holds, and how much more it can fill. Pictures
  // need their least height and fill any.
  function ask(panel) {
    var picture = panel.querySelector('.chart, .steps'), need = panel.offsetHeight, rows, least;
    if (picture) {
      least = parseFloat(getComputedStyle(picture).minHeight) || 0;
      need += least - picture.offsetHeight;
      return { need: need, least: need, fill: 0, picture: least || 1 };
    }
    rows = panel.querySelector('tbody, .rows, .pace');
    return { need: need, least: 0, fill: rows ? rows.offsetHeight * most : 0, picture: 0, first: panel.hasAttribute('data-first') };
  }

  // The height under which every panel gets what it needs when all do not fit.
  function level(asks, room) {
    var rest = room, fair;
    asks.map(function (a) { return a.need; }).sort(function (a, b) { return a - b; }).some(function (need, i) {
      fair = rest / (asks.length - i); rest -= need;
      return need > fair;
    });
    return fair;
  }
  function heights(asks, room) {
    var spare = room - sum(asks, 'need'), fill = sum(asks, 'fill'), pictures = sum(asks, 'picture'), all, rows;
    if (spare < 0) { // pictures cannot leave out rows, what comes first should not
      asks.forEach(function (a) { if (a.first) { a.least = Math.min(a.need, room * 0.7); } });
      all = level(asks.filter(list), room - sum(asks, 'least'));
      return asks.map(function (a) { return list(a) ? Math.min(a.need, all) : a.least; });
    }
    rows = !fill ? 0 : pictures ? Math.min(spare / 2, fill) : spare;
    return asks.map(function (a) {
      return a.need + (fill ? rows * a.fill / fill : 0) + (pictures ? (spare - rows) * a.picture / pictures : 0);
    });
  }

  function share(stack) {
    var panels, room;
    stack.style.gridTemplateRows = '';
    if (getComputedStyle(stack).display !== 'grid') { return; }
    panels = Array.prototype.filter.call(stack.children, drawn);
    if (panels.length < 2) { return; }
    room = stack.clientHeight - (parseFloat(getComputedStyle(stack).rowGap) || 0) * (panels.length - 1);
    stack.style.gridTemplateRows = 'repeat(' + panels.length + ',max-content)';
    stack.style.gridTemplateRows = heights(panels.map(ask), room).map(function (h) { return 'minmax(0,' + Math.max(h, 1).toFixed(2) + 'fr)'; }).join(' ');
  }

  CB.shareHeights = function () { Array.prototype.forEach.call(document.querySelectorAll('.share'), share); };
})();
