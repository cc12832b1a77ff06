// The editor: CodeMirror's SPARQL mode, completed with the words of the release.
import { texts } from "./page.js";

const SHOWN = 60;
const KEYWORDS = ("SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS GRAPH BIND VALUES LIMIT OFFSET CONSTRUCT DESCRIBE ASK PREFIX " +
  "COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT HAVING EXISTS NOT STRSTARTS CONTAINS LANG LANGMATCHES REGEX YEAR STR COALESCE IF").split(" ");
const PHRASES = ["GROUP BY", "ORDER BY", "ORDER BY DESC("];

/** Makes an editor of a text area; `run` on Ctrl+Enter, `leave` on Escape. */
export function editor(area, run, leave) {
  const cm = CodeMirror.fromTextArea(area, {
    mode: "application/sparql-query",
    lineNumbers: true,
    lineWrapping: true,
    matchBrackets: true,
    tabSize: 2,
    indentUnit: 2,
    viewportMargin: Infinity,
    screenReaderLabel: texts.editor,
    extraKeys: {
      "Ctrl-Enter": run,
      "Cmd-Enter": run,
      "Ctrl-Space": () => complete(cm),
      Tab: (editing) => editing.execCommand(editing.somethingSelected() ? "indentMore" : "insertSoftTab"),
      "Shift-Tab": "indentLess",
      Esc: leave,
    },
  });
  cm.getInputField().setAttribute("aria-describedby", "editor-help");
  // The label of the text area leads to what has taken its place.
  document.querySelector('label[for="query"]').addEventListener("click", () => cm.focus());
  cm.on("inputRead", (editing, change) => {
    if (/[\w:?]$/.test(change.text[change.text.length - 1]) && !editing.state.completionActive) complete(editing);
  });
  let marks = [];
  cm.mark = (line, column) => {
    marks.forEach((clear) => clear());
    marks = [];
    if (line < 1 || line > cm.lineCount()) return;
    const at = cm.addLineClass(line - 1, "background", "wrong-line");
    marks.push(() => cm.removeLineClass(at, "background", "wrong-line"));
    const text = cm.getLine(line - 1);
    const start = Math.min(Math.max(0, column - 1), Math.max(0, text.length - 1));
    const word = /^\S+|^./.exec(text.slice(start));
    const mark = cm.markText({ line: line - 1, ch: start }, { line: line - 1, ch: start + (word ? word[0].length : 1) }, { className: "wrong-word" });
    marks.push(() => mark.clear());
    cm.setCursor(line - 1, start);
    cm.focus();
  };
  cm.on("focus", () => words());
  return cm;
}

let loading = null;
let known = { prefixes: {}, terms: [] };

/** The words of the release, fetched once. */
function words() {
  loading ??= fetch(texts.terms)
    .then((answer) => (answer.ok ? answer.json() : known))
    .then((json) => {
      const spaces = Object.entries(json.prefixes).sort((a, b) => b[1].length - a[1].length);
      for (const term of json.terms) {
        const space = spaces.find(([, iri]) => term.iri.startsWith(iri) && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(term.iri.slice(iri.length)));
        term.prefix = space ? space[0] : null;
        term.local = space ? term.iri.slice(space[1].length) : term.iri;
        term.text = space ? space[0] + ":" + term.local : "<" + term.iri + ">";
        term.name = term.labels[document.documentElement.lang] || term.labels.en || term.labels[""] || Object.values(term.labels)[0] || "";
        term.find = (term.local + " " + Object.values(term.labels).join(" ")).toLowerCase();
      }
      known = json;
    })
    .catch(() => { loading = null; });
  return loading;
}

async function complete(cm) {
  await words();
  cm.showHint({ hint: hints, completeSingle: false });
}

function hints(cm) {
  const cursor = cm.getCursor();
  const before = cm.getLine(cursor.line).slice(0, cursor.ch);
  const typed = /(?:<[^>\s]*|[?$]?[\p{L}\p{N}_-]*(?::[\p{L}\p{N}_.-]*)?)$/u.exec(before)[0];
  if (/#[^<>]*$/.test(before) && !/<[^>]*#[^>]*$/.test(before)) return null;
  const list = candidates(typed, cm, before).slice(0, SHOWN);
  return list.length === 0 ? null : { list, from: { line: cursor.line, ch: cursor.ch - typed.length }, to: cursor };
}

function candidates(typed, cm, before) {
  const lower = typed.toLowerCase();
  if (typed.startsWith("<")) {
    const part = lower.slice(1);
    return known.terms.filter((term) => term.iri.toLowerCase().includes(part)).sort((a, b) => (b.kind === "graph") - (a.kind === "graph"))
      .map((term) => shown(term, "<" + term.iri + ">"));
  }
  if (/^[?$]/.test(typed)) {
    const names = new Set(cm.getValue().match(/[?$][\p{L}\p{N}_]+/gu) || []);
    names.delete(typed);
    return [...names].filter((name) => name.toLowerCase().startsWith(lower)).map((name) => ({ text: name }));
  }
  if (typed.includes(":")) {
    const [prefix, part] = lower.split(":", 2);
    const fitting = known.terms.filter((term) => term.prefix !== null && term.prefix.toLowerCase() === prefix && term.find.includes(part));
    return best(fitting, part).map((term) => shown(term, term.text));
  }
  const classes = /\ba\s+\S*$/.test(before);
  const prefixes = Object.keys(known.prefixes).filter((prefix) => lower && prefix.toLowerCase().startsWith(lower))
    .map((prefix) => ({ text: prefix + ":", displayText: prefix + ":  " + known.prefixes[prefix], hint: insert, prefix }));
  const keywords = [...KEYWORDS, ...PHRASES].filter((word) => lower && word.toLowerCase().startsWith(lower) && word !== typed).map((word) => ({ text: word }));
  const terms = lower.length < 2 && typed ? [] : best(known.terms.filter((term) => term.kind !== "graph" && term.find.includes(lower) && (!classes || term.kind === "class")), lower);
  const found = terms.map((term) => shown(term, term.text));
  return classes ? [...found, ...prefixes] : [...keywords, ...prefixes, ...found];
}

/** Those that begin so first; within both, what is used most, as the list is sorted. */
const best = (terms, part) => [...terms.filter((t) => t.local.toLowerCase().startsWith(part)), ...terms.filter((t) => !t.local.toLowerCase().startsWith(part))];

function shown(term, text) {
  return {
    text,
    prefix: text.startsWith("<") ? null : term.prefix,
    hint: insert,
    render: (item) => {
      const name = document.createElement("span");
      name.className = "hint-name";
      name.textContent = [term.name, term.uses ? term.uses.toLocaleString(document.documentElement.lang) : ""].filter(Boolean).join(" · ");
      item.append(text, " ", name);
    },
  };
}

/** Puts a word in, and the line that declares its prefix if there is none yet. */
function insert(cm, list, item) {
  cm.operation(() => {
    cm.replaceRange(item.text, list.from, list.to, "complete");
    const prefix = item.prefix;
    if (prefix === null || prefix === undefined || declared(cm.getValue(), prefix)) return;
    let line = 0;
    for (let i = 0; i < cm.lineCount(); i++) {
      if (/^\s*(PREFIX|BASE)\b/i.test(cm.getLine(i))) line = i + 1;
    }
    cm.replaceRange("PREFIX " + prefix + ": <" + known.prefixes[prefix] + ">\n", { line, ch: 0 }, undefined, "complete");
  });
}

const declared = (query, prefix) =>
  [...query.matchAll(/^\s*PREFIX\s+([^\s:]*):/gim)].some((match) => match[1] === prefix);
