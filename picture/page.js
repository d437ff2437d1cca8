// What the pages' scripts ask a browser for, where there is none, and drawPicture:
// the same options by the same functions, but drawn once, still and untouched.
(function (global) {
  'use strict';
  var tokens = {};
  global.window = global;
  global.document = {
    documentElement: { classList: { add: function () {} } },
    querySelectorAll: function () { return []; }
  };
  global.getComputedStyle = function () {
    return { fontSize: '16px', getPropertyValue: function (name) { return tokens[name] || ''; } };
  };
  echarts.setPlatformAPI({ measureText: function (text, font) { return { width: measureWidth(text, font || '') }; } });

  function length(value, whole) {
    return typeof value === 'string' ? parseFloat(value) / 100 * whole : Number(value) || 0;
  }
  function spread(data, axis) {
    var places = data.map(function (node) { return node[axis]; });
    var least = Math.min.apply(null, places);
    return { least: least, size: Math.max.apply(null, places) - least };
  }
  // level stretches the places of a graph to the shape of its room: ECharts would
  // stretch the nodes with them.
  function level(series, width, height) {
    if (series.type !== 'graph' || series.layout !== 'none' || !(series.data || []).length) { return; }
    var x = spread(series.data, 'x'), y = spread(series.data, 'y');
    var wide = width - length(series.left, width) - length(series.right, width);
    var high = height - length(series.top, height) - length(series.bottom, height);
    if (!x.size || !y.size || wide <= 0 || high <= 0) { return; }
    var by = x.size / y.size * high / wide;
    series.data.forEach(function (node) { node.y = y.least + (node.y - y.least) * by; });
  }

  global.drawPicture = function (text, theme, width, height) {
    tokens = theme;
    var option = CB.chartOption(JSON.parse(text), height);
    option.animation = false;
    delete option.tooltip;
    delete option.aria;
    [].concat(option.series || []).forEach(function (series) { level(series, width, height); });
    var chart = echarts.init(null, CB.chartTheme(), { renderer: 'svg', ssr: true, width: width, height: height, locale: 'ZH' });
    try {
      chart.setOption(option);
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
})(this);
