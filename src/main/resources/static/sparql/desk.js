// The query desk: takes the plain form over and asks the endpoint as any program does.
import { editor } from "./editor.js";
import { read } from "./answer.js";
import { Views } from "./views.js";
import { History } from "./history.js";
import { element, say, texts } from "./page.js";

const TOO_LARGE = 30e6;
const LONGEST_ADDRESS = 6000;

const form = element("query-form");
const run = element("run");
const stop = element("stop");
const status = element("status");
const problem = element("problem");
const downloads = element("downloads");
const shared = element("shared");
const code = element("code");

const cm = editor(element("query"), () => form.requestSubmit(run), () => run.focus());
const views = new Views(status);
const history_ = new History(element("history"), (query) => { cm.setValue(query); ask(); });
let asking = null;
let programsOf = "";

for (const hidden of document.querySelectorAll(".script")) hidden.hidden = false;
document.querySelector(".answer-as").hidden = true;
form.noValidate = true;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  cm.save();
  if (event.submitter && event.submitter.id === "share") share(texts.links, texts.link);
  else if (event.submitter && event.submitter.id === "cite") share(event.submitter.formAction, texts.citable);
  else ask();
});
stop.addEventListener("click", () => asking && asking.abort());
code.addEventListener("toggle", programs);
cm.mark(Number(problem.dataset.line || 0), Number(problem.dataset.column || 0));
cm.on("change", () => { shared.hidden = true; });

// What took the server long is not asked for again unasked.
const answered = Number(element("desk").dataset.answered || "NaN");
if (answered < 3) ask();
else if (!Number.isNaN(answered)) views.waiting();
else programsButtons();

/** The form's fields as parameters, without the format. */
function parameters() {
  cm.save();
  const fields = new URLSearchParams(new FormData(form));
  fields.delete("format");
  return fields;
}

async function ask() {
  if (asking) asking.abort();
  const mine = new AbortController();
  asking = mine;
  const fields = parameters();
  begin();
  const start = performance.now();
  try {
    const answer = await send(fields, mine.signal);
    if (!answer.ok) {
      explain(await failure(answer));
      return;
    }
    const text = await body(answer, mine);
    const result = read(text, answer.headers.get("Content-Type") || "");
    show(result, (performance.now() - start) / 1000, answer.headers.get("ICC-Release") || "?", fields);
    history_.add(fields.get("query"));
  } catch (error) {
    if (asking !== mine) return;
    status.textContent = error.name === "AbortError" ? texts.stopped : error.name === "RangeError" ? error.message : texts.failed;
    if (error.name !== "AbortError") problem.textContent = status.textContent;
    problem.hidden = error.name === "AbortError";
  } finally {
    if (asking === mine) {
      asking = null;
      stop.disabled = true;
      form.removeAttribute("aria-busy");
    }
  }
}

function begin() {
  stop.disabled = false;
  form.setAttribute("aria-busy", "true");
  status.textContent = texts.running;
  problem.hidden = true;
  problem.replaceChildren();
  cm.mark(0, 0);
}

function send(fields, signal) {
  const headers = { Accept: "application/sparql-results+json, application/n-triples;q=0.9, application/n-quads;q=0.8" };
  const address = texts.sparql + "?" + fields;
  return address.length <= LONGEST_ADDRESS
    ? fetch(address, { headers, signal })
    : fetch(texts.sparql, { method: "POST", headers, body: fields, signal });
}

/** The text of an answer, as far as a page can bear it. */
async function body(answer, controller) {
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > TOO_LARGE) {
      reader.cancel();
      throw new RangeError(say(texts.large, Math.round(TOO_LARGE / 1e6)));
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function failure(answer) {
  try {
    return await answer.json();
  } catch {
    return { detail: answer.status + " " + answer.statusText };
  }
}

function explain(refusal) {
  const detail = document.createElement("p");
  detail.lang = "en";
  detail.textContent = refusal.detail;
  problem.replaceChildren(detail);
  if (refusal.line) {
    const place = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = say(texts.place, refusal.line, refusal.column);
    place.append(strong);
    problem.prepend(place);
    cm.mark(refusal.line, refusal.column);
  }
  problem.hidden = false;
  status.textContent = "";
}

function show(result, seconds, release, fields) {
  views.show(result);
  const strong = document.createElement("strong");
  strong.textContent = result.kind === "ask" ? (result.verdict ? texts.yes : texts.no)
    : result.rows.length === 0 ? texts.empty : say(texts.rows, result.rows.length.toLocaleString(document.documentElement.lang));
  const facts = document.createElement("span");
  facts.className = "quiet";
  facts.textContent = say(texts.facts, seconds.toFixed(seconds < 1 ? 3 : 1), release);
  status.replaceChildren(strong, " ", facts);
  // What is cited is the release that the answer on the screen came from.
  if (/^\d+$/.test(release)) element("cite").setAttribute("formaction", texts.cites.replace("/releases/0/", "/releases/" + release + "/"));
  offer(result.kind, fields);
  const address = texts.sparql + "?" + fields;
  history.replaceState(null, "", address.length <= LONGEST_ADDRESS ? address : texts.sparql);
  code.hidden = false;
  programs();
}

/** Links to the same answer as a file. */
function offer(kind, fields) {
  const names = texts["formats" + kind[0].toUpperCase() + kind.slice(1)].split(" ");
  const label = downloads.querySelector("span");
  downloads.replaceChildren(label);
  for (const name of names) {
    const link = document.createElement("a");
    link.href = texts.sparql + "?" + fields + "&format=" + name;
    link.download = "result." + name;
    link.textContent = name;
    downloads.append(" ", link);
  }
  downloads.hidden = false;
}

async function share(address, said) {
  const body = new URLSearchParams({ query: cm.getValue() });
  try {
    const answer = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body });
    if (!answer.ok) {
      explain(await failure(answer));
      return;
    }
    const link = element("share-link");
    const made = await answer.json();
    link.href = made.link;
    shared.querySelector("span").textContent = say(said, made.release || "");
    link.textContent = link.href;
    shared.querySelectorAll("button").forEach((old) => old.remove());
    shared.append(" ", copyButton(() => link.href));
    shared.hidden = false;
    link.focus();
  } catch {
    status.textContent = texts.failed;
  }
}

/** The query in other languages, made when somebody looks. */
async function programs() {
  const query = cm.getValue();
  if (!code.open || code.hidden || programsOf === query) return;
  programsOf = query;
  const answer = await fetch(texts.code, { method: "POST", body: new URLSearchParams({ query }) });
  if (!answer.ok) return;
  const box = element("snippets");
  box.replaceChildren();
  for (const snippet of (await answer.json()).snippets) {
    const name = document.createElement("h2");
    name.className = "small";
    name.textContent = snippet.name;
    const pre = document.createElement("pre");
    pre.lang = "en";
    pre.tabIndex = 0;
    pre.append(document.createElement("code"));
    pre.firstChild.textContent = snippet.code;
    box.append(name, pre);
  }
  programsButtons();
}

function programsButtons() {
  for (const pre of element("snippets").querySelectorAll("pre")) {
    pre.after(copyButton(() => pre.textContent));
  }
}

function copyButton(text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = texts.copy;
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = texts.copied + " ✓";
  });
  return button;
}
