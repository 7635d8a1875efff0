
// The map of travel times. The picture that the page already shows takes its place on paper and
// where Leaflet is not there; the tables hold the same numbers.
(() => {
  const box = document.querySelector("[data-circle]");
  if (!box || typeof L === "undefined") return;
  const data = JSON.parse(box.querySelector("script").textContent);
  const live = box.querySelector(".circle-live");
  const colours = ["#0b3f73", "#1f5fa8", "#3f8fc4", "#63b0a8", "#a3a03c"];
  const far = "#c3c9d1";
  live.hidden = false;
  box.classList.add("has-live");
  const map = L.map(live, { preferCanvas: true, zoomSnap: 0.25, attributionControl: false });
  map.createPane("far").style.zIndex = 300;
  const pairs = (flat) => {
    const points = [];
    for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
    return points;
  };
  const lines = data.lines.map(([minute, band, major, flat]) => ({
    minute: minute === null ? Infinity : minute,
    colour: band === null ? far : colours[band],
    shape: L.polyline(pairs(flat), { weight: major ? 2.5 : 1.2, color: far, interactive: false, smoothFactor: 0.5 }).addTo(map),
  }));
  // On a small screen the homes are drawn smaller, so that the roads stay visible.
  const largest = Math.max(2, Math.min(7, live.clientWidth / 120));
  const most = Math.max(1, ...data.homes.map((h) => h[2]));
  const homes = data.homes.map(([lat, lon, people, minute]) => ({
    minute: minute === null ? Infinity : minute,
    shape: L.circleMarker([lat, lon], { radius: 2 + largest * Math.sqrt(people / most), color: "#b02a25", weight: 1, fillOpacity: 0.5 }).bindTooltip(people.toLocaleString()),
  }));
  // The same signs as in the picture: a square for what is there, a triangle for what could be.
  const sign = (shape) => L.divIcon({ className: "circle-sign", iconSize: [16, 16], html: `<svg viewBox="-8 -8 16 16" width="16" height="16">${shape}</svg>` });
  const named = (name) => name.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const place = (shape) => ([lat, lon, name]) => L.marker([lat, lon], { icon: sign(shape), keyboard: false }).bindTooltip(named(name)).addTo(map);
  data.facilities.forEach(place('<rect class="facility" x="-5" y="-5" width="10" height="10"/>'));
  data.sites.forEach(place('<path class="site" d="M0 -7l7 13h-14z"/>'));
  L.control.scale({ imperial: false }).addTo(map);
  const all = L.featureGroup(lines.map((l) => l.shape));
  if (lines.length) map.fitBounds(all.getBounds(), { padding: [8, 8] });

  const slider = box.querySelector("input");
  const output = box.querySelector("output");
  const show = () => {
    const minutes = Number(slider.value);
    for (const line of lines) line.shape.setStyle({ color: line.minute <= minutes ? line.colour : far });
    for (const home of homes) {
      if (home.minute > minutes) home.shape.addTo(map);
      else home.shape.remove();
    }
    const people = data.within[Math.min(minutes, data.within.length - 1)];
    // As in the tables: never rounded up to the whole while somebody is left out.
    const rounded = data.total ? Math.round((people / data.total) * 1000) / 10 : 0;
    const share = (rounded >= 100 && people < data.total ? 99.9 : rounded).toFixed(1);
    output.textContent = output.dataset.text.replace("{m}", minutes).replace("{p}", share).replace("{n}", people.toLocaleString());
  };
  box.querySelector(".circle-slider").hidden = false;
  slider.addEventListener("input", show);
  show();
})();
