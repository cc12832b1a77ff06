// A chart of an answer, drawn by Chart.js, which is loaded when somebody looks.
import { brief, learn } from "./names.js";
import { load, say, texts } from "./page.js";
import { number } from "./table.js";

const MOST = 100;
const NARROW = 40;

export class Chart_ {
  constructor(panel, result) {
    this.panel = panel;
    this.result = result;
  }

  /** The columns that hold a number wherever they hold something. */
  static numeric(result) {
    return result.columns.map((_, i) => i).filter((i) => {
      const terms = result.rows.map((row) => row[i]).filter(Boolean);
      return terms.length > 0 && terms.every((term) => number(term) !== null);
    });
  }

  async draw() {
    const numbers = Chart_.numeric(this.result);
    const names = this.result.columns.map((_, i) => i);
    this.kind = choice(texts.kind, "chart-kind", [["bar", texts.bar], ["line", texts.line], ["pie", texts.pie]]);
    this.axis = choice(texts.axis, "chart-axis", names.map((i) => [i, this.result.columns[i]]));
    this.value = choice(texts.value, "chart-value", numbers.map((i) => [i, this.result.columns[i]]));
    this.axis.select.value = String(this.nameColumn(names, numbers));
    this.value.select.value = String(numbers[numbers.length - 1]);
    const choices = document.createElement("div");
    choices.className = "choices";
    choices.append(this.kind.box, this.axis.box, this.value.box);
    choices.addEventListener("change", () => this.paint());
    const frame = document.createElement("div");
    frame.className = "chart";
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("role", "img");
    frame.append(this.canvas);
    this.note = document.createElement("p");
    this.note.className = "quiet";
    this.panel.replaceChildren(choices, frame, this.note);
    await load(texts.chart);
    await learn(this.result.rows.slice(0, MOST));
    this.paint();
  }

  /** What is called something is better than an IRI, and both are better than a number. */
  nameColumn(names, numbers) {
    const others = names.filter((i) => !numbers.includes(i));
    return others.find((i) => this.result.rows.some((row) => row[i]?.type === "literal")) ?? others[0] ?? names[0];
  }

  paint() {
    const axis = Number(this.axis.select.value);
    const value = Number(this.value.select.value);
    const kind = this.kind.select.value;
    const rows = this.result.rows.slice(0, MOST);
    const style = getComputedStyle(document.documentElement);
    const [ink, line, accent] = ["--ink", "--line", "--accent"].map((name) => style.getPropertyValue(name).trim());
    const slices = rows.map((_, i) => `hsl(${Math.round((i * 137.5) % 360)} 55% 50%)`);
    if (this.chart) this.chart.destroy();
    const scales = kind === "pie" ? {} : {
      x: { ticks: { color: ink }, grid: { color: line } },
      y: { ticks: { color: ink }, grid: { color: line }, title: { display: true, text: this.result.columns[value], color: ink } },
    };
    this.chart = new Chart(this.canvas, {
      type: kind,
      data: {
        labels: rows.map((row) => (row[axis] ? brief(row[axis], NARROW) : "")),
        datasets: [{
          label: this.result.columns[value],
          data: rows.map((row) => number(row[value])),
          backgroundColor: kind === "pie" ? slices : accent,
          borderColor: kind === "pie" ? undefined : accent,
        }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales,
        plugins: { legend: { display: kind === "pie" && rows.length <= 20, labels: { color: ink } } },
      },
    });
    const text = say(texts.chartText, this.result.columns[value], this.result.columns[axis], rows.length);
    this.canvas.setAttribute("aria-label", text);
    this.note.textContent = text;
  }
}

function choice(label, id, options) {
  const box = document.createElement("span");
  const name = document.createElement("label");
  const select = document.createElement("select");
  select.id = id;
  name.htmlFor = id;
  name.textContent = label;
  for (const [value, text] of options) select.add(new Option(text, String(value)));
  box.append(name, " ", select);
  return { box, select };
}
