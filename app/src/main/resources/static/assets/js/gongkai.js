// Small improvements of pages that work without them.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("has-script");

  // "请填写此项" says on top which field it means.
  document.querySelectorAll(".error-summary a[data-name-field]").forEach((link) => {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const group = field?.type === "radio" || field?.type === "checkbox" ? field.closest("fieldset") : field;
    const name = (group?.querySelector("legend") ?? group?.labels?.[0])?.textContent.trim();
    if (name) link.prepend(name, "\uFF1A");
  });

  // After a step the reader's attention belongs to what was said about it.
  const said = document.querySelector(".error-summary[data-focus], .banner[data-focus]");
  if (said) said.focus();

  // A table says that it can be moved only when it can; only then it is a stop of the tab key.
  const boxes = [...document.querySelectorAll(".table-box")];
  const measure = () => boxes.forEach((box) => {
    const scroller = box.querySelector(".scroller");
    const wide = scroller.scrollWidth > scroller.clientWidth + 1;
    box.classList.toggle("is-wide", wide);
    if (wide) scroller.tabIndex = 0; else scroller.removeAttribute("tabindex");
  });
  if (boxes.length) {
    measure();
    new ResizeObserver(measure).observe(document.body);
  }

  // Where the filters stand above the list, they start closed, so that the list comes first.
  document.querySelectorAll("details[data-narrow-closed]").forEach((it) => {
    if (it.querySelector("summary").checkVisibility()) it.open = false;
  });

  document.querySelectorAll("[data-print]").forEach((it) => {
    it.hidden = false;
    it.addEventListener("click", () => print());
  });

  // One click, one submission.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => { delete form.dataset.sent; }, 5000);
  });
  addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });

  // Signing out empties what the pages for work without a network have kept here; what waits to be sent stays sealed.
  document.querySelectorAll('form[action="/desk/logout"]').forEach((leaving) => {
    leaving.addEventListener("submit", async (event) => {
      if (leaving.dataset.left || !window.caches || !window.indexedDB) return;
      event.preventDefault();
      leaving.dataset.left = "yes";
      const kept = "gongkai-field";
      await caches.delete(kept).catch(() => false);
      await new Promise((done) => {
        const opening = indexedDB.open(kept);
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onerror = done;
        opening.onsuccess = () => {
          const emptying = opening.result.transaction(["key", "drafts", "sent"], "readwrite");
          ["key", "drafts", "sent"].forEach((it) => emptying.objectStore(it).clear());
          emptying.oncomplete = emptying.onabort = done;
        };
      });
      leaving.submit();
    });
  });
})();

// 我为政府网站找错: the page the reader came from, where the form does not know it from its own address.
{
  const page = document.querySelector("[data-mistake-form] [name=page]");
  if (page && !page.value) {
    const asked = new URLSearchParams(location.search).get("page");
    const from = document.referrer && new URL(document.referrer);
    if (asked && asked.startsWith("/")) page.value = asked;
    else if (from && from.origin === location.origin && from.pathname !== location.pathname) page.value = from.pathname + from.search;
  }
}
