// Keeps an open page of the console true while somebody works with it. Without it, reloading does the same.
(function () {
  'use strict';

  var live = document.querySelectorAll('[data-live]');
  if (!live.length || !window.EventSource || !window.fetch) {
    return;
  }

  var open = document.querySelector('[data-visit]');
  var note = document.getElementById('live-note');
  var waiting = null;
  var known = null;

  // Somebody who is typing, or about to press a button, keeps what is under their hands.
  function busy(part) {
    return part.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
  }

  // What was typed is worth more than a page that is up to date: sending it leads to the sign-in and loses nothing.
  function typing() {
    return Array.from(document.querySelectorAll('main input, main textarea')).some(function (field) {
      return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
    });
  }

  function again() {
    if (!typing()) {
      window.location.reload();
    }
  }

  function fetched(address) {
    return fetch(address, { credentials: 'same-origin' }).then(function (answer) {
      if (answer.redirected || !answer.ok) {
        // The session has ended: the page itself leads to the sign-in and back.
        again();
        return null;
      }
      return answer.text().then(function (text) {
        return new DOMParser().parseFromString(text, 'text/html');
      });
    });
  }

  function exchange(part, page) {
    var fresh = page && page.getElementById(part.id);
    if (!fresh || busy(part) || fresh.innerHTML === part.innerHTML) {
      return;
    }
    var focused = part.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    part.replaceChildren.apply(part, Array.from(fresh.childNodes));
    var same = focused && Array.from(part.querySelectorAll('a')).find(function (link) {
      return link.getAttribute('href') === focused;
    });
    if (same) {
      same.focus();
    }
    if (note) {
      note.textContent = note.dataset.text;
    }
  }

  function refresh() {
    waiting = null;
    live.forEach(function (part) {
      fetched(part.dataset.live).then(function (page) { exchange(part, page); });
    });
  }

  function soon() {
    if (waiting === null) {
      waiting = window.setTimeout(refresh, 150);
    }
  }

  // What is open here was answered elsewhere: say so, and take the buttons away.
  function answered() {
    fetched(open.dataset.stand).then(function (page) {
      var fresh = page && page.getElementById('stand');
      if (!fresh || !fresh.textContent.trim()) {
        return;
      }
      document.getElementById('stand').replaceChildren.apply(
        document.getElementById('stand'), Array.from(fresh.childNodes));
      open.querySelectorAll('.decide').forEach(function (part) { part.remove(); });
    });
  }

  function isOpen(item) {
    return item.id === open.dataset.visit;
  }

  function heard(item) {
    if (open && open.dataset.stand && isOpen(item) && !item.awaitsAnswer) {
      answered();
    }
  }

  // It may have been answered between the drawing of this page and the first word of the stream.
  function compare(items) {
    if (open && open.dataset.stand && !items.some(isOpen)) {
      answered();
    }
  }

  var stream = new EventSource('/api/appointments/stream');
  stream.addEventListener('snapshot', function (event) {
    var now = event.data;
    // The first one tells nothing that the page does not show already, unless it was long on its way.
    if (known !== now) {
      soon();
    }
    known = now;
    compare(JSON.parse(now).items);
  });
  stream.addEventListener('appointment', function (event) {
    heard(JSON.parse(event.data));
    soon();
  });
  stream.addEventListener('error', function () {
    // The browser connects again by itself, except where it was refused.
    if (stream.readyState === EventSource.CLOSED) {
      window.setTimeout(again, 5000);
    }
  });
  window.addEventListener('pagehide', function () { stream.close(); });
})();
