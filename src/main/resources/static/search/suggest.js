/* Makes every input[data-suggest] a combobox with a list (ARIA 1.2, WAI-ARIA practices "Combobox").
   Without this script the form works as it is. */
(() => {
  const script = document.currentScript;
  const address = script.dataset.url;
  const lang = document.documentElement.lang;
  let number = 0;

  const enhance = (input) => {
    const id = "suggest-" + ++number;
    const combo = document.createElement("span");
    combo.className = "combo";
    input.replaceWith(combo);
    const list = document.createElement("ul");
    list.id = id;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", script.dataset.label);
    const live = document.createElement("span");
    live.className = "count-live";
    live.setAttribute("role", "status");
    live.setAttribute("aria-live", "polite");
    combo.append(input, list, live);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": id, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    })) input.setAttribute(name, value);

    let options = [];
    let active = -1;
    let request = null;
    let timer = 0;

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const stop = () => {
      clearTimeout(timer);
      if (request) request.abort();
      request = null;
    };
    const select = (index) => {
      active = index;
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    };
    const go = (index) => {
      stop();
      close();
      location.assign(options[index].url);
    };
    const show = (found) => {
      options = found;
      list.replaceChildren(...found.map((option, i) => {
        const item = document.createElement("li");
        item.id = id + "-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const name = document.createElement("span");
        name.textContent = option.label;
        name.dir = "auto";
        if (option.lang) name.lang = option.lang;
        item.append(name);
        const more = [option.name, option.type].filter(Boolean).join(" · ");
        if (more) {
          const small = document.createElement("small");
          small.textContent = more;
          item.append(small);
        }
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => go(i));
        return item;
      }));
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      live.textContent = script.dataset.count.replace("{0}", found.length);
    };
    const ask = async () => {
      stop();
      const text = input.value.trim();
      if (!text) {
        close();
        return;
      }
      const mine = (request = new AbortController());
      try {
        const answer = await fetch(
          address + "?q=" + encodeURIComponent(text) + "&lang=" + encodeURIComponent(lang),
          { signal: mine.signal, headers: { Accept: "application/json" } });
        const found = answer.ok ? (await answer.json()).suggestions : [];
        if (request === mine && document.activeElement === input) show(found);
      } catch {
        if (request === mine) close();
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    input.addEventListener("blur", () => {
      stop();
      close();
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) {
          ask();
          return;
        }
        const size = options.length + 1;
        const step = event.key === "ArrowDown" ? 1 : -1;
        select(((active + 1 + step + size) % size) - 1);
      } else if (event.key === "Enter" && open && active >= 0) {
        event.preventDefault();
        go(active);
      } else if (event.key === "Escape" && (open || input.value)) {
        event.preventDefault();
        stop();
        if (open) close();
        else input.value = "";
      }
    });
  };
  document.querySelectorAll("input[data-suggest]").forEach(enhance);
})();
