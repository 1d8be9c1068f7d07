// Before the first paint: what the reader chose on an earlier page (ADR 0131). Runs in the head, so it is small.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("has-script");
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem("gongkai-reading")); } catch { /* this browser keeps nothing */ }
  for (const name of ["edition", "scheme", "size", "leading", "tracking"]) {
    if (/^[a-z0-9-]{1,20}$/.test(kept?.[name] ?? "")) root.dataset[name] = kept[name];
  }
})();
