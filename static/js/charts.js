// Charts: <div class="chart" data-chart="/charts/…"> is filled with an SVG drawn from
// the option at that address. Loading, failure and emptiness appear in the same place.
(function () {
  'use strict';
  var WAIT = 300; // ms before a skeleton shows: what comes at once must not flicker

  function canvas(box) {
    var el = box.querySelector('.canvas');
    if (!el) { box.textContent = ''; el = document.createElement('div'); el.className = 'canvas'; box.appendChild(el); }
    return el;
  }
  function say(box, html) { dispose(box); box.innerHTML = html; }
  function dispose(box) { if (box.cbChart) { box.cbChart.dispose(); box.cbChart = null; } }

  CB.chartName = name;
  function name(box) {
    var panel = box.closest('.panel, .box'), heading = panel && panel.querySelector('h1, h2');
    return box.getAttribute('data-name') || (heading ? heading.textContent + '(图)' : '');
  }

  function paint(box) {
    if (box.cbEmpty) { say(box, '<div class="state"><p>' + CB.escape(box.getAttribute('data-empty') || '本期没有数据') + '</p></div>'); return; }
    var el = canvas(box), option = CB.chartOption(JSON.parse(box.cbText), el.clientHeight, name(box));
    dispose(box);
    if (!el.clientWidth || !el.clientHeight) { return; } // hidden: the ResizeObserver paints it when it shows
    box.cbChart = window.echarts.init(el, CB.chartTheme(), { renderer: 'svg', locale: 'ZH' });
    box.cbChart.setOption(option);
    box.cbSize = el.clientWidth + 'x' + el.clientHeight + '@' + CB.px(16);
  }

  function failed(box, error) {
    var at = CB.clock(new Date());
    if (window.console && !/^HTTP|fetch/i.test(error.message)) { console.error('chart ' + box.getAttribute('data-chart') + ': ' + error.message); }
    if (box.cbText) { // keep the last good picture and say so
      var cast = box.querySelector('.cast') || document.createElement('span');
      cast.className = 'cast'; cast.textContent = at + ' 未能更新'; box.appendChild(cast);
      return;
    }
    say(box, '<div class="state bad">' + CB.shape('r') + '<p>图表未能载入(' + at + ')</p><button type="button" class="go" data-retry>重试</button></div>');
  }

  // feed gives options that were fetched ahead, by address: what starts or reloads next takes them.
  var fed = {};
  CB.feedCharts = function (texts) { fed = texts; };

  // load fetches the option and draws it when it differs from what is shown.
  function load(box) {
    var timer = setTimeout(function () { if (!box.cbText) { say(box, '<i class="sk fill"></i>'); } }, WAIT);
    var url = box.getAttribute('data-chart');
    return (fed[url] === undefined ? CB.fetchText(url) : Promise.resolve(fed[url])).then(function (text) {
      clearTimeout(timer);
      var cast = box.querySelector('.cast');
      if (cast) { cast.remove(); }
      if (text === box.cbText) { return; }
      box.cbEmpty = !text || CB.chartEmpty(JSON.parse(text));
      box.cbText = text || '{}';
      try { paint(box); } catch (error) { box.cbText = ''; throw error; }
      CB.chartPainted(box);
    }).catch(function (error) { clearTimeout(timer); failed(box, error); });
  }

  var watcher = window.ResizeObserver ? new ResizeObserver(function (entries) {
    entries.forEach(function (entry) { later(entry.target); });
  }) : null;
  function later(box) {
    clearTimeout(box.cbTimer);
    box.cbTimer = setTimeout(function () {
      var el = box.querySelector('.canvas');
      if (box.cbText && !box.cbEmpty && el && box.cbSize !== el.clientWidth + 'x' + el.clientHeight + '@' + CB.px(16)) { paint(box); }
    }, 120);
  }

  function start(parent) {
    if (!window.echarts) { return; }
    CB.each(parent, '[data-chart]', function (box) { CB.chartStarted(box); if (watcher) { watcher.observe(box); } load(box); });
    fed = {};
  }
  CB.startCharts = start;
  CB.stopCharts = function (parent) { CB.each(parent, '[data-chart]', function (box) { if (watcher) { watcher.unobserve(box); } dispose(box); }); };
  // repaintCharts draws what is known anew at once, for other colours or another size.
  CB.repaintCharts = function () { CB.each(document, '[data-chart]', function (box) { if (box.cbText && !box.cbEmpty) { paint(box); } }); };
  CB.reloadCharts = function () { CB.each(document, '[data-chart]', load); fed = {}; };

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-retry]'), box = button && button.closest('[data-chart]');
    if (box) { event.preventDefault(); load(box); }
  });
  // ECharts measures text while it draws: the numerals must be there first.
  var fonts = document.fonts && document.fonts.load ? Promise.all([document.fonts.load('500 20px "CB Num"', '0'), document.fonts.load('600 20px "CB Num"', '0')]) : Promise.resolve();
  fonts.then(function () { start(document); }, function () { start(document); });
})();
