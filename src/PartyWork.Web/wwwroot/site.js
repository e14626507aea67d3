// Small comforts over pages that work without them: rows that show only what their choice asks for,
// saving while one types, and one press that enters the node's value.
(function () {
  'use strict';
  document.documentElement.classList.add('js');

  document.querySelectorAll('[data-autosubmit]').forEach(function (field) {
    field.addEventListener('change', function () { field.form.submit(); });
  });
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
  document.querySelectorAll('[data-copy]').forEach(function (button) {
    var source = document.getElementById(button.getAttribute('data-copy'));
    button.hidden = false;
    button.addEventListener('click', function () {
      source.select();
      document.execCommand('copy'); // over plain http there is no other way
      button.textContent = '已复制';
    });
  });
  document.querySelectorAll('form[data-auto-continue]').forEach(function (form) { form.submit(); });
  document.querySelectorAll('[data-phrase]').forEach(function (select) {
    select.addEventListener('change', function () {
      var box = document.getElementById(select.getAttribute('data-phrase'));
      if (select.value && box) { box.value = box.value ? box.value + '；' + select.value : select.value; box.focus(); }
      select.selectedIndex = 0;
    });
  });
  document.querySelectorAll('[data-check-all]').forEach(function (all) {
    all.addEventListener('change', function () {
      document.querySelectorAll('input[name="' + all.getAttribute('data-check-all') + '"]').forEach(function (box) { box.checked = all.checked; });
    });
  });

  // A link into a folded part unfolds it.
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var fold = target && target.closest('details.fold');
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
  }
  window.addEventListener('hashchange', unfold);
  unfold();

  // What another page shows can be loaded into this one; without script there is the link to it.
  function load(address) {
    return fetch(address, { headers: { 'X-Requested-With': 'fetch' }, credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    });
  }
  document.querySelectorAll('[data-load]').forEach(function (block) {
    load(block.getAttribute('data-load')).then(function (html) { block.innerHTML = html; }).catch(function () { });
  });

  // A figure of the report opens beside the sheet; with the keyboard too, and Escape closes it.
  var side = document.getElementById('figure-side');
  if (side) {
    var shown = null;
    var close = function () {
      side.hidden = true;
      side.parentNode.classList.remove('opened');
      if (shown) { shown.setAttribute('aria-expanded', 'false'); shown.focus(); shown = null; }
    };
    document.querySelectorAll('a[data-figure]').forEach(function (chip) {
      chip.addEventListener('click', function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        event.preventDefault();
        load(chip.getAttribute('data-figure')).then(function (html) {
          if (shown) { shown.setAttribute('aria-expanded', 'false'); }
          side.innerHTML = html;
          side.hidden = false;
          side.parentNode.classList.add('opened');
          shown = chip;
          chip.setAttribute('aria-expanded', 'true');
          side.querySelector('[data-close-side]').addEventListener('click', close);
        }).catch(function () { window.location.href = chip.href; });
      });
    });
    document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && shown) { close(); } });
  }

  // In a grid of fields the arrows go up and down a column, Ctrl+Enter saves, and being behind opens what it asks for.
  document.querySelectorAll('[data-grid]').forEach(function (grid) {
    grid.addEventListener('keydown', function (event) {
      var column = event.target.getAttribute('data-column');
      var step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (event.key === 'Enter' && event.ctrlKey) { grid.closest('form').submit(); }
      if (!column || step === 0 || (event.target.tagName === 'TEXTAREA' && !event.altKey)) { return; }
      var fields = Array.prototype.slice.call(grid.querySelectorAll('[data-column="' + column + '"]'));
      var next = fields[fields.indexOf(event.target) + step];
      if (next) { event.preventDefault(); next.focus(); next.select(); }
    });
    grid.addEventListener('change', function (event) {
      var why = event.target.tagName === 'SELECT' && event.target.value === '3' && event.target.closest('tr').querySelector('[data-why]');
      if (why) { why.open = true; }
    });
  });

  // 现场评分: a line that cannot be sent stays in this tab (code, score, reason, evidence, what was found; nothing else) and goes out when the network is back.
  var outbox = document.querySelector('[data-outbox]');
  if (outbox) {
    var place = 'unsent-' + outbox.getAttribute('data-outbox');
    var token = '__RequestVerificationToken';
    var unsent = [];
    var pressedButton = null;
    var sending = false;
    var cards = document.querySelector('[data-cards]');
    var answerBox = document.querySelector('[data-answer]');
    try { unsent = JSON.parse(sessionStorage.getItem(place)) || []; } catch (error) { unsent = []; }

    var keep = function () {
      try { sessionStorage.setItem(place, JSON.stringify(unsent)); } catch (error) { /* it stays in memory */ }
      var refused = unsent.filter(function (item) { return item.error; });
      outbox.hidden = unsent.length === 0;
      outbox.querySelector('[data-drop]').hidden = refused.length === 0;
      outbox.querySelector('[data-unsent]').textContent = '未发送 ' + unsent.length + ' 条（' + unsent.map(function (item) { return item.code; }).join('、') + '）。请不要关闭本页，网络恢复后自动发送。' +
        refused.map(function (item) { return item.error; }).join(' ');
    };
    var tell = function (sentence) {
      if (answerBox) { answerBox.hidden = !sentence; answerBox.textContent = sentence || ''; if (sentence) { answerBox.scrollIntoView({ block: 'nearest' }); } }
    };
    var cardOf = function (code) { return cards && cards.querySelector('[data-card="' + code + '"]'); };
    var fill = function (card, item) {
      new URLSearchParams(item.body).forEach(function (value, name) {
        card.querySelectorAll('[name="' + name + '"]').forEach(function (field) {
          if (field.type === 'radio' || field.type === 'checkbox') { field.checked = field.value === value; } else if (field.type !== 'hidden') { field.value = value; }
        });
      });
      var more = card.querySelector('form details');
      if (more) { more.open = true; }
    };
    var show = function (code) {
      var next = cardOf(code);
      if (!next) { return false; }
      cards.querySelectorAll('[data-card]').forEach(function (card) { card.hidden = card !== next; });
      unsent.filter(function (item) { return item.code === code; }).forEach(function (item) { fill(next, item); });
      history.replaceState(null, '', location.pathname.replace(/[^/]+$/, code) + location.search.replace(/handler=[^&]*&?/, ''));
      document.title = document.title.replace(/^[^·]*/, '评' + code + ' ');
      window.scrollTo(0, 0);
      return true;
    };
    var done = function (code, result) {
      var card = cardOf(code);
      if (!card) { return; }
      if (card.getAttribute('data-scored') !== 'true') { card.setAttribute('data-scored', 'true'); }
      if (!result) { return; }
      card.querySelector('[name="Input.Version"]').value = result.version;
      document.getElementById('done').textContent = result.scored;
      document.getElementById('done-bar').value = result.scored;
    };
    var onward = function (code, fallback) {
      var all = Array.prototype.slice.call(cards.querySelectorAll('[data-card]'));
      var at = all.indexOf(cardOf(code));
      var next = all.slice(at + 1).concat(all.slice(0, at)).filter(function (card) { return card.getAttribute('data-scored') !== 'true'; })[0];
      if (next && show(next.getAttribute('data-card'))) { return; }
      if (fallback) { location.href = fallback; } else { tell('本页能评的都已填写，网络恢复后自动发送。'); }
    };
    var post = function (item) {
      var body = new URLSearchParams(item.body);
      body.append(token, document.querySelector('main input[name="' + token + '"], input[name="' + token + '"]').value);
      return fetch(item.action, { method: 'POST', body: body, headers: { 'X-Requested-With': 'fetch' }, credentials: 'same-origin' })
        .catch(function () { return null; }) // no network
        .then(function (answer) {
          if (!answer || answer.status >= 500) { return null; }
          if (answer.status === 401) { return { error: item.code + '：登录已过期，重新登录后再次发送。' }; }
          if (!answer.ok) { return { error: item.code + '：评分表已不能修改，或不再由您评分。' }; }
          return answer.json();
        });
    };
    var flush = function () {
      if (sending || unsent.length === 0) { return; }
      sending = true;
      var queue = unsent.slice();
      var step = function () {
        var item = queue.shift();
        if (!item) { sending = false; return; }
        post(item).then(function (result) {
          if (!result) { sending = false; return; } // still no network: the rest waits too
          if (result.error) { item.error = result.error; } else { unsent = unsent.filter(function (other) { return other !== item; }); done(item.code, result); }
          keep();
          step();
        });
      };
      step();
    };

    document.addEventListener('click', function (event) {
      pressedButton = event.target.closest('button') || null;
      var link = event.target.closest('a[data-line]');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && cards && show(link.getAttribute('data-line'))) { event.preventDefault(); tell(''); }
    });
    document.addEventListener('submit', function (event) {
      var form = event.target;
      var code = form.getAttribute('data-queue');
      var button = pressedButton && pressedButton.form === form ? pressedButton : null;
      pressedButton = null;
      if (!code || (button && button.hasAttribute('data-plain'))) { return; }
      event.preventDefault();
      var body = new URLSearchParams();
      new FormData(form).forEach(function (value, name) { if (name !== token) { body.append(name, value); } });
      var item = { code: code, action: (button && button.getAttribute('formaction')) || form.getAttribute('action'), body: body.toString() };
      tell('');
      post(item).then(function (result) {
        if (result && result.error) { tell(result.error); return; }
        unsent = unsent.filter(function (other) { return other.code !== code; });
        if (!result) { unsent.push(item); }
        keep();
        done(code, result);
        onward(code, result && result.next);
        if (result) { flush(); }
      });
    });
    outbox.querySelector('[data-send]').addEventListener('click', flush);
    outbox.querySelector('[data-drop]').addEventListener('click', function () { unsent = unsent.filter(function (item) { return !item.error; }); keep(); });
    window.addEventListener('online', flush);
    setInterval(flush, 30000);
    if (cards && cards.querySelector('[data-queue]')) {
      load(cards.getAttribute('data-cards')).then(function (html) {
        var held = document.createElement('div');
        held.innerHTML = html;
        var shown = cards.querySelector('[data-card]');
        var before = true;
        Array.prototype.slice.call(held.querySelectorAll('[data-card], [data-shown]')).forEach(function (card) {
          if (card.hasAttribute('data-shown')) { before = false; return; }
          card.hidden = true;
          cards.insertBefore(card, before ? shown : null);
        });
      }).catch(function () { });
    }
    if (cards) { unsent.forEach(function (item) { var card = cardOf(item.code); if (card) { fill(card, item); } }); }
    keep();
    flush();
  }

  var report = document.querySelector('form[data-report]');
  if (!report) { return; }
  var state = document.getElementById('save-state');
  var offline = document.getElementById('offline');
  var waiting = {};
  var busy = 0;
  var pressed = null;

  // A row that is just being saved must not meet itself: the form goes once that is done.
  report.addEventListener('click', function (event) { pressed = event.target.closest('button') || pressed; });
  report.addEventListener('submit', function (event) {
    Object.keys(waiting).forEach(function (key) { clearTimeout(waiting[key]); });
    if (busy > 0 && pressed) {
      event.preventDefault();
      setTimeout(function () { pressed.click(); }, 150);
    }
  });

  function choiceOf(line) {
    var box = line.querySelector('input[type=radio]:checked');
    return box ? box.value : '';
  }

  function propose(line) {
    var value = line.querySelector('[data-value]');
    if (!value || value.value === '') { return; }
    var number = parseFloat(value.value);
    var prior = parseFloat(line.getAttribute('data-prior') || '0');
    var reached = line.getAttribute('data-rate') === 'true' ? number : prior + number;
    var target = parseFloat(line.getAttribute('data-target'));
    var plan = parseFloat(line.getAttribute('data-plan') || '0');
    var choice = reached >= target ? '2' : reached >= plan ? '1' : '3';
    if (!line.hasAttribute('data-proposed') && choiceOf(line) === choice) { line.setAttribute('data-auto', choice); } // what the number chose, a corrected number chooses anew
    line.setAttribute('data-proposed', choice);
    if (value.type === 'hidden') { return; } // a sum from below speaks; the choice is still the clerk's
    if (choiceOf(line) === '' || line.getAttribute('data-auto') === choiceOf(line)) {
      var radio = line.querySelector('input[type=radio][value="' + choice + '"]');
      if (radio) { radio.checked = true; line.setAttribute('data-auto', choice); }
    }
  }

  function show(line) {
    var choice = choiceOf(line);
    line.setAttribute('data-choice', choice);
    var proposed = line.getAttribute('data-proposed');
    var reason = line.querySelector('[data-choice-reason]');
    var early = choice === '2' && line.getAttribute('data-early') === 'true';
    if (reason) { reason.hidden = !early && !(proposed && choice && choice !== '0' && proposed !== choice) && reason.querySelector('input').value === ''; }
    line.classList.toggle('open', choice === '');
  }

  // Which rows are complete only the server says: with each row that it has stored.
  function count() {
    [['done', '.line.answered'], ['missing', '.line.missing']].forEach(function (pair) {
      var number = report.querySelectorAll(pair[1]).length;
      document.querySelectorAll('[data-' + pair[0] + ']').forEach(function (place) { place.textContent = number; });
      if (pair[0] === 'done') { document.getElementById('report-progress').value = number; }
    });
  }

  function save(line) {
    var body = new URLSearchParams();
    new FormData(report).forEach(function (value, name) {
      if (name === '__RequestVerificationToken' || name.indexOf('Rows[' + line.getAttribute('data-index') + ']') === 0) {
        body.append(name.replace(/Rows\[\d+\]/, 'Rows[0]'), value);
      }
    });
    body.append('Rows.Index', '0');
    var label = line.querySelector('.saved');
    label.textContent = '保存中…';
    busy++;
    return fetch(report.getAttribute('data-report'), { method: 'POST', body: body, headers: { 'X-Requested-With': 'fetch' }, credentials: 'same-origin' })
      .then(function (answer) {
        if (answer.status === 401) { throw new Error('登录已过期：请按“暂存”，重新登录后内容仍在。'); }
        return answer.json();
      })
      .then(function (result) {
        if (result.error) { throw new Error(result.error); }
        line.querySelector('[data-version]').value = result.version;
        line.classList.toggle('missing', result.missing);
        line.classList.toggle('answered', result.complete);
        count();
        label.textContent = '已保存 ' + result.at;
        state.textContent = '已保存 ' + result.at;
        offline.hidden = true;
      })
      .catch(function (error) {
        label.textContent = '未保存';
        offline.hidden = false;
        offline.textContent = error.message === 'Failed to fetch' ? '网络不通，尚未保存；本页内容仍在，网络恢复后请按“暂存”。' : error.message;
      })
      .then(function () { busy--; });
  }

  function later(line, delay) {
    var key = line.getAttribute('data-index');
    clearTimeout(waiting[key]);
    waiting[key] = setTimeout(function () { save(line); }, delay);
  }

  report.querySelectorAll('.line').forEach(function (line) {
    propose(line);
    show(line);
    line.addEventListener('input', function (event) {
      if (event.target.hasAttribute('data-value')) { propose(line); }
      show(line);
      later(line, 2000);
    });
    line.addEventListener('change', function () { show(line); later(line, 200); });
    var node = line.querySelector('[data-node]');
    if (node) {
      node.addEventListener('click', function (event) {
        event.preventDefault();
        line.querySelector('[data-value]').value = node.getAttribute('data-node');
        line.removeAttribute('data-auto');
        line.querySelectorAll('input[type=radio]').forEach(function (radio) { radio.checked = false; });
        propose(line);
        show(line);
        later(line, 0);
      });
    }
  });
}());
