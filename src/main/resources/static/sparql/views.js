// The views of an answer, as tabs: table, chart, map, graph, text.
import { Chart_ } from "./chart.js";
import { Graph } from "./graph.js";
import { Map_ } from "./map.js";
import { Table } from "./table.js";
import { element, texts } from "./page.js";

const LONGEST_TEXT = 200000;
const NAMES = ["table", "chart", "map", "graph", "raw"];

export class Views {
  constructor(status) {
    this.status = status;
    this.results = element("results");
    this.tabs = NAMES.map((name) => element("tab-" + name));
    this.tabs.forEach((tab, i) => {
      tab.addEventListener("click", () => this.choose(i));
      tab.addEventListener("keydown", (event) => this.key(event, i));
      const panel = this.panel(i);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
    });
  }

  /** A new answer. */
  show(result) {
    this.result = result;
    this.drawn = new Set();
    this.table = new Table(this.panel(0), result);
    const chart = result.rows.length > 0 && Chart_.numeric(result).length > 0;
    const map = Map_.places(result).length > 0;
    const graph = Graph.edges(result).length > 0;
    const why = ["", texts.noChart, texts.noMap, texts.noGraph, ""];
    [true, chart, map, graph, true].forEach((able, i) => this.able(i, able, why[i]));
    this.results.hidden = false;
    const before = Math.max(0, this.tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true"));
    this.choose(this.disabled(before) ? 0 : before, false);
  }

  /** An answer that only the server has shown. */
  waiting() {
    [1, 2, 3, 4].forEach((i) => this.able(i, false, texts.runFirst));
    this.drawn = new Set(NAMES);
    this.choose(0, false);
  }

  able(i, able, why) {
    const tab = this.tabs[i];
    tab.setAttribute("aria-disabled", String(!able));
    if (able) tab.removeAttribute("title");
    else tab.title = why;
  }

  disabled(i) {
    return this.tabs[i].getAttribute("aria-disabled") === "true";
  }

  panel(i) {
    return element("view-" + NAMES[i]);
  }

  choose(i, focus = true) {
    if (this.disabled(i)) {
      this.status.textContent = this.tabs[i].title;
      return;
    }
    this.tabs.forEach((tab, j) => {
      tab.setAttribute("aria-selected", String(i === j));
      tab.tabIndex = i === j ? 0 : -1;
      this.panel(j).hidden = i !== j;
    });
    if (focus) this.tabs[i].focus();
    if (this.drawn.has(NAMES[i])) return;
    this.drawn.add(NAMES[i]);
    if (i === 0) this.table.draw();
    if (i === 1) new Chart_(this.panel(1), this.result).draw();
    if (i === 2) new Map_(this.panel(2), this.result).draw();
    if (i === 3) new Graph(this.panel(3), this.result).draw();
    if (i === 4) this.raw(this.panel(4));
  }

  key(event, i) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const last = this.tabs.length - 1;
    const to = event.key === "Home" ? 0 : event.key === "End" ? last : step ? (i + step + last + 1) % (last + 1) : -1;
    if (to < 0) return;
    event.preventDefault();
    this.tabs[to].focus();
    if (!this.disabled(to)) this.choose(to);
  }

  raw(panel) {
    const pre = document.createElement("pre");
    pre.tabIndex = 0;
    pre.lang = "en";
    pre.dir = "ltr";
    pre.textContent = this.result.text.slice(0, LONGEST_TEXT);
    panel.replaceChildren();
    if (this.result.text.length > LONGEST_TEXT) {
      const note = document.createElement("p");
      note.textContent = texts.cut;
      panel.append(note);
    }
    panel.append(pre);
  }
}
