// What the scripts of the desk share: the texts that the page brings along in its language.
export const texts = document.getElementById("desk-texts").dataset;

export const element = (id) => document.getElementById(id);

/** A text with its blanks filled in. */
export const say = (text, ...values) => text.replace(/%(\d)/g, (_, n) => String(values[n - 1]));
