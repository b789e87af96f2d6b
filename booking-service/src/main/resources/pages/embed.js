// One script tag puts a practice's openings on its own site:
//   <script async src="https://bodywork.example/embed.js" data-practice="the-practice" data-lang="en"></script>
// The frame takes the place of the tag and is as high as what it shows.
(() => {
  'use strict';
  const tag = document.currentScript;
  const home = new URL(tag.src).origin;
  const language = tag.dataset.lang || document.documentElement.lang.slice(0, 2);
  const frame = document.createElement('iframe');
  frame.src = home + '/embed/' + encodeURIComponent(tag.dataset.practice || '') +
    (language === 'en' || language === 'es' ? '?lang=' + language : '');
  frame.title = tag.dataset.title || (language === 'es' ? 'Reservar una cita' : 'Book a visit');
  frame.style.display = 'block';
  frame.style.width = '100%';
  frame.style.height = '480px';
  frame.style.border = '0';
  tag.after(frame);

  let pages = 0;
  addEventListener('message', event => {
    if (event.origin !== home || event.source !== frame.contentWindow || !event.data) return;
    if (event.data.bodywork === 'height') {
      frame.style.height = Math.min(Math.max(Number(event.data.height) || 0, 120), 20000) + 'px';
    }
    // The next page begins at its top, which may have been scrolled away.
    if (event.data.bodywork === 'page' && pages++ > 0 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });
})();
