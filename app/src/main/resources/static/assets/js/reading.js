// The bar 无障碍 and the switch 长者版: what is chosen is shown at once, kept in this browser, and shared with its other windows.
(() => {
  "use strict";
  const KEY = "gongkai-reading";
  const ROOT = ["edition", "scheme", "size", "leading", "tracking"];
  const root = document.documentElement;
  const form = document.querySelector("form[data-reading]");
  if (!form) return;
  const tools = form.querySelector("details");
  const said = form.querySelector("[role=status]");
  const fields = [...form.elements].filter((it) => it.name);

  const kept = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const keep = (chosen) => {
    try {
      if (Object.keys(chosen).length) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
    } catch {
      said.textContent = form.dataset.notKept;
    }
  };
  // Only what differs from the page as it came: a default is nothing to remember.
  const chosen = () => Object.fromEntries(fields.filter((it) => it.checked && !it.defaultChecked).map((it) => [it.name, it.value]));
  const apply = (chosen) => {
    for (const name of ROOT) {
      if (chosen[name]) root.dataset[name] = chosen[name]; else delete root.dataset[name];
    }
    document.dispatchEvent(new CustomEvent("gongkai:reading", { detail: chosen }));
  };
  const show = () => {
    const before = kept();
    for (const it of fields) {
      const known = fields.some((other) => other.name === it.name && other.value === before[it.name]);
      it.checked = known ? it.value === before[it.name] : it.defaultChecked;
    }
    apply(chosen());
  };

  form.addEventListener("change", () => {
    said.textContent = "";
    keep(chosen());
    apply(chosen());
  });
  form.addEventListener("reset", () => setTimeout(() => {
    said.textContent = form.dataset.wasReset;
    keep(chosen());
    apply(chosen());
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !tools.open) return;
    tools.open = false;
    tools.querySelector("summary").focus();
  });
  addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) show(); });
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });

  // The ruler follows pointer and focus; else it stays where it is, and the text is scrolled under it.
  let ruler = null;
  const at = (middle) => {
    const top = Math.max(0, Math.min(innerHeight - ruler.offsetHeight, middle - ruler.offsetHeight / 2));
    ruler.style.setProperty("--ruler-top", `${Math.round(top)}px`);
  };
  const toPointer = (event) => at(event.clientY);
  const toFocus = (event) => {
    const box = event.target.getBoundingClientRect();
    at((box.top + box.bottom) / 2);
  };
  document.addEventListener("gongkai:reading", ({ detail }) => {
    if (Boolean(detail.ruler) === Boolean(ruler)) return;
    if (detail.ruler) {
      ruler = document.body.appendChild(document.createElement("div"));
      ruler.className = "reading-ruler";
      ruler.setAttribute("aria-hidden", "true");
      document.addEventListener("pointermove", toPointer);
      document.addEventListener("focusin", toFocus);
    } else {
      document.removeEventListener("pointermove", toPointer);
      document.removeEventListener("focusin", toFocus);
      ruler.remove();
      ruler = null;
    }
  });

  // The other scripts of the bar listen by then.
  document.addEventListener("DOMContentLoaded", show);
})();
