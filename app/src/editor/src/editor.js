// The editor of a document's body: takes the place of the plain text area, which stays the form's field.
import { Editor } from "@tiptap/core";
import { extensions } from "./schema.js";
import { cleaned } from "./paste.js";
import { wire } from "./toolbar.js";
import { panels } from "./panels.js";

function start(box) {
  const area = box.querySelector("textarea");
  const label = document.querySelector(`label[for="${area.id}"]`);
  const status = box.querySelector("[data-said]");
  const said = (text) => { status.textContent = text; };
  const place = document.createElement("div");
  area.before(place);

  const editor = new Editor({
    element: place,
    content: area.value,
    injectCSS: false,
    extensions,
    parseOptions: { preserveWhitespace: false },
    editorProps: {
      attributes: {
        class: "paper-body editor-body",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label.textContent,
        ...(area.getAttribute("aria-describedby") ? { "aria-describedby": area.getAttribute("aria-describedby") } : {}),
      },
      transformPastedHTML: (html) => cleaned(html, (count) => said(box.dataset.pictureLost.replace("{0}", count))),
    },
    // Only what was really changed is written back: opening a document never changes its text.
    onUpdate: () => {
      area.value = editor.isEmpty ? "" : editor.getHTML();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
    onBlur: () => area.dispatchEvent(new Event("change", { bubbles: true })),
  });

  area.hidden = true;
  label.addEventListener("click", (event) => { event.preventDefault(); editor.commands.focus(); });
  // A link of the error summary points at the field.
  document.querySelectorAll(`a[href="#${area.id}"]`).forEach((it) => it.addEventListener("click", (event) => { event.preventDefault(); editor.commands.focus(); }));
  const bar = box.querySelector("[role=toolbar]");
  bar.hidden = false;
  box.classList.add("is-ready");
  wire(bar, editor, panels(box, editor, said));
}

document.querySelectorAll("[data-editor]").forEach(start);
