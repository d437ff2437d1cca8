// The drop zone: one file, sent with its progress; the server answers where to go on.
(function () {
  'use strict';
  function megabytes(n) { return (n / 1048576).toFixed(1) + ' MB'; }

  CB.each(document, 'form[data-import]', function (form) {
    var input = form.querySelector('input[type=file]'), progress = form.querySelector('.prog'), message = form.querySelector('.err'), sending = false;

    function fail(text) {
      sending = false; form.removeAttribute('aria-busy'); progress.hidden = true; message.hidden = false; message.textContent = text; input.value = '';
    }
    function state(percent, text) {
      progress.hidden = false; progress.classList.toggle('wait', percent === null);
      progress.style.setProperty('--p', (percent || 0) + '%'); progress.querySelector('span').textContent = text;
    }
    function answer(request) {
      var body = {};
      try { body = JSON.parse(request.responseText); } catch (e) { /* not ours: a proxy's page */ }
      if (request.status >= 200 && request.status < 300 && body.location) { location.href = body.location; return; }
      if (request.status === 401) { fail('登录已失效,请重新登录后再上传'); return; }
      fail(body.error && body.error.message || '上传未完成(' + request.status + '),请重试');
    }
    function send(file) {
      if (sending) { return; }
      sending = true; form.setAttribute('aria-busy', 'true'); message.hidden = true; state(0, file.name + ' ' + megabytes(file.size));
      // Fields first: the server reads a stream and wants to know the options before the file.
      var data = new FormData();
      Array.prototype.forEach.call(form.elements, function (el) {
        if (el.name && el !== input && (el.type !== 'checkbox' || el.checked)) { data.append(el.name, el.value); }
      });
      data.append(input.name, file, file.name);
      var request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', function (event) {
        if (!event.lengthComputable) { return; }
        if (event.loaded < event.total) { state(event.loaded / event.total * 100, file.name + ' 已上传 ' + Math.floor(event.loaded / event.total * 100) + '%'); } else { state(null, file.name + ' 正在校验'); }
      });
      request.addEventListener('load', function () { answer(request); });
      request.addEventListener('error', function () { fail('网络中断,未写入任何数据,请重试'); });
      request.send(data);
    }

    input.addEventListener('change', function () { if (input.files.length) { send(input.files[0]); } });
    form.addEventListener('submit', function (event) { event.preventDefault(); if (input.files.length) { send(input.files[0]); } });
    ['dragenter', 'dragover'].forEach(function (name) { form.addEventListener(name, function (event) { event.preventDefault(); form.classList.add('over'); }); });
    form.addEventListener('dragleave', function (event) { if (!form.contains(event.relatedTarget)) { form.classList.remove('over'); } });
    function take(event) {
      event.preventDefault(); form.classList.remove('over');
      var files = event.dataTransfer ? event.dataTransfer.files : [];
      if (files.length > 1) { fail('一次只能导入一个文件'); } else if (files.length) { send(files[0]); }
    }
    form.addEventListener('drop', take);
    // A file dropped beside the zone must not replace the page. With data-page the whole page is the zone, and what folds the form away opens.
    var wide = form.hasAttribute('data-page'), fold = form.parentNode;
    function carriesFiles(event) { return !!event.dataTransfer && Array.prototype.indexOf.call(event.dataTransfer.types, 'Files') >= 0; }
    window.addEventListener('dragover', function (event) {
      event.preventDefault();
      if (wide && carriesFiles(event)) { if (fold.nodeName === 'DETAILS') { fold.open = true; } form.classList.add('over'); }
    });
    window.addEventListener('dragleave', function (event) { if (!event.relatedTarget) { form.classList.remove('over'); } });
    window.addEventListener('drop', function (event) {
      if (wide && !form.contains(event.target)) { take(event); } else { event.preventDefault(); }
    });
  });
})();
