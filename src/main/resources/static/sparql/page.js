// What the scripts of the desk share: the texts that the page brings along in its language.
export const texts = document.getElementById("desk-texts").dataset;

export const element = (id) => document.getElementById(id);

/** A text with its blanks filled in. */
export const say = (text, ...values) => text.replace(/%(\d)/g, (_, n) => String(values[n - 1]));

const loaded = new Map();

/** Loads a script of the server's own, once. */
export function load(address) {
  if (!loaded.has(address)) {
    loaded.set(address, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));
  }
  return loaded.get(address);
}
