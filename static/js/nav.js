// Menus close by a click outside or Esc; so does the drawer of the workbench on phones.
(function () {
  'use strict';
  function closeMenus(except) {
    CB.each(document, 'details.menu[open]', function (menu) { if (menu !== except) { menu.open = false; } });
  }
  function closeDrawer() { if (location.hash === '#side') { location.replace('#main'); } }

  document.addEventListener('click', function (event) {
    var more = event.target.closest('a[href="#side"]'), menu = more && document.querySelector('details#side');
    closeMenus(menu || event.target.closest('details.menu'));
    if (menu) { event.preventDefault(); menu.open = !menu.open; menu.querySelector('summary').focus(); window.scrollTo(0, 0); }
    if (location.hash === '#side' && !event.target.closest('#side, a[href="#side"]')) { closeDrawer(); }
  });
  // ← and → lead to the neighbours in the head of a page that is laid out as a wall; a meeting turns its sheets itself.
  function follow(step) {
    var named = document.querySelector('a[rel~=' + (step > 0 ? 'next' : 'prev') + ']');
    if (named) { location.href = named.href; return; }
    var tabs = Array.prototype.slice.call(document.querySelectorAll('.top .nav a')), at = tabs.findIndex(function (a) { return a.hasAttribute('aria-current'); });
    if (at >= 0 && tabs.length > 1) { location.href = tabs[(at + step + tabs.length) % tabs.length].href; }
  }
  document.addEventListener('keydown', function (event) {
    if (!document.documentElement.matches('.wall:not([data-wall]):not(.meet)') || event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea, .tbx, .trace')) { return; }
    if (event.key === 'ArrowRight') { follow(1); }
    if (event.key === 'ArrowLeft') { follow(-1); }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { closeMenus(null); closeDrawer(); }
  });
})();
