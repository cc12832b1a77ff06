"use strict";
// Turns every element with data-map into a map. The page says the same without it.
(() => {
  /** With more pins than these a page gets slow. */
  const MOST_PINS = 1000;
  /** A pin for more places than these zooms in, where others list them. */
  const MOST_LISTED = 15;
  /** The side of a pin in pixels, and how far apart two must be. */
  const SIDE = 24;
  const APART = 26;
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

  /** Places too near to each other for two pins at this zoom share one: no pin hides another. */
  const clusters = (map, located) => {
    const found = [];
    for (const place of located) {
      const { x, y } = map.project(place.at);
      const near = found.find((c) => Math.abs(c.x - x) < APART && Math.abs(c.y - y) < APART);
      if (near) {
        near.places.push(place);
      } else {
        found.push({ x, y, at: place.at, places: [place] });
      }
    }
    return found;
  };

  const titleOf = (places) => {
    const names = places.slice(0, 3).map((place) => place.properties.label).join(", ");
    return places.length > 3 ? `${names} … (${places.length})` : names;
  };

  const pinOf = (map, { at, places }) => {
    const title = titleOf(places);
    const several = places.length > 1;
    const html = several ? String(places.length) : "";
    const icon = L.divIcon({ className: several ? "map-pin several" : "map-pin", html, iconSize: [SIDE, SIDE] });
    const pin = L.marker(at, { icon, title, alt: title, riseOnHover: true });
    if (places.length > MOST_LISTED) {
      pin.on("click", () => {
        map.fitBounds(L.latLngBounds(places.map((place) => place.at)), { padding: [24, 24] });
        map.getContainer().focus();
      });
      return pin;
    }
    const told = places.map((place) => place.properties).filter((p) => p.page || p.kind);
    if (told.length > 0) {
      pin.bindPopup(() => {
        const box = document.createElement("div");
        box.append(...told.map(card));
        return box;
      }, { maxHeight: 220 });
    }
    pin.on("keypress", ({ originalEvent }) => {
      if (originalEvent.key === "Enter") {
        setTimeout(() => pin.getPopup()?.getElement()?.querySelector("a[href]")?.focus(), 0);
        pin.once("popupclose", () => pin.getElement()?.focus());
      }
    });
    return pin;
  };

  /** Draws pins, anew at every zoom; of very many only those in view. */
  const draw = (map, layer, located) => {
    const all = clusters(map, located);
    const view = map.getBounds().pad(0.2);
    const some = all.length > MOST_PINS ? all.filter((cluster) => view.contains(cluster.at)) : all;
    layer.clearLayers();
    some.forEach((cluster) => pinOf(map, cluster).addTo(layer));
    return some.length < all.length;
  };

  const located = (places) => places.features
    .filter((f) => f.geometry && f.geometry.type === "Point")
    .map((f) => ({ at: [f.geometry.coordinates[1], f.geometry.coordinates[0]], properties: f.properties }));

  const start = async (box) => {
    const data = box.dataset;
    const layer = L.layerGroup();
    const map = L.map(box, {
      zoomControl: false,
      scrollWheelZoom: false,
      minZoom: 1,
      maxZoom: data.tiles ? 18 : 9,
      maxBounds: [[-85, -200], [85, 200]],
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
    // Leaflet hears the key only while the map itself has the focus, not a pin or a link in it.
    box.addEventListener("keydown", ({ key }) => key === "Escape" && map.closePopup());
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
          // Beneath everything, in the order of the file: land, then borders.
          pane: "tilePane",
          renderer: L.svg({ pane: "tilePane", padding: 0.5 }),
          style: (feature) => ({ className: `map-${feature.properties.part}` }),
        }).addTo(map))
        .catch(() => say(data.failed));
    }

    let shown = [];
    let partly = false;
    const redraw = () => { partly = draw(map, layer, shown); };
    map.on("zoomend", redraw);
    map.on("moveend", () => partly && redraw());

    const crowded = async () => {
      const bounds = map.getBounds();
      const clamp = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(4);
      const corners = [
        clamp(bounds.getWest(), 180), clamp(bounds.getSouth(), 90),
        clamp(bounds.getEast(), 180), clamp(bounds.getNorth(), 90),
      ];
      const mark = data.places.includes("?") ? "&" : "?";
      try {
        shown = located(await json(`${data.places}${mark}bbox=${corners.join(",")}`));
        say("");
      } catch (error) {
        shown = [];
        say(error.status === 413 ? data.crowded : data.failed);
      }
      redraw();
    };

    try {
      const inline = data.places && document.getElementById(data.places.replace(/^#/, ""));
      const places = data.latitude ? single(data)
        : inline ? JSON.parse(inline.textContent)
        : await json(data.places);
      shown = located(places);
      if (shown.length === 1) {
        map.setView(shown[0].at, data.tiles ? 11 : 5, { animate: false });
      } else if (shown.length > 1) {
        const area = view(shown.map((place) => place.at));
        map.fitBounds(area, { paddingTopLeft: [48, 24], paddingBottomRight: [24, 32], maxZoom: 7, animate: false });
      }
      redraw();
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
