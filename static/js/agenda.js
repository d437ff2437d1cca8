// The clocks of a meeting: how long its sheet, the item of the agenda and the meeting itself
// have taken. The item is moved on by , and . (the black-screen key of a presenter's remote) or
// by buttons. Typing a decision loads the page anew: the clocks go on where they were.
(function () {
  'use strict';
  var foot = document.querySelector('.meetfoot');
  if (!foot || foot.hasAttribute('data-over')) { return; }
  var KEY = 'cb-meet ' + location.pathname + (location.search.match(/chain=[^&]*/) || [''])[0] + ' ' + (foot.getAttribute('data-since') || '');
  var items = Array.prototype.slice.call(foot.querySelectorAll('.agenda li')), now = foot.querySelector('[data-agenda-now]');
  var kept = { total: 0, item: 0, items: [], sheets: {} }, sheet = (location.hash || '#earlier').slice(1);

  try { kept = JSON.parse(sessionStorage.getItem(KEY)) || kept; } catch (e) { /* private mode: clocks begin anew */ }
  function keep() { try { sessionStorage.setItem(KEY, JSON.stringify(kept)); } catch (e) { /* the same */ } }
  function clock(s) { return (s < 600 ? '0' : '') + Math.floor(s / 60) + ':' + ('0' + s % 60).slice(-2); }
  function over(i) { var most = Number(items[i].getAttribute('data-minutes')) * 60; return most ? Math.max(0, (kept.items[i] || 0) - most) : 0; }
  // Used and planned time; over it a shape and a word say so too.
  function used(i) {
    var most = Number(items[i].getAttribute('data-minutes')), late = over(i);
    return '<span class="num">' + clock(kept.items[i] || 0) + (most ? ' / ' + clock(most * 60) : '') + '</span>' + (late ? ' <span class="lt lt-r">' + CB.shape('r') + '<span>超时 ' + clock(late) + '</span></span>' : '');
  }
  function draw() {
    foot.querySelector('[data-timer]').textContent = clock(kept.sheets[sheet] || 0);
    foot.querySelector('[data-total]').textContent = clock(kept.total);
    items.forEach(function (li, i) {
      li.querySelector('[data-used]').innerHTML = kept.items[i] || i === kept.item ? used(i) : '';
      if (i === kept.item) { li.setAttribute('aria-current', 'step'); } else { li.removeAttribute('aria-current'); }
    });
    if (now) { now.innerHTML = '<span class="num">' + (kept.item + 1) + '/' + items.length + '</span> ' + CB.escape(items[kept.item].firstElementChild.textContent.replace(/（\d+分钟）$/, '')) + ' ' + used(kept.item); }
  }
  function move(by) { kept.item = Math.max(0, Math.min(items.length - 1, kept.item + by)); keep(); draw(); }
  function tick() {
    kept.total++; kept.sheets[sheet] = (kept.sheets[sheet] || 0) + 1;
    if (items.length) { kept.items[kept.item] = (kept.items[kept.item] || 0) + 1; }
    keep(); draw();
  }

  foot.querySelector('.times').hidden = false;
  kept.item = Math.max(0, Math.min(items.length - 1, kept.item));
  CB.each(foot, '[data-agenda-step]', function (button) { button.addEventListener('click', function () { move(Number(button.getAttribute('data-agenda-step'))); }); });
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || !items.length) { return; }
    if (event.code === 'Period') { move(1); } else if (event.code === 'Comma') { move(-1); }
  });
  document.addEventListener('sheet', function (event) { sheet = event.detail; draw(); });
  setInterval(tick, 1000);
  draw();
})();
