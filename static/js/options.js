// Turns the option JSON of the server into one ECharts can draw: "@…" strings
// become colours, lengths and functions, sizes are scaled, the theme is made of the tokens.
(function () {
  'use strict';
  var SIZES = {};
  ('fontSize lineHeight symbolSize barWidth barMaxWidth barMinWidth nodeWidth nodeGap left right top bottom width height padding margin ' +
    'distance offset borderRadius borderWidth itemGap itemWidth itemHeight length length2 nameGap').split(' ').forEach(function (key) { SIZES[key] = true; });

  function alpha(color, opacity) {
    var m = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
    return m && opacity ? 'rgba(' + parseInt(m[1], 16) + ',' + parseInt(m[2], 16) + ',' + parseInt(m[3], 16) + ',' + opacity + ')' : color;
  }
  // special resolves one "@…" string of a chart so high; an unknown name is an error of the page, not a
  // silent blank. @rest:0.5/100 is half of the height that is left beside 100 px.
  function special(text, high) {
    var m = /^@(\w+)(?::([\w-]+(?:\.\d+)?))?(?:\/([\d.]+))?$/.exec(text), found;
    if (!m) { return text; }
    if (m[2] === undefined) { found = CB.formatters[m[1]]; }
    if (m[1] === 'color') { found = alpha(CB.token(m[2]), m[3]); }
    if (m[1] === 'font') { found = CB.token(m[2] === 'num' ? 'num' : 'font'); }
    if (m[1] === 'px') { found = CB.px(Number(m[2])); }
    if (m[1] === 'rest') { found = Math.max(0, Number(m[2]) * (high - CB.px(Number(m[3])))); }
    if (!found && found !== 0) { throw new Error('unknown ' + text); }
    return found;
  }
  function scale(v) { return typeof v === 'number' ? CB.px(v) : Array.isArray(v) ? v.map(scale) : v; }

  function resolve(node, high, key) {
    if (typeof node === 'string') { return node.charAt(0) === '@' && node !== '@tip' ? special(node, high) : node; }
    if (SIZES[key] && (typeof node === 'number' || Array.isArray(node))) { return scale(node); }
    if (Array.isArray(node)) { return node.map(function (item) { return resolve(item, high); }); }
    if (node === null || typeof node !== 'object') { return node; }
    var result = {};
    Object.keys(node).forEach(function (k) { result[k] = resolve(node[k], high, k); });
    return result;
  }

  function theme() {
    var t = CB.token, text = { fontFamily: t('num'), fontSize: CB.px(16) };
    var axis = {
      axisLine: { lineStyle: { color: t('line-2') } }, axisTick: { show: false },
      axisLabel: { color: t('text-2'), fontFamily: t('num'), fontSize: CB.px(16), margin: CB.px(8) },
      splitLine: { lineStyle: { color: t('line') } }, nameTextStyle: { color: t('text-3'), fontFamily: t('num'), fontSize: CB.px(16) }
    };
    var value = Object.assign({}, axis, { axisLabel: Object.assign({}, axis.axisLabel, { color: t('text-3') }), axisLine: { show: false } });
    return {
      color: [t('c1'), t('c2'), t('c3'), t('c4'), t('c5'), t('ac-700'), t('c-base')], backgroundColor: 'transparent', textStyle: text,
      categoryAxis: Object.assign({}, axis, { splitLine: { show: false } }), valueAxis: value, timeAxis: axis, logAxis: value,
      legend: { textStyle: { color: t('text-2'), fontFamily: t('num'), fontSize: CB.px(16) }, itemWidth: CB.px(16), itemHeight: CB.px(10), itemGap: CB.px(16), padding: CB.px(5) },
      title: { textStyle: { color: t('text'), fontSize: CB.px(18) }, subtextStyle: { color: t('text-3') } },
      bar: { itemStyle: { borderRadius: [CB.px(2), CB.px(2), 0, 0] } }, line: { lineStyle: { width: CB.px(2.5) }, symbol: 'circle', symbolSize: CB.px(7) }
    };
  }

  // Asked once: each asking leaves a query behind in the browser, and a wall draws for months.
  var motionless = window.matchMedia && matchMedia('(prefers-reduced-motion: reduce), print');

  // prepare gives the drawable option for one chart so high, in px; name is what a screen reader says.
  function prepare(json, high, name) {
    var option = resolve(json, high), t = CB.token, still = motionless && motionless.matches;
    // go-echarts writes these unasked: an empty legend would be drawn, its palette would cover the theme's.
    ['legend', 'title', 'toolbox'].forEach(function (key) { if (option[key] && Object.keys(option[key]).length === 0) { delete option[key]; } });
    if (Array.isArray(option.color) && option.color[0] === '#5470c6') { delete option.color; }
    option.animation = !still; option.animationDuration = 500; option.animationEasing = 'cubicOut';
    // The name of a picture is its panel's heading: ECharts' own sentence would read raw figures without a unit.
    option.aria = Object.assign({ enabled: true }, name ? { label: { description: name } } : {}, option.aria);
    if (option.tooltip) {
      var list = Array.isArray(option.series) ? option.series : option.series ? [option.series] : [];
      (Array.isArray(option.tooltip) ? option.tooltip : [option.tooltip]).forEach(function (tip) {
        if (tip.formatter === '@tip') { tip.formatter = CB.tip(list); }
        if (tip.confine === undefined) { tip.confine = true; }
        tip.backgroundColor = tip.backgroundColor || t('raised'); tip.borderColor = tip.borderColor || t('line-2');
        tip.textStyle = Object.assign({ color: t('text'), fontFamily: t('num'), fontSize: Math.max(14, CB.px(16)) }, tip.textStyle);
        tip.transitionDuration = still ? 0 : 0.12;
      });
    }
    return option;
  }

  // empty tells whether no series holds a single figure.
  function empty(json) {
    var list = Array.isArray(json.series) ? json.series : json.series ? [json.series] : [];
    return !list.some(function (s) {
      return (s.data || s.nodes || s.links || []).some(function (item) {
        var v = item !== null && typeof item === 'object' && !Array.isArray(item) ? item.value === undefined && item.name ? 1 : item.value : item;
        return v !== null && v !== undefined && v !== '' && v !== '-';
      });
    });
  }

  CB.chartOption = prepare; CB.chartTheme = theme; CB.chartEmpty = empty;
})();
