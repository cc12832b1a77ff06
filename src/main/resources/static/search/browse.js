"use strict";
// Where there is room for one column only, what was found comes before what could be chosen.
if (matchMedia("(max-width: 46rem)").matches) {
  document.querySelectorAll(".facets > details").forEach((panel) => { panel.open = false; });
}
