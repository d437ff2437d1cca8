// Where a figure comes from: [data-trace] opens a popover (phones: a sheet at the bottom)
// with the fragment the server gives for it. Without JS the same address is a page.
(function () {
  'use strict';
  var opener = null, pop = null, turn = 0;

  // Whoever plays scenes holds while a source is read.
  function tell(open) { document.dispatchEvent(new CustomEvent('trace', { detail: open })); }
  function close(back) {
    turn++;
    if (opener) { tell(false); }
    if (pop) { pop.remove(); pop = null; }
    if (opener) { opener.classList.remove('trace-on'); opener.removeAttribute('aria-expanded'); if (back) { opener.focus(); } opener = null; }
  }
  function place() {
    if (!pop || !opener) { return; }
    var r = opener.getBoundingClientRect(), gap = 8, w = pop.offsetWidth, h = pop.offsetHeight, high = window.innerHeight;
    var x = Math.min(Math.max(gap, r.left), document.documentElement.clientWidth - w - gap), y = r.bottom + gap;
    if (y + h > high - gap) { y = r.top - gap - h >= gap ? r.top - gap - h : Math.max(gap, high - gap - h); }
    pop.style.left = Math.max(gap, x) + 'px'; pop.style.top = y + 'px';
  }
  function show(html) {
    var box = document.createElement('template');
    box.innerHTML = html;
    var made = box.content.querySelector('.trace');
    if (!made) { made = document.createElement('div'); made.className = 'trace'; made.innerHTML = html; }
    var head = made.querySelector('.hd');
    if (!head) { head = document.createElement('div'); head.className = 'hd'; head.innerHTML = '<b>来源</b>'; made.insertBefore(head, made.firstChild); }
    head.insertAdjacentHTML('beforeend', '<button type="button" class="close">关闭</button>');
    made.classList.add('pop'); made.setAttribute('role', 'dialog'); made.setAttribute('aria-label', head.firstElementChild.textContent); made.tabIndex = -1;
    if (pop) { pop.remove(); }
    pop = made; document.body.appendChild(pop); place(); pop.focus({ preventScroll: true });
  }
  function open(el) {
    var url = el.getAttribute('data-trace') || el.getAttribute('href');
    close(false);
    if (!url) { return; }
    opener = el; tell(true); el.classList.add('trace-on'); el.setAttribute('aria-expanded', 'true');
    var mine = turn;
    var slow = setTimeout(function () { if (mine === turn) { show('<div class="trace"><div class="hd"><b>正在查询来源</b></div><div class="sks"><i class="sk w60"></i><i class="sk tall"></i><i class="sk w80"></i></div></div>'); } }, 300);
    CB.fetchText(url).then(function (html) { clearTimeout(slow); if (mine === turn) { show(html); } }, function () {
      clearTimeout(slow);
      if (mine === turn) { show('<div class="trace"><div class="hd"><b>来源</b></div><div class="state bad">' + CB.shape('r') + '<p>未能取得来源(' + CB.clock(new Date()) + ')</p></div></div>'); }
    });
  }

  // Another order of what the popover shows: it stays where it is.
  function again(url) {
    var mine = turn;
    CB.fetchText(url).then(function (html) { if (mine === turn) { show(html); } }, function () { location.href = url; });
  }

  document.addEventListener('click', function (event) {
    var order = pop && event.target.closest('.trace.pop [data-retrace]');
    if (order && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); again(order.getAttribute('href')); return; }
    var el = event.target.closest('[data-trace]');
    if (el && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (el === opener) { close(false); } else { open(el); }
      return;
    }
    if (pop && (event.target.closest('.trace .close') || !event.target.closest('.trace.pop'))) { close(true); }
  });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && opener) { close(true); } });
  window.addEventListener('resize', place);
  CB.closeTrace = function () { close(false); };
})();
