// The named functions an ECharts option may ask for as "@name". They give figures
// a form, they compute nothing. Undefined is "—", the minus sign is U+2212.
(function () {
  'use strict';
  var NONE = '—', MINUS = '\u2212', THIN = '\u2009';

  function group(digits) { return digits.replace(/\B(?=(\d{3})+(?!\d))/g, THIN); }
  function fixed(v, d) {
    var text = Math.abs(v).toFixed(d), dot = text.indexOf('.');
    var whole = group(dot < 0 ? text : text.slice(0, dot));
    return (v < 0 && Number(text) !== 0 ? MINUS : '') + whole + (dot < 0 ? '' : text.slice(dot));
  }
  function signed(v, d) { var text = fixed(v, d); return v > 0 && Number(Math.abs(v).toFixed(d)) !== 0 ? '+' + text : text; }

  // value finds the number in what ECharts passes: a plain value (axis, tooltip) or the params of a label.
  function value(p) {
    if (p !== null && typeof p === 'object' && !Array.isArray(p)) { p = p.value; }
    if (Array.isArray(p)) { p = p[p.length - 1]; }
    return p === null || p === undefined || p === '' || p === '-' || isNaN(p) ? null : Number(p);
  }
  function form(make, unit) {
    return function (p) { var v = value(p); return v === null ? NONE : make(v) + (unit || ''); };
  }
  function yi(v) { return fixed(v / 10000, 2); }
  function one(v) { return fixed(v, 1); }
  function label(p) { return p !== null && typeof p === 'object' ? p.name : String(p); }

  // month reads "2026-02" as an official does: there is no January, 1—2月 is one point.
  function month(p) {
    var text = label(p), m = /^\d{4}-(\d{2})$/.exec(text);
    if (!m) { return text; }
    return Number(m[1]) === 2 ? '1—2月' : Number(m[1]) + '月';
  }
  // monthSpan is the cumulative reading of the same month: 1—9.
  function monthSpan(p) {
    var text = label(p), m = /^\d{4}-(\d{2})$/.exec(text);
    if (!m) { return text; }
    return Number(m[1]) === 1 ? '1' : '1—' + Number(m[1]);
  }
  function named(make) { return function (p) { return p.name + (value(p) === null ? '' : '  ' + make(p)); }; }

  // tip is made for each chart, because the form of a value belongs to its series.
  function tip(series) {
    return function (params) {
      var list = Array.isArray(params) ? params : [params];
      var head = list[0] ? month(list[0].axisValueLabel || list[0].name || '') : '';
      return '<b>' + CB.escape(head) + '</b>' + list.map(function (p) {
        var own = series[p.seriesIndex] && series[p.seriesIndex].tooltip;
        var make = own && typeof own.valueFormatter === 'function' ? own.valueFormatter : form(function (v) { return fixed(v, 2); });
        var text = p.data && p.data.text ? p.data.text : make(p.value);
        return '<div class="tip-row">' + (p.marker || '') + '<span>' + CB.escape(p.seriesName || p.name) + '</span><b class="num">' + CB.escape(text) + '</b></div>';
      }).join('');
    };
  }

  CB.formatters = {
    yi0: form(function (v) { return fixed(v / 10000, 0); }), yi: form(yi), yiUnit: form(yi, ' 亿元'),
    wan: form(function (v) { return fixed(v, 0); }), wanUnit: form(function (v) { return fixed(v, 0); }, ' 万元'),
    count: form(function (v) { return fixed(v, 0); }),
    fixed1: form(one), fixed2: form(function (v) { return fixed(v, 2); }),
    percent: form(function (v) { return signed(v, 1); }, '%'), rate: form(one, '%'),
    pp: form(function (v) { return signed(v, 1); }), ppUnit: form(function (v) { return signed(v, 1); }, ' 个百分点'),
    month: month, monthSpan: monthSpan,
    name: label, nameCount: named(form(function (v) { return fixed(v, 0); })), nameYi: named(form(yi))
  };
  CB.tip = tip;
})();
