// Paper: what a script has measured or coloured for the screen is done anew for the
// page while a browser prints, in light colours, and put back afterwards.
(function () {
  'use strict';
  var root = document.documentElement, printing = window.matchMedia && matchMedia('print'), theme = null;
  if (!printing || !printing.addListener) { return; }
  function redo() { CB.fitRows(); CB.drawLinks(document); CB.repaintCharts(); }
  printing.addListener(function () { // called when the page of paper is laid out
    if (printing.matches) {
      theme = root.getAttribute('data-theme'); root.setAttribute('data-theme', 'light');
    } else if (theme === null) { root.removeAttribute('data-theme'); } else { root.setAttribute('data-theme', theme); }
    redo();
  });
})();
