// Menus close by a click outside or Esc; so does the drawer of the workbench on phones.
(function () {
  'use strict';
  function closeMenus(except) {
    CB.each(document, 'details.menu[open]', function (menu) { if (menu !== except) { menu.open = false; } });
  }
  function closeDrawer() { if (location.hash === '#side') { location.replace('#main'); } }

  document.addEventListener('click', function (event) {
    closeMenus(event.target.closest('details.menu'));
    if (location.hash === '#side' && !event.target.closest('#side, a[href="#side"]')) { closeDrawer(); }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { closeMenus(null); closeDrawer(); }
  });
})();
