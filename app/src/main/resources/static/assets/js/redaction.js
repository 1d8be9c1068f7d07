// 区分处理: drawing an area on the picture of a page fills in its four sides; typing them moves the box.
(() => {
  "use strict";
  const sheet = document.querySelector("[data-redaction-page]");
  const form = document.querySelector("[data-redaction-form]");
  if (!sheet || !form) return;
  const sides = ["left", "top", "right", "bottom"].map((it) => form.elements[it]);
  const box = document.createElement("div");
  box.className = "redaction-box";
  box.hidden = true;
  sheet.append(box);
  let from = null;

  const place = (event) => {
    const edge = sheet.querySelector("img").getBoundingClientRect();
    const part = (at, start, length) => Math.min(100, Math.max(0, ((at - start) / length) * 100));
    return [part(event.clientX, edge.left, edge.width), part(event.clientY, edge.top, edge.height)];
  };

  const show = () => {
    const [left, top, right, bottom] = sides.map((it) => Number.parseFloat(it.value));
    box.hidden = !(right > left && bottom > top);
    if (box.hidden) return;
    box.style.left = `${left}%`;
    box.style.top = `${top}%`;
    box.style.width = `${right - left}%`;
    box.style.height = `${bottom - top}%`;
  };

  const draw = (event) => {
    const to = place(event);
    [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]
      .forEach((it, at) => { sides[at].value = it.toFixed(1); });
    show();
  };

  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    from = place(event);
  });
  sheet.addEventListener("pointermove", (event) => { if (from) draw(event); });
  sheet.addEventListener("pointerup", (event) => {
    if (!from) return;
    const [x, y] = place(event);
    const drawn = Math.abs(x - from[0]) > 0.3 && Math.abs(y - from[1]) > 0.3;
    if (drawn) {
      draw(event);
      form.querySelector("[name=kind][value=area]").checked = true;
    }
    from = null;
    if (drawn) form.elements.ground.focus();
  });
  sheet.addEventListener("pointercancel", () => { from = null; });
  sides.forEach((it) => it.addEventListener("input", () => {
    form.querySelector("[name=kind][value=area]").checked = true;
    show();
  }));
  show();
})();
