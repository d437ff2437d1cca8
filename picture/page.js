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

  // A label on a page may leave out what overlaps; a picture has no tooltip to find it again in.
  global.drawPicture = function (text, theme, width, height) {
    tokens = theme;
    var option = CB.chartOption(JSON.parse(text));
    option.animation = false;
    delete option.tooltip;
    delete option.aria;
    var chart = echarts.init(null, CB.chartTheme(), { renderer: 'svg', ssr: true, width: width, height: height, locale: 'ZH' });
    try {
      chart.setOption(option);
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
})(this);
