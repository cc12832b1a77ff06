// The things of an answer and how they are linked, laid out by d3-force.
import { brief, learn, named, nameOf } from "./names.js";
import { load, say, texts } from "./page.js";

const MOST_NODES = 120;
const LABELLED_EDGES = 30;
const LONGEST_NAME = 24;
const WIDTH = 1000;
const HEIGHT = 640;
const STEPS = 250;

const thing = (term) => term && term.type !== "literal" && term.type !== "typed-literal";

export class Graph {
  constructor(panel, result) {
    this.panel = panel;
    this.result = result;
  }

  /** [from, to, property or undefined]: statements, else what stands in one row of a table. */
  static edges(result) {
    if (result.kind !== "select") {
      return result.rows.filter((row) => thing(row[2])).map((row) => [row[0], row[2], row[1]]);
    }
    const columns = result.columns.map((_, i) => i).filter((i) => result.rows.some((row) => thing(row[i])));
    if (columns.length === 3 && result.columns.length === 3) {
      return result.rows.filter((row) => row.every(thing)).map((row) => [row[0], row[2], row[1]]);
    }
    const [a, b] = columns;
    return columns.length < 2 ? [] : result.rows.filter((row) => thing(row[a]) && thing(row[b])).map((row) => [row[a], row[b]]);
  }

  async draw() {
    const all = Graph.edges(this.result);
    const nodes = new Map();
    const links = [];
    const node = (term) => {
      const key = term.type + " " + term.value;
      if (!nodes.has(key) && nodes.size < MOST_NODES) nodes.set(key, { key, term });
      return nodes.get(key);
    };
    for (const [from, to, property] of all) {
      const source = node(from);
      const target = node(to);
      if (source && target) links.push({ source, target, property });
    }
    for (const address of texts.d3.split(" ")) await load(address);
    await learn(links.map((link) => [link.source.term, link.target.term, link.property]));
    const list = [...nodes.values()];
    d3.forceSimulation(list)
      .force("link", d3.forceLink(links).distance(130))
      .force("charge", d3.forceManyBody().strength(-520))
      .force("x", d3.forceX(WIDTH / 2).strength(0.06))
      .force("y", d3.forceY(HEIGHT / 2).strength(0.09))
      .force("collide", d3.forceCollide(40))
      .stop()
      .tick(STEPS);
    const note = document.createElement("p");
    note.className = "quiet";
    note.textContent = say(texts.graphText, list.length, links.length, all.length);
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", note.textContent);
    scroll.append(this.picture(list, links));
    this.panel.replaceChildren(note, scroll);
  }

  picture(nodes, links) {
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    const left = Math.min(...xs) - 90;
    const top = Math.min(...ys) - 40;
    const width = Math.max(...xs) + 90 - left;
    const height = Math.max(...ys) + 40 - top;
    const svg = shape("svg", { viewBox: [left, top, width, height].join(" "), width, height, class: "net", role: "group", "aria-label": texts.viewGraph });
    for (const { source, target, property } of links) {
      const line = shape("line", { x1: source.x, y1: source.y, x2: target.x, y2: target.y });
      svg.append(line);
      if (!property) continue;
      line.append(shape("title", {}, nameOf(property)));
      if (links.length <= LABELLED_EDGES) {
        svg.append(shape("text", { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2, class: "edge" }, brief(property, LONGEST_NAME)));
      }
    }
    for (const { x, y, term } of nodes) {
      const href = term.type === "uri" && (named(term.value)?.href || (/^https?:/i.test(term.value) && term.value));
      const group = href ? shape("a", { href }) : shape("g", {});
      const name = term.type === "bnode" ? "_:" + term.value : nameOf(term);
      group.append(
        shape("title", {}, name),
        shape("circle", { cx: x, cy: y, r: 13, class: "reach" }),
        shape("circle", { cx: x, cy: y, r: 6 }),
        shape("text", { x, y: y - 11 }, term.type === "bnode" ? name : brief(term, LONGEST_NAME)));
      svg.append(group);
    }
    return svg;
  }
}

function shape(name, attributes, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
