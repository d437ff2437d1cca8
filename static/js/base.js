// What the other parts share: tokens, lengths, markup of states. One global, CB.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');

  // token gives the value of a CSS custom property, so that pictures follow the theme.
  function token(name) { return getComputedStyle(root).getPropertyValue('--' + name).trim(); }

  // px turns pixels of the 1920 × 1080 design into pixels of this window.
  function px(n) { return Math.round(n / 16 * parseFloat(getComputedStyle(root).fontSize) * 10) / 10; }

  function escape(text) {
    return String(text).replace(/[&<>"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; });
  }

  // shape is the light of that kind; it needs the symbols of the page.
  function shape(kind) { return '<svg aria-hidden="true"><use href="#lt-' + kind + '"/></svg>'; }

  // fetchText asks this server only and fails on anything but the wanted page itself:
  // a redirect means the session is over.
  function fetchText(url) {
    return fetch(url, { credentials: 'same-origin', headers: { 'X-Requested-With': 'XMLHttpRequest' } }).then(function (answer) {
      if (answer.redirected || !answer.ok) { throw new Error('HTTP ' + (answer.redirected ? 401 : answer.status)); }
      return answer.text();
    });
  }

  // clock is the time of day people read beside a failure.
  function clock(date) { return ('0' + date.getHours()).slice(-2) + ':' + ('0' + date.getMinutes()).slice(-2); }

  // each calls fn for every element below parent that matches, parent included.
  function each(parent, selector, fn) {
    if (parent.matches && parent.matches(selector)) { fn(parent); }
    Array.prototype.forEach.call(parent.querySelectorAll(selector), fn);
  }

  window.CB = { token: token, px: px, escape: escape, shape: shape, fetchText: fetchText, clock: clock, each: each, formatters: {} };
})();
