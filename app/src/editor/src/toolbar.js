// The tool bar: real buttons from the page, one stop of the tab key, arrow keys inside (WAI-ARIA toolbar).
const ACTIONS = {
  undo: (it) => it.undo(),
  redo: (it) => it.redo(),
  paragraph: (it) => it.setParagraph(),
  "heading-2": (it) => it.toggleHeading({ level: 2 }),
  "heading-3": (it) => it.toggleHeading({ level: 3 }),
  "heading-4": (it) => it.toggleHeading({ level: 4 }),
  bold: (it) => it.toggleBold(),
  italic: (it) => it.toggleItalic(),
  underline: (it) => it.toggleUnderline(),
  superscript: (it) => it.toggleMark("superscript"),
  subscript: (it) => it.toggleMark("subscript"),
  "align-left": (it) => it.align(null),
  "align-center": (it) => it.align("center"),
  "align-right": (it) => it.align("right"),
  "bullet-list": (it) => it.toggleBulletList(),
  "ordered-list": (it) => it.toggleOrderedList(),
  quote: (it) => it.toggleBlockquote(),
  unlink: (it) => it.unsetLink(),
  table: (it) => it.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  "row-before": (it) => it.addRowBefore(),
  "row-after": (it) => it.addRowAfter(),
  "row-delete": (it) => it.deleteRow(),
  "column-before": (it) => it.addColumnBefore(),
  "column-after": (it) => it.addColumnAfter(),
  "column-delete": (it) => it.deleteColumn(),
  "header-row": (it) => it.toggleHeaderRow(),
  "header-column": (it) => it.toggleHeaderColumn(),
  "merge-cells": (it) => it.mergeOrSplit(),
  "table-delete": (it) => it.deleteTable(),
};

const PRESSED = {
  paragraph: (it) => it.isActive("paragraph") && !it.isActive("bulletList") && !it.isActive("orderedList"),
  "heading-2": (it) => it.isActive("heading", { level: 2 }),
  "heading-3": (it) => it.isActive("heading", { level: 3 }),
  "heading-4": (it) => it.isActive("heading", { level: 4 }),
  bold: (it) => it.isActive("bold"),
  italic: (it) => it.isActive("italic"),
  underline: (it) => it.isActive("underline"),
  superscript: (it) => it.isActive("superscript"),
  subscript: (it) => it.isActive("subscript"),
  "align-left": (it) => !it.isActive({ align: "center" }) && !it.isActive({ align: "right" }),
  "align-center": (it) => it.isActive({ align: "center" }),
  "align-right": (it) => it.isActive({ align: "right" }),
  "bullet-list": (it) => it.isActive("bulletList"),
  "ordered-list": (it) => it.isActive("orderedList"),
  quote: (it) => it.isActive("blockquote"),
  link: (it) => it.isActive("link"),
};

export function wire(bar, editor, openPanel) {
  const buttons = [...bar.querySelectorAll("button[data-command]")];
  const usable = () => buttons.filter((it) => !it.closest("[hidden]"));

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-command]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const { command } = button.dataset;
    if (command === "link" || command === "image") openPanel(command, button);
    else ACTIONS[command](editor.chain().focus()).run();
  });

  bar.addEventListener("keydown", (event) => {
    const stops = usable();
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    rove(stops, (to + stops.length) % stops.length, true);
  });

  function show() {
    const inTable = editor.isActive("table");
    bar.querySelectorAll("[data-in-table]").forEach((it) => { it.hidden = !inTable; });
    buttons.forEach((button) => {
      const { command } = button.dataset;
      const pressed = PRESSED[command];
      if (pressed) button.setAttribute("aria-pressed", String(pressed(editor)));
      if (command === "undo" || command === "redo") {
        button.setAttribute("aria-disabled", String(!editor.can()[command]()));
      }
    });
    const stops = usable();
    if (!stops.some((it) => it.tabIndex === 0)) rove(stops, 0, false);
  }

  function rove(stops, index, focus) {
    buttons.forEach((it) => { it.tabIndex = -1; });
    stops[index].tabIndex = 0;
    if (focus) stops[index].focus();
  }

  rove(usable(), 0, false);
  editor.on("transaction", show);
  show();
}
