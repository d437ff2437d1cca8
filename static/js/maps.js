// Formatters that only the four maps ask for.
(function () {
  'use strict';
  function last(p) {
    var v = p !== null && typeof p === 'object' && !Array.isArray(p) ? p.value : p;
    return Array.isArray(v) ? v[v.length - 1] : v;
  }
  CB.formatters.year = function (p) { return String(p); };
  CB.formatters.years = function (p) { var v = last(p); return v === '-' || v === undefined || v === null ? '—' : v + '年'; };
  // nameText puts what the server says of a node below its name.
  CB.formatters.nameText = function (p) { return p.name + (p.data && p.data.text ? '\n' + p.data.text : ''); };
  CB.formatters.none = function () { return ''; };
  // plainName leaves out the marks without width that tell two nodes of one name apart.
  CB.formatters.plainName = function (p) { return p.name.replace(/\u200b/g, ''); };
  // What is wider than its panel begins where it matters: at the present, or at the largest park.
  CB.each(document, '.cgx', function (box) {
    var middle = box.querySelector('.nowl') || box.querySelector('.rg .park, .rg .town');
    if (!middle || box.scrollWidth <= box.clientWidth) { return; }
    var place = middle.getBoundingClientRect();
    box.scrollLeft += (place.left + place.right) / 2 - box.getBoundingClientRect().left - box.clientWidth / 2;
  });
})();
