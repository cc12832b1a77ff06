// The table of an answer: sorted by any column, filtered, its IRIs by name.
import { learn, named, nameOf } from "./names.js";
import { say, texts } from "./page.js";

const SHOWN = 5000;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const language = document.documentElement.lang;
const collator = new Intl.Collator(language, { numeric: true });

export class Table {
  constructor(panel, result) {
    this.panel = panel;
    this.result = result;
    this.rows = result.rows.slice(0, SHOWN);
    this.sorted = { column: -1, down: false };
  }

  draw() {
    this.panel.replaceChildren();
    if (this.rows.length === 0) return;
    if (this.result.rows.length > SHOWN) {
      const note = document.createElement("p");
      note.className = "partial";
      note.textContent = say(texts.partial, SHOWN.toLocaleString(language), this.result.rows.length.toLocaleString(language));
      this.panel.append(note);
    }
    this.panel.append(this.filterBox(), this.table());
    this.fill();
    learn(this.rows).then((news) => news && this.fill());
  }

  filterBox() {
    const box = document.createElement("p");
    const label = document.createElement("label");
    this.filter = document.createElement("input");
    this.filter.type = "search";
    this.filter.id = "filter";
    label.htmlFor = "filter";
    label.textContent = texts.filter;
    this.count = document.createElement("span");
    this.count.className = "quiet";
    this.count.setAttribute("role", "status");
    let waiting = 0;
    this.filter.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.fill(), 150);
    });
    box.className = "filter";
    box.append(label, " ", this.filter, " ", this.count);
    return box;
  }

  table() {
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", texts.result);
    const table = document.createElement("table");
    table.className = "results";
    this.heads = this.result.columns.map((name, i) => {
      const head = document.createElement("th");
      head.scope = "col";
      const button = document.createElement("button");
      button.type = "button";
      button.lang = "en";
      button.textContent = name;
      button.addEventListener("click", () => this.sort(i));
      head.append(button);
      return head;
    });
    const row = document.createElement("tr");
    row.append(...this.heads);
    table.createTHead().append(row);
    this.body = table.createTBody();
    scroll.append(table);
    return scroll;
  }

  sort(column) {
    const down = this.sorted.column === column && !this.sorted.down;
    this.sorted = { column, down };
    this.heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.fill();
  }

  fill() {
    const wanted = this.filter.value.trim().toLocaleLowerCase(language);
    let rows = this.rows;
    if (wanted) {
      rows = rows.filter((row) => row.some((term) => term && (nameOf(term) + " " + term.value).toLocaleLowerCase(language).includes(wanted)));
    }
    const { column, down } = this.sorted;
    if (column >= 0) {
      const sign = down ? -1 : 1;
      rows = [...rows].sort((a, b) => sign * this.compare(a[column], b[column]));
    }
    this.count.textContent = wanted ? say(texts.filtered, rows.length.toLocaleString(language)) : "";
    const all = document.createDocumentFragment();
    for (const row of rows) {
      const line = document.createElement("tr");
      for (const term of row) line.append(this.cell(term));
      all.append(line);
    }
    this.body.replaceChildren(all);
  }

  compare(a, b) {
    if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
    const x = number(a);
    const y = number(b);
    return x !== null && y !== null ? x - y : collator.compare(nameOf(a), nameOf(b));
  }

  cell(term) {
    const cell = document.createElement("td");
    if (!term) return cell;
    const name = named(term.value);
    if (term.type === "uri" && (name?.href || /^https?:/i.test(term.value))) {
      const link = document.createElement("a");
      link.href = name?.href || term.value;
      link.title = term.value;
      link.textContent = nameOf(term);
      if (name?.lang) link.lang = name.lang;
      cell.append(link);
      return cell;
    }
    const text = document.createElement("span");
    text.dir = "auto";
    text.textContent = term.type === "bnode" ? "_:" + term.value : term.value;
    cell.append(text);
    const lang = term["xml:lang"];
    if (lang) text.lang = lang;
    if (number(term) !== null) cell.className = "number";
    else if (lang || (term.datatype && term.datatype !== XSD + "string")) {
      const tag = document.createElement("span");
      tag.className = "tag";
      tag.textContent = lang || term.datatype.replace(XSD, "xsd:").replace(/^.*[/#](?=.)/, "");
      cell.append(" ", tag);
    }
    return cell;
  }
}

/** The number that a literal is, else null. */
export function number(term) {
  if (!term || term.type === "uri" || term.type === "bnode" || !term.datatype) return null;
  if (!/#(integer|decimal|double|float|long|int|short|byte|nonNegativeInteger|positiveInteger|unsigned\w+|gYear)$/.test(term.datatype)) return null;
  const value = Number(term.value);
  return Number.isFinite(value) ? value : null;
}
