// The panels under the tool bar: address of a link; picture with its text alternative.
export function panels(box, editor, said) {
  let opener = null;

  const panelOf = (name) => box.querySelector(`[data-panel="${name}"]`);
  const field = (panel, name) => panel.querySelector(`[data-field="${name}"]`);

  function open(name, button) {
    close(false);
    opener = button;
    const panel = panelOf(name);
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
    if (name === "link") field(panel, "address").value = editor.getAttributes("link").href || "";
    panel.querySelector("input").focus();
  }

  function close(back) {
    box.querySelectorAll("[data-panel]").forEach((it) => { it.hidden = true; });
    if (opener) {
      opener.setAttribute("aria-expanded", "false");
      if (back) opener.focus();
    }
    opener = null;
  }

  function complain(panel, input, text) {
    said(text);
    input.setAttribute("aria-invalid", "true");
    input.focus();
  }

  function setLink(panel) {
    const input = field(panel, "address");
    const address = input.value.trim();
    if (!/^(https?:\/\/|mailto:|\/)\S+$/.test(address)) return complain(panel, input, box.dataset.linkWrong);
    input.removeAttribute("aria-invalid");
    close(false);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link")) {
      return chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href: address } }] }).run();
    }
    return chain.setLink({ href: address }).run();
  }

  async function insertImage(panel) {
    const file = field(panel, "file");
    const alternative = field(panel, "alternative");
    if (!file.files.length) return complain(panel, file, box.dataset.imageMissing);
    if (!alternative.value.trim()) return complain(panel, alternative, box.dataset.alternativeMissing);
    [file, alternative].forEach((it) => it.removeAttribute("aria-invalid"));
    said(box.dataset.imageSending);
    const form = new FormData();
    form.append("file", file.files[0]);
    form.append("alternative", alternative.value.trim());
    const token = box.closest("form")?.querySelector('input[name="_csrf"]')?.value;
    let answer;
    try {
      answer = await fetch(box.dataset.imageAddress, { method: "POST", body: form, headers: { Accept: "application/json", ...(token ? { "X-CSRF-TOKEN": token } : {}) } });
    } catch {
      return complain(panel, file, box.dataset.imageFailed);
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) return complain(panel, file, told.detail || box.dataset.imageFailed);
    editor.chain().focus().setImage({ src: told.address, alt: alternative.value.trim() }).run();
    file.value = "";
    alternative.value = "";
    said(box.dataset.imageDone);
    return close(false);
  }

  box.addEventListener("click", (event) => {
    const panel = event.target.closest("[data-panel]");
    const act = event.target.closest("button[data-act]")?.dataset.act;
    if (act === "close") close(true);
    if (act === "set-link") setLink(panel);
    if (act === "insert-image") insertImage(panel);
  });
  box.addEventListener("keydown", (event) => {
    const panel = event.target.closest("[data-panel]");
    if (!panel) return;
    if (event.key === "Escape") close(true);
    if (event.key === "Enter" && event.target.matches("input:not([type=file])")) {
      event.preventDefault();
      panel.querySelector('button[data-act]:not([data-act="close"])').click();
    }
  });
  return open;
}
