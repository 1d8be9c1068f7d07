// Arrow keys and Enter move along the cells of a table that is typed; a column out of a spreadsheet fills downwards.
(() => {
  "use strict";
  for (const grid of document.querySelectorAll("[data-grid]")) {
    const cells = [...grid.querySelectorAll("[data-grid-cell]")];
    const go = (at) => {
      const cell = cells[at];
      if (cell) { cell.focus(); cell.select(); }
    };
    grid.addEventListener("keydown", (event) => {
      const at = cells.indexOf(event.target);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) { return; }
      if (event.key === "ArrowDown" || event.key === "Enter" && !event.shiftKey) { event.preventDefault(); go(at + 1); }
      if (event.key === "ArrowUp" || event.key === "Enter" && event.shiftKey) { event.preventDefault(); go(at - 1); }
    });
    grid.addEventListener("paste", (event) => {
      const at = cells.indexOf(event.target);
      const lines = event.clipboardData.getData("text").replace(/\r?\n$/, "").split(/\r?\n/);
      if (at < 0 || lines.length < 2) { return; }
      event.preventDefault();
      lines.slice(0, cells.length - at).forEach((line, below) => { cells[at + below].value = line.split("\t")[0].trim(); });
      go(Math.min(at + lines.length, cells.length) - 1);
    });
  }
})();
