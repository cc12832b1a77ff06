// Narrows the list while somebody types; without it the form does the same.
const box = document.getElementById("q");
const status = document.getElementById("found");

const folded = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();

function narrow() {
  const words = folded(box.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const group of document.querySelectorAll(".group")) {
    let any = false;
    for (const card of group.querySelectorAll(".questions > li")) {
      const title = folded(card.querySelector("a").textContent);
      card.hidden = !words.every((word) => title.includes(word));
      any ||= !card.hidden;
      shown += card.hidden ? 0 : 1;
    }
    group.hidden = !any;
  }
  status.textContent = status.dataset.template
    .replace("{0}", String(shown))
    .replace("{1}", status.dataset.total);
}

if (box && status) {
  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(narrow, 120);
  });
}
