// The one line over which the server tells what was saved: topics and a revision, never
// data. CB.live(function (topics, revision) {…}) is called when something may have changed,
// also for what was missed while the line was down; CB.liveState(function (connected) {…})
// when the line comes and goes. The line is opened by the first CB.live of a window.
(function () {
  'use strict';
  var changes = [], states = [], source = null, opened = false, connected = false, known = '', tries = 0, silence = 0;
  var quiet = 40000; // the server says something every 15 s: a line this long silent is dead

  function state(now) {
    if (now === connected) { return; }
    connected = now;
    states.forEach(function (fn) { fn(now); });
  }
  function alive() {
    clearTimeout(silence); silence = setTimeout(lost, quiet);
    tries = 0; state(true);
  }
  // lost tries again after 1, 2, 4 … 30 s, not all screens in the same moment.
  function lost() {
    clearTimeout(silence);
    if (source) { source.close(); source = null; }
    state(false);
    setTimeout(open, Math.min(30000, 1000 * Math.pow(2, tries)) * (0.75 + Math.random() / 2));
    tries += 1;
  }
  function open() {
    var line = source = new EventSource('/api/v1/events' + (known ? '?since=' + encodeURIComponent(known) : ''));
    silence = setTimeout(lost, quiet);
    line.onopen = alive;
    line.addEventListener('beat', alive);
    line.onmessage = function (event) {
      var told = JSON.parse(event.data);
      alive();
      known = told.revision;
      if (told.topics.length) { changes.forEach(function (fn) { fn(told.topics, told.revision); }); }
    };
    line.onerror = function () { if (source === line) { lost(); } };
  }

  CB.live = function (fn) {
    changes.push(fn);
    if (!opened && window.EventSource) { opened = true; open(); }
  };
  CB.liveState = function (fn) { states.push(fn); fn(connected); };
})();
