// Tells the page around this frame how high it has to be, and nothing else.
(() => {
  'use strict';
  if (parent === window) return;
  const tell = () => parent.postMessage(
    {bodywork: 'height', height: Math.ceil(document.body.getBoundingClientRect().height)}, '*');
  parent.postMessage({bodywork: 'page'}, '*');
  new ResizeObserver(tell).observe(document.body);
})();
