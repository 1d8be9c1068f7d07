// What comes from Word: names of its own, comments and pictures that stand only on the writer's disk.
const UPLOADED = /^\/(?!\/)/;

export function cleaned(html, onPictureLost) {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ""), "text/html");
  page.querySelectorAll("style, script, meta, link, xml, title, object, iframe, form").forEach((it) => it.remove());
  page.querySelectorAll("*").forEach((it) => {
    if (it.localName.includes(":")) it.replaceWith(...it.childNodes);
  });
  rename(page, "h1", "h2");
  rename(page, "h5", "h4");
  rename(page, "h6", "h4");
  const lost = [...page.querySelectorAll("img")].filter((it) => !UPLOADED.test(it.getAttribute("src") || ""));
  lost.forEach((it) => it.remove());
  if (lost.length) onPictureLost(lost.length);
  page.querySelectorAll("p").forEach((it) => {
    if (!it.textContent.trim() && !it.querySelector("img")) it.remove();
  });
  return page.body.innerHTML;
}

function rename(page, from, to) {
  page.querySelectorAll(from).forEach((it) => {
    const other = page.createElement(to);
    other.append(...it.childNodes);
    it.replaceWith(other);
  });
}
