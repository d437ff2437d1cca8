// The wall, CB.wall: a page in which one scene stands for the next without leaving it.
// A scene is the <main> the server gives for it and the options of its charts, fetched
// before it shows and kept, so that the wall lives on while the server is away. The wall
// never navigates while the server is silent and never shows a sign-in page.
(function () {
  'use strict';
  var root = document.documentElement, main = document.querySelector('main[data-scene]');
  if (!root.hasAttribute('data-wall') || !main) { return; }
  var tabs = Array.prototype.map.call(document.querySelectorAll('.nav.scenes a'), function (a) {
    return { el: a, code: a.getAttribute('data-scene'), seconds: Number(a.getAttribute('data-seconds')) || 20, href: a.getAttribute('href') };
  });
  var kept = {}, good = new Date(), failures = 0, retry = 0, turn = 0;
  var wall = { tabs: tabs, kiosk: root.hasAttribute('data-kiosk'), stale: false, closed: false, skew: 0 };

  // What the server sent with the page is the first scene: compared is that, not what charts make of it.
  kept[main.getAttribute('data-scene')] = { html: main.outerHTML, texts: {}, at: good };

  wall.current = function () { return main.getAttribute('data-scene'); };
  wall.kept = function (code) { return kept[code]; };

  function refusal(name) { var error = new Error(name); error.name = name; return error; }
  function ask(url) {
    return fetch(url, { credentials: 'same-origin', headers: { 'X-Requested-With': 'XMLHttpRequest' } }).then(function (answer) {
      var mark = answer.headers.get('X-Wall'), date = Date.parse(answer.headers.get('Date'));
      if (mark === 'closed' || answer.status === 401 || answer.redirected) { throw refusal('closed'); }
      if (mark) { wall.stale = mark !== root.getAttribute('data-wall'); }
      if (date) { wall.skew = date - Date.now(); }
      if (!answer.ok) { throw new Error('HTTP ' + answer.status); }
      return answer.text();
    });
  }

  // load fetches a scene and what its charts are drawn from; nothing of it shows yet.
  wall.load = function (code) {
    var query = root.getAttribute('data-ask');
    return ask('/screen/scenes/' + code + (query ? '?' + query : '')).then(function (text) {
      var box = document.createElement('template'), next, sent;
      box.innerHTML = text; sent = box.content.querySelector('main[data-scene]');
      if (!sent) { throw new Error('no scene'); }
      next = { html: sent.outerHTML, texts: {}, at: new Date() };
      var charts = Array.prototype.map.call(box.content.querySelectorAll('[data-chart]'), function (el) {
        var url = el.getAttribute('data-chart');
        return CB.fetchText(url).then(function (option) { next.texts[url] = option; }, function () { /* the chart itself says so when it is its turn */ });
      });
      return Promise.all(charts).then(function () { answered(); kept[code] = next; return next; });
    }).catch(function (error) { failed(error); throw error; });
  };

  function say(text) { CB.each(document, '[data-age]', function (el) { el.textContent = text; }); }
  function aged() { say('数据停在 ' + CB.clock(kept[wall.current()] ? kept[wall.current()].at : good) + '，正在重连'); }
  function answered() {
    good = new Date(); failures = 0; clearTimeout(retry); retry = 0; say('');
    if (wall.closed) { wall.closed = false; root.classList.remove('closed'); kept = {}; emit('open'); }
  }
  // A wall without a server keeps what it has, says how old that is and asks again, less and less often.
  function failed(error) {
    if (error.name === 'closed') { shut(); }
    if (wall.stale && /^HTTP/.test(error.message)) { emit('outdated'); } // a newer server refuses what this page asks
    if (!wall.closed) { aged(); }
    failures++;
    if (!retry) { retry = setTimeout(function () { retry = 0; wall.refresh(); }, wall.closed ? 60000 : Math.min(30000, 1000 * Math.pow(2, Math.min(failures, 6)) * (0.75 + Math.random() / 2))); }
  }
  // A key that is no longer good: its data goes, what remains is where to turn to.
  function shut() {
    if (wall.closed) { return; }
    wall.closed = true; kept = {}; say(''); CB.closeTrace(); CB.stopCharts(main);
    var calm = document.createElement('main');
    calm.className = 'ov scr calmly'; calm.id = 'main'; calm.setAttribute('data-scene', wall.current());
    calm.innerHTML = '<section class="panel calm"><div class="state" role="status">' + (wall.kiosk ?
      '<p>大屏链接已到期或已撤销</p><p class="t3">请系统管理员在“大屏链接”中重新生成，再在本机打开新链接</p>' :
      '<p>登录已结束</p><p class="t3">请重新登录后再打开大屏</p>') + '</div></section>';
    main.replaceWith(calm); main = calm; root.classList.add('closed'); emit('closed');
  }
  function emit(name) { document.dispatchEvent(new CustomEvent('wall', { detail: name })); }

  // Charts that stay the same when their scene is renewed are taken over as they are drawn.
  function takeOver(next) {
    CB.each(next, '[data-chart]', function (box) {
      CB.each(main, '[data-chart]', function (old) {
        if (old.getAttribute('data-chart') === box.getAttribute('data-chart') && old.cbText && old.parentNode) { box.replaceWith(old); old.cbTwin = null; }
      });
    });
  }
  function focused() { var el = document.activeElement; return el && main.contains(el) ? el.getAttribute('data-trace') || el.getAttribute('href') : ''; }
  function swap(scene) {
    var box = document.createElement('template'), at = focused(), next;
    box.innerHTML = scene.html;
    next = document.importNode(box.content.querySelector('main'), true);
    CB.closeTrace();
    if (next.getAttribute('data-scene') === wall.current()) { takeOver(next); }
    CB.stopCharts(main); main.replaceWith(next); main = next;
    CB.feedCharts(scene.texts); CB.startCharts(main); CB.drawLinks(main);
    if (at) { CB.each(main, 'a[href]', function (a) { if (a.getAttribute('href') === at) { a.focus({ preventScroll: true }); } }); }
    head(); emit('scene');
    performance.clearResourceTimings(); // the browser keeps a line for every request, for months
  }
  // On a phone the tabs are a strip: the one of the scene stands in its middle.
  function toSight(el) { el.parentNode.scrollLeft = el.offsetLeft - el.parentNode.offsetLeft - (el.parentNode.clientWidth - el.offsetWidth) / 2; }
  function head() {
    var code = wall.current(), brand = document.querySelector('.top .brand'), demo = brand.querySelector('.demo');
    document.title = main.getAttribute('data-name') + ' · 链长驾驶舱';
    brand.querySelector('b').textContent = main.getAttribute('data-brand') || '产业链链长驾驶舱';
    if (!demo === main.hasAttribute('data-sample')) {
      if (demo) { demo.remove(); } else { brand.insertAdjacentHTML('beforeend', '<span class="demo">示例数据</span>'); }
    }
    CB.each(document, '[data-period]', function (el) { if (el !== main) { el.textContent = main.getAttribute('data-period'); } });
    tabs.forEach(function (tab) {
      if (tab.code !== code) { tab.el.removeAttribute('aria-current'); return; }
      tab.el.setAttribute('aria-current', 'page');
      toSight(tab.el);
      history.replaceState(null, '', tab.href);
    });
  }

  tabs.forEach(function (tab) { if (tab.code === wall.current()) { toSight(tab.el); } });

  // show puts a loaded scene on the wall.
  wall.show = function (scene) { turn++; if (!wall.closed) { swap(scene); if (failures) { aged(); } } };

  // refresh asks for the scene that shows and puts up what changed.
  wall.refresh = function () {
    var code = wall.current(), before = kept[code], mine = turn;
    return wall.load(code).then(function (scene) {
      if (mine !== turn || wall.current() !== code) { return; }
      if (!before || scene.html !== before.html) { wall.show(scene); } else { CB.feedCharts(scene.texts); CB.reloadCharts(); }
      emit('fresh');
    }).catch(function () { /* said in the head */ });
  };

  // restart opens the page anew for a new version or other settings, only while the server answers.
  wall.restart = function (href) {
    var last = 0;
    try { last = Number(sessionStorage.getItem('wall-restart')) || 0; } catch (e) { /* no storage: restart all the same */ }
    if (Date.now() - last < 120000) { return; }
    fetch('/readyz').then(function (answer) {
      if (!answer.ok) { return; }
      try { sessionStorage.setItem('wall-restart', String(Date.now())); } catch (e) { /* as above */ }
      if (href) { location.replace(href); } else { location.reload(); }
    }, function () { /* not now */ });
  };

  setInterval(function () { if (!wall.closed) { wall.refresh(); } }, Math.max(1, Number(main.getAttribute('data-refresh')) || 300) * 1000);
  // Told of a change, the scene that draws on it is asked for again; every screen a little later than another.
  setTimeout(function () {
    if (!CB.live) { return; }
    var due = 0;
    CB.live(function (topics) {
      var mine = (main.getAttribute('data-topics') || '').split(' ');
      emit('changed');
      if (!topics.some(function (topic) { return mine.indexOf(topic) >= 0; }) || due) { return; }
      due = setTimeout(function () { due = 0; wall.refresh(); }, Math.random() * 250);
    });
    var was, born = Date.now();
    CB.liveState(function (connected) {
      var before = was;
      was = connected;
      if (before === undefined || before === connected || connected && Date.now() - born < 5000) { return; } // the page is as new as the line
      setTimeout(wall.refresh, connected ? 0 : 500);
    });
  }, 0);
  CB.wall = wall;
})();
