// Dialogs, questions before what cannot be taken back, notices that go by themselves.
(function () {
  'use strict';
  var STAY = 6000; // ms

  function dismiss(toast) { setTimeout(function () { toast.classList.add('gone'); }, STAY); }
  CB.each(document, '.toast', dismiss);
  CB.toast = function (text) {
    var toast = document.createElement('div');
    toast.className = 'toast'; toast.setAttribute('role', 'status'); toast.textContent = text;
    document.body.appendChild(toast); dismiss(toast);
  };

  document.addEventListener('click', function (event) {
    var opener = event.target.closest('[data-dialog]'), dialog = opener && document.getElementById(opener.getAttribute('data-dialog'));
    if (dialog && dialog.showModal) { event.preventDefault(); dialog.showModal(); return; }
    if (event.target.nodeName === 'DIALOG') { event.target.close(); } // a click on the backdrop
    var asks = event.target.closest('a[data-confirm], button[data-confirm]');
    if (asks && !window.confirm(asks.getAttribute('data-confirm'))) { event.preventDefault(); }
  });
  document.addEventListener('submit', function (event) {
    var question = event.target.getAttribute('data-confirm');
    if (question && !window.confirm(question)) { event.preventDefault(); }
  });
})();
