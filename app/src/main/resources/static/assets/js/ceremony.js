// The countdown of a ceremony runs on, and the page is fetched again when its moment has come.
(() => {
  "use strict";
  const timer = document.querySelector("[data-countdown]");
  const again = () => location.reload();
  if (!timer) {
    setTimeout(again, 30000);
    return;
  }
  // The page says how much was left when it was made; the machine's own clock may be wrong.
  const text = timer.querySelector("[data-left-text]");
  const [hours, minutes] = (text.textContent.match(/\d+/g) ?? ["0", "1"]).map(Number);
  const end = performance.now() + ((hours * 60 + minutes) * 60 + 59) * 1000;
  const tick = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    if (left === 0) { again(); return; }
    text.textContent = timer.dataset.left
      .replace("H", Math.floor(left / 3600))
      .replace("M", Math.floor(left / 60) % 60)
      .replace("S", left % 60);
    setTimeout(tick, 1000);
  };
  tick();
  setTimeout(again, 30000);
})();
