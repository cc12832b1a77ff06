// The last queries of this browser, which nobody else sees.
const KEY = "desk.history";
const KEPT = 20;

export class History {
  constructor(box, open) {
    this.box = box;
    this.open = open;
    this.list = box.querySelector("ol");
    box.querySelector("button").addEventListener("click", () => {
      this.keep([]);
      box.open = false;
    });
    this.draw();
  }

  add(query) {
    this.keep([query, ...this.queries().filter((other) => other !== query)].slice(0, KEPT));
  }

  queries() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter((query) => typeof query === "string") : [];
    } catch {
      return [];
    }
  }

  keep(queries) {
    try {
      localStorage.setItem(KEY, JSON.stringify(queries));
    } catch {
      // A browser that keeps nothing: the desk works without.
    }
    this.draw();
  }

  draw() {
    const queries = this.queries();
    this.list.replaceChildren();
    for (const query of queries) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button past";
      button.textContent = query.replace(/^\s*PREFIX\s+\S*\s*<[^>]*>\s*/gim, "").replace(/\s+/g, " ").trim().slice(0, 160);
      button.addEventListener("click", () => this.open(query));
      item.append(button);
      this.list.append(item);
    }
    this.box.hidden = queries.length === 0;
  }
}
