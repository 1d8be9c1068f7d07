// What comes from Word: names of its own, comments and pictures that stand only on the writer's disk.
const UPLOADED = /^\/(?!\/)/;

export function cleaned(html, onPictureLost) {
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
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

// Before the parser meets them: the security policy would complain of each style and handler that it stops.
// Of the styles only the alignment means something.
function withoutStyles(html) {
  return html.replace(/<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag
    .replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, (style) => {
      const said = /text-align:\s*(center|right)/i.exec(style);
      return said ? ` align="${said[1].toLowerCase()}"` : "";
    })
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
}

function rename(page, from, to) {
  page.querySelectorAll(from).forEach((it) => {
    const other = page.createElement(to);
    other.append(...it.childNodes);
    it.replaceWith(other);
  });
}
