"use strict";
/* The search box of the vocabulary narrows the terms while one types; without it the form asks the server. */
(() => {
  const box = document.getElementById("s--search");
  if (!box) {
    return;
  }
  const found = box.form.querySelector(".found");
  const terms = [...document.querySelectorAll("[data-term]")].map((element) => {
    const head = element.querySelectorAll("h3, .other, .iri, th");
    const text = [...head].map((part) => part.textContent).join(" ").toLowerCase();
    return { element, text };
  });
  const sections = [...document.querySelectorAll("[data-section]")];
  const narrow = () => {
    const wanted = box.value.trim().toLowerCase();
    let count = 0;
    for (const { element, text } of terms) {
      const fits = text.includes(wanted);
      element.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector("[data-term]:not([hidden])");
    }
    found.textContent = wanted ? found.dataset.found.replace("%", count) : "";
  };
  const paged = document.querySelector(".paging");
  if (!paged) {
    box.addEventListener("input", narrow);
    narrow();
  }
  /* A link to a term that the search hides must still lead to it. */
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      box.value = "";
      narrow();
      target.scrollIntoView();
    }
  });
})();
