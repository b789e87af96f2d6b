/* "Near me": fills in where this device is, to half a mile, and asks. */
document.querySelectorAll('[data-near-me]').forEach(form => {
  const button = form.querySelector('.near-me');
  const field = form.querySelector('[name=near]');
  button.addEventListener('click', () => {
    const sorry = () => {
      button.textContent = button.dataset.fault;
      field.focus();
    };
    if (!navigator.geolocation) {
      sorry();
      return;
    }
    navigator.geolocation.getCurrentPosition(({coords}) => {
      field.value = coords.latitude.toFixed(2) + ',' + coords.longitude.toFixed(2);
      form.requestSubmit();
    }, sorry, {maximumAge: 600000, timeout: 10000});
  });
});
