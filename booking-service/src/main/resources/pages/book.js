// Counts the held time down and keeps a form from going out twice. Every page works without.
(() => {
  'use strict';
  document.querySelectorAll('form[method=post]').forEach(form => {
    let sent = false;
    form.addEventListener('submit', event => {
      if (sent) event.preventDefault();
      sent = true;
    });
    addEventListener('pageshow', () => { sent = false; });
  });

  const held = document.getElementById('held');
  if (!held) return;
  const end = performance.now() + Number(held.dataset.left) * 1000;
  const said = document.getElementById('held-said');
  const time = document.getElementById('held-time');
  let told = '';
  const tell = text => {
    if (text !== told) said.textContent = told = text;
  };
  document.getElementById('held-until').hidden = true;
  document.getElementById('held-left').hidden = false;
  const show = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    time.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
    if (left > 0 && left <= 120) tell(held.dataset.soon);
    if (left === 0) {
      clearInterval(ticking);
      tell(held.dataset.over);
      said.classList.remove('unseen');
    }
  };
  const ticking = setInterval(show, 1000);
  show();
})();
