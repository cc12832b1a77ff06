"use strict";
// Turns every element with data-map into a map. The page says the same without it.
(() => {
  /** With more pins than these, drawing them as elements gets slow; the list serves the keyboard. */
  const MOST_PINS = 1000;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const json = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "application/geo+json" } });
    if (!answer.ok) {
      throw Object.assign(new Error(`${address}: ${answer.status}`), { status: answer.status });
    }
    return answer.json();
  };

  const single = (data) => ({
    type: "FeatureCollection",
    features: [{
      type: "Feature",
      geometry: { type: "Point", coordinates: [Number(data.longitude), Number(data.latitude)] },
      properties: { label: data.label || "" },
    }],
  });

  /** What is shown of a place: its name, a link when it has a page, what it is. */
  const card = ({ label, lang, page, kind }) => {
    const box = document.createElement("div");
    const name = document.createElement(page ? "a" : "strong");
    name.textContent = label;
    if (lang) {
      name.lang = lang;
    }
    if (page) {
      name.href = page;
    }
    box.append(name);
    if (kind) {
      const line = document.createElement("p");
      line.textContent = kind;
      box.append(line);
    }
    return box;
  };

  /** The part of the world where nearly all places are: a few far ones must not make all small. */
  const view = (points) => {
    const middle = (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const cut = sorted.length > 20 ? Math.floor(sorted.length * 0.04) : 0;
      return [sorted[cut], sorted[sorted.length - 1 - cut]];
    };
    const [south, north] = middle(points.map((p) => p[0]));
    const [west, east] = middle(points.map((p) => p[1]));
    return L.latLngBounds([south, west], [north, east]);
  };

  const pins = (map, located) => {
    for (const { at, properties } of located) {
      const icon = L.divIcon({ className: "map-pin", iconSize: [24, 24] });
      const pin = L.marker(at, { icon, title: properties.label, alt: properties.label, riseOnHover: true });
      pin.addTo(map);
      if (properties.page || properties.kind) {
        pin.bindPopup(() => card(properties));
      }
      pin.on("keypress", ({ originalEvent }) => {
        if (originalEvent.key === "Enter") {
          setTimeout(() => pin.getPopup()?.getElement()?.querySelector("a[href]")?.focus(), 0);
          pin.once("popupclose", () => pin.getElement()?.focus());
        }
      });
    }
  };

  const dots = (map, located, layer) => {
    const colour = getComputedStyle(map.getContainer()).getPropertyValue("--pin").trim();
    for (const { at, properties } of located) {
      L.circleMarker(at, { radius: 5, weight: 1, color: "#fff", fillColor: colour, fillOpacity: 0.9 })
        .bindPopup(() => card(properties))
        .addTo(layer);
    }
  };

  const draw = (map, places, layer) => {
    const located = places.features
      .filter((f) => f.geometry && f.geometry.type === "Point")
      .map((f) => ({ at: [f.geometry.coordinates[1], f.geometry.coordinates[0]], properties: f.properties }));
    (located.length > MOST_PINS ? dots : pins)(located.length > MOST_PINS ? map : layer, located, layer);
    return located.map((place) => place.at);
  };

  const start = async (box) => {
    const data = box.dataset;
    const layer = L.layerGroup();
    const map = L.map(box, {
      zoomControl: false,
      scrollWheelZoom: false,
      minZoom: 1,
      maxZoom: data.tiles ? 18 : 9,
      maxBounds: [[-85, -200], [85, 200]],
      preferCanvas: false,
      renderer: L.svg({ padding: 0.5 }),
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
    }).setView([30, 10], 2);
    map.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: data.in, zoomOutTitle: data.out }).addTo(map);
    // A page that is scrolled past must not zoom; a map that is used may.
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    map.on("popupopen", ({ popup }) =>
      popup.getElement()?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", data.close));
    layer.addTo(map);
    const note = L.DomUtil.create("div", "map-note");
    note.setAttribute("role", "status");
    const control = L.control({ position: "topright" });
    control.onAdd = () => note;
    control.addTo(map);
    const say = (text) => { note.textContent = text; };

    if (data.tiles) {
      L.tileLayer(data.tiles, { attribution: data.attribution, maxZoom: 18 }).addTo(map);
    } else {
      json(data.outlines)
        .then((outlines) => L.geoJSON(outlines, {
          interactive: false,
          attribution: "Natural Earth",
          style: (feature) => ({ className: `map-${feature.properties.part}` }),
        }).addTo(map).bringToBack())
        .catch(() => say(data.failed));
    }

    const crowded = async () => {
      const { _southWest: sw, _northEast: ne } = map.getBounds();
      const clamp = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(4);
      const bounds = [clamp(sw.lng, 180), clamp(sw.lat, 90), clamp(ne.lng, 180), clamp(ne.lat, 90)];
      const mark = data.places.includes("?") ? "&" : "?";
      try {
        const places = await json(`${data.places}${mark}bbox=${bounds.join(",")}`);
        layer.clearLayers();
        draw(map, places, layer);
        say("");
      } catch (error) {
        layer.clearLayers();
        say(error.status === 413 ? data.crowded : data.failed);
      }
    };

    try {
      const inline = data.places && document.getElementById(data.places.replace(/^#/, ""));
      const places = data.latitude ? single(data)
        : inline ? JSON.parse(inline.textContent)
        : await json(data.places);
      const points = draw(map, places, layer);
      if (points.length === 1) {
        map.setView(points[0], data.tiles ? 11 : 5, { animate: false });
      } else if (points.length > 1) {
        map.fitBounds(view(points), { padding: [24, 24], maxZoom: 7, animate: false });
      }
    } catch (error) {
      if (error.status === 413) {
        map.on("moveend", crowded);
        await crowded();
      } else {
        say(data.failed);
      }
    }
    box.dataset.ready = "true";
  };

  const all = () => {
    for (const box of document.querySelectorAll("[data-map]:not([data-started])")) {
      box.dataset.started = "true";
      start(box);
    }
  };
  all();
})();
