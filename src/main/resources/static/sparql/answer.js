// Reads answers: SPARQL results in JSON, N-Triples and N-Quads, all into one shape.
const STATEMENT = ["subject", "predicate", "object", "graph"];
const TERM = /\s*(?:<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?)/y;
const ESCAPES = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f", '"': '"', "'": "'", "\\": "\\" };

/** {kind, columns, rows: [[term or undefined]], verdict, text} */
export function read(text, type) {
  if (type.startsWith("application/n-triples")) return statements(text, "graph", 3);
  if (type.startsWith("application/n-quads")) return statements(text, "dataset", 4);
  const json = JSON.parse(text);
  if ("boolean" in json) {
    return { kind: "ask", verdict: json.boolean, columns: [], rows: [], text };
  }
  const columns = json.head.vars;
  const rows = json.results.bindings.map((binding) => columns.map((name) => binding[name]));
  return { kind: "select", columns, rows, text };
}

function statements(text, kind, width) {
  const rows = [];
  for (const line of text.split("\n")) {
    if (line.trim()) rows.push(terms(line, width));
  }
  return { kind, columns: STATEMENT.slice(0, width), rows, text };
}

function terms(line, width) {
  const row = [];
  TERM.lastIndex = 0;
  for (let match; row.length < width && (match = TERM.exec(line)); ) {
    const [, iri, blank, literal, lang, datatype] = match;
    if (iri !== undefined) row.push({ type: "uri", value: plain(iri) });
    else if (blank !== undefined) row.push({ type: "bnode", value: blank });
    else row.push({ type: "literal", value: plain(literal), "xml:lang": lang, datatype });
  }
  while (row.length < width) row.push(undefined);
  return row;
}

const plain = (escaped) =>
  escaped.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, one) =>
    one ? ESCAPES[one] ?? one : String.fromCodePoint(parseInt(four || eight, 16)));
