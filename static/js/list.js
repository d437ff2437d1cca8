// Registers: a filter applies when it changes, the field keeps the focus, a click on a row opens its detail.
(function () {
  'use strict';
  var KEY = 'cb-focus', PAUSE = 500; // ms after the last key in a search field

  function submit(form, field) {
    try { sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, name: field.name })); } catch (e) { /* private mode: the focus is lost, nothing else */ }
    // Empty fields would only lengthen the address people copy.
    Array.prototype.forEach.call(form.elements, function (el) { if (el.name && el.value === '') { el.disabled = true; } });
    form.submit();
  }
  CB.each(document, 'form[data-autosubmit]', function (form) {
    var timer, composing = false;
    form.addEventListener('change', function (event) { if (event.target.type !== 'search') { submit(form, event.target); } });
    form.addEventListener('compositionstart', function () { composing = true; });
    form.addEventListener('compositionend', function (event) { composing = false; wait(event.target); });
    form.addEventListener('input', function (event) { if (event.target.type === 'search' && !composing) { wait(event.target); } });
    function wait(field) { clearTimeout(timer); timer = setTimeout(function () { submit(form, field); }, PAUSE); }
  });
  // Coming back by the history the fields must be usable again.
  window.addEventListener('pageshow', function () { CB.each(document, 'form[data-autosubmit] :disabled', function (el) { el.disabled = false; }); });

  try {
    var kept = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    var field = kept && kept.path === location.pathname && document.querySelector('form[data-autosubmit] [name="' + kept.name + '"]');
    if (field) {
      field.focus({ preventScroll: true });
      if (field.type === 'search') { field.setSelectionRange(field.value.length, field.value.length); }
    }
  } catch (e) { /* nothing kept */ }

  // On a phone the filters are folded until somebody wants them.
  if (window.matchMedia('(max-width: 700px)').matches) {
    CB.each(document, 'details[data-fold]', function (fold) { fold.removeAttribute('open'); });
  }
  // A click beside an open menu closes it.
  document.addEventListener('click', function (event) {
    CB.each(document, 'details.menu[open]', function (menu) { if (!menu.contains(event.target)) { menu.removeAttribute('open'); } });
  });

  document.addEventListener('click', function (event) {
    var row = event.target.closest('tr[data-href]');
    if (!row || event.target.closest('a, button, input, select, label, [data-trace]') || String(window.getSelection())) { return; }
    var url = row.getAttribute('data-href');
    if (event.ctrlKey || event.metaKey) { window.open(url); } else { location.href = url; }
  });
})();
