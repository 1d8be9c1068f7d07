// Suggestions while one types in a search box: the combobox pattern of the ARIA practices, list with manual selection.
// Without scripts the box is a plain search.
(() => {
  "use strict";
  const PAUSE = 150;
  document.querySelectorAll("input[data-suggestions]").forEach((input) => {
    const form = input.form;
    const list = document.createElement("ul");
    list.id = input.id + "-suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestions);
    list.hidden = true;
    const said = document.createElement("p");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    form.append(list, said);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let typed = input.value;
    let chosen = -1;
    let timer = 0;
    let asked = 0;
    const options = () => [...list.children];

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (at) => {
      const all = options();
      chosen = at < -1 ? all.length - 1 : at >= all.length ? -1 : at;
      all.forEach((it, i) => it.setAttribute("aria-selected", String(i === chosen)));
      if (chosen < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", all[chosen].id);
        all[chosen].scrollIntoView({ block: "nearest" });
      }
      input.value = chosen < 0 ? typed : all[chosen].textContent;
    };
    const take = (text) => {
      input.value = text;
      close();
      form.requestSubmit();
    };
    const show = (items) => {
      list.replaceChildren(...items.map((it, i) => {
        const option = document.createElement("li");
        option.id = list.id + "-" + i;
        option.className = "is-" + it.kind;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = it.text;
        return option;
      }));
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(items.length > 0));
      said.textContent = items.length ? input.dataset.suggestionsSaid.replace("{0}", items.length) : "";
    };
    const ask = async () => {
      const number = ++asked;
      typed = input.value;
      if (!typed.trim()) { show([]); return; }
      try {
        const answer = await fetch("/api/v1/public/suggestions?q=" + encodeURIComponent(typed));
        const found = answer.ok ? (await answer.json()).items : [];
        if (number === asked && document.activeElement === input) show(found);
      } catch { close(); }
    };

    input.addEventListener("input", (event) => {
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); input.value = typed; close(); }
      else if (event.key === "ArrowDown" && list.hidden && options().length) { event.preventDefault(); reopen(); }
      else if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); choose(chosen < 0 ? options().length - 1 : chosen - 1); }
    });
    const reopen = () => { list.hidden = false; input.setAttribute("aria-expanded", "true"); choose(0); };
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(option.textContent);
    });
    input.addEventListener("blur", () => { asked++; clearTimeout(timer); close(); });
    form.addEventListener("submit", () => { asked++; clearTimeout(timer); close(); });
  });

  // That a hit was opened is counted beside the link, which stays what it is.
  document.querySelectorAll("[data-asked]").forEach((list) => {
    list.addEventListener("click", (event) => {
      if (!list.dataset.asked || !event.target.closest("a[href]")) return;
      const asked = new Blob([JSON.stringify({ q: list.dataset.asked })], { type: "application/json" });
      navigator.sendBeacon("/api/v1/public/search-clicks", asked);
    });
  });
})();
