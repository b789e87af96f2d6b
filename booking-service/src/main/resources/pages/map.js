/* The map of results. Leaflet is fetched only once somebody wants to see it. */
document.querySelectorAll('details.map').forEach(map => {
  const {spots, tiles, attribution, script, style} = map.dataset;
  const draw = () => {
    const leaflet = window.L;
    const canvas = map.querySelector('.map-canvas');
    const view = leaflet.map(canvas, {scrollWheelZoom: false});
    view.attributionControl.setPrefix(false);
    if (tiles) {
      leaflet.tileLayer(tiles, {attribution}).addTo(view);
    }
    leaflet.control.scale().addTo(view);
    const markers = JSON.parse(spots).map(spot => {
      const icon = leaflet.divIcon({className: 'pin', html: String(spot.number), iconSize: [32, 32]});
      const link = document.createElement('a');
      link.href = spot.href;
      link.textContent = spot.number + '. ' + spot.name;
      return leaflet.marker([spot.lat, spot.lon], {icon, title: spot.name, alt: spot.name}).bindPopup(link).addTo(view);
    });
    view.fitBounds(leaflet.featureGroup(markers).getBounds(), {padding: [40, 40], maxZoom: 14});
  };
  map.addEventListener('toggle', () => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = style;
    const code = document.createElement('script');
    code.src = script;
    sheet.addEventListener('load', () => document.head.append(code));
    code.addEventListener('load', draw);
    document.head.append(sheet);
  }, {once: true});
});
