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
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { closeMenus(null); closeDrawer(); }
  });
})();
