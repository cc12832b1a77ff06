// A map of the places in an answer, drawn by Leaflet on outlines of our own, without foreign tiles.
import { learn, named, nameOf } from "./names.js";
import { load, say, texts } from "./page.js";

const POINT = /POINT\s*Z?\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)/i;
const MOST = 2000;

export class Map_ {
  constructor(panel, result) {
    this.panel = panel;
    this.result = result;
  }

  /** [longitude, latitude, row] of every row with a point; the first column that has some counts. */
  static places(result) {
    for (let i = 0; i < result.columns.length; i++) {
      const places = result.rows.flatMap((row) => {
        const match = row[i]?.type !== "uri" && POINT.exec(row[i]?.value || "");
        return match && Math.abs(match[2]) <= 90 ? [[Number(match[1]), Number(match[2]), row]] : [];
      });
      if (places.length > 0) return places;
    }
    return [];
  }

  async draw() {
    const places = Map_.places(this.result).slice(0, MOST);
    const note = document.createElement("p");
    note.className = "quiet";
    note.textContent = say(texts.mapText, places.length);
    const frame = document.createElement("div");
    frame.className = "map";
    this.panel.replaceChildren(note, frame);
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = texts.leafletCss;
    const styled = new Promise((done) => { sheet.onload = done; sheet.onerror = done; });
    document.head.append(sheet);
    await Promise.all([styled, load(texts.leaflet), learn(places.map(([, , row]) => row))]);
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const map = L.map(frame, { attributionControl: false, zoomAnimation: false, fadeAnimation: false });
    map.fitBounds(L.latLngBounds(places.map(([lon, lat]) => [lat, lon])).pad(0.2), { maxZoom: 9 });
    if (texts.outlines) {
      const answer = await fetch(texts.outlines);
      if (answer.ok) {
        L.geoJSON(await answer.json(), { interactive: false, style: { color: colour("--quiet"), weight: 1, fillColor: colour("--paper"), fillOpacity: 1 } }).addTo(map);
      }
    }
    for (const [lon, lat, row] of places) {
      L.circleMarker([lat, lon], { radius: 6, color: colour("--paper"), weight: 1, fillColor: colour("--accent"), fillOpacity: 0.9 })
        .bindPopup(() => this.popup(row)).addTo(map);
    }
  }

  popup(row) {
    const list = document.createElement("dl");
    row.forEach((term, i) => {
      if (!term || POINT.test(term.value)) return;
      const name = document.createElement("dt");
      const value = document.createElement("dd");
      name.textContent = this.result.columns[i];
      const href = term.type === "uri" && named(term.value)?.href;
      const text = document.createElement(href ? "a" : "span");
      if (href) text.href = href;
      text.textContent = nameOf(term);
      value.append(text);
      list.append(name, value);
    });
    return list;
  }
}
