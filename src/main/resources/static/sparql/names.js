// What IRIs are called and where they lead, asked of the server once.
import { texts } from "./page.js";

const AT_ONCE = 500;
const MOST = 2000;
const known = new Map();

/** {label, lang, href} of an IRI, as far as it has been learnt. */
export const named = (iri) => known.get(iri);

/** What to call a term. */
export const nameOf = (term) => (term.type === "uri" && known.get(term.value)?.label) || term.value;

/** What to call a term where there is little room. */
export function brief(term, most) {
  const text = nameOf(term).replace(/^https?:.*[/#](?=[^/#]+$)/, "");
  return text.length > most ? text.slice(0, most) + "…" : text;
}

/** Learns about the IRIs in some rows; whether there was anything new. */
export async function learn(rows) {
  const iris = [...new Set(rows.flat().filter((term) => term?.type === "uri").map((term) => term.value))];
  const unknown = iris.filter((iri) => !known.has(iri)).slice(0, MOST);
  try {
    for (let i = 0; i < unknown.length; i += AT_ONCE) {
      const answer = await fetch(texts.labels + "?lang=" + document.documentElement.lang, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ iris: unknown.slice(i, i + AT_ONCE) }),
      });
      if (!answer.ok) break;
      for (const [iri, name] of Object.entries((await answer.json()).labels)) known.set(iri, name);
    }
  } catch {
    // The IRIs stay as they are.
  }
  return unknown.length > 0;
}
