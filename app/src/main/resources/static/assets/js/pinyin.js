// Pinyin above rare characters (生僻字注音): the table of readings is fetched when a reader asks for it.
(() => {
  "use strict";
  const form = document.querySelector("form[data-reading]");
  const main = document.querySelector("main");
  if (!form || !main) return;
  const LEAVE = "script, style, textarea, select, svg, ruby, code";
  let readings = null;
  let on = false;

  // A line of the table: one reading, a tab, the characters that are read so.
  const fetched = async () => {
    const answer = await fetch(form.dataset.pinyin);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const known = new Map();
    for (const line of (await answer.text()).split("\n")) {
      const [reading, characters] = line.split("\t");
      for (const it of characters ?? "") known.set(it, reading);
    }
    return known;
  };
  const part = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const ruby = (character) => {
    const element = document.createElement("ruby");
    element.dataset.rare = "";
    element.append(character, part("rp", "\uFF08"), part("rt", readings.get(character)), part("rp", "\uFF09"));
    element.querySelector("rt").lang = "zh-Latn-pinyin";
    return element;
  };
  const put = () => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      (node) => node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : node.matches(LEAVE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
    const texts = [];
    while (walker.nextNode()) if ([...walker.currentNode.data].some((it) => readings.has(it))) texts.push(walker.currentNode);
    for (const text of texts) {
      const pieces = [];
      let plain = "";
      for (const it of text.data) {
        if (!readings.has(it)) { plain += it; continue; }
        pieces.push(plain, ruby(it));
        plain = "";
      }
      text.replaceWith(...pieces, plain);
    }
  };
  const take = () => {
    for (const it of main.querySelectorAll("ruby[data-rare]")) {
      const parent = it.parentNode;
      it.replaceWith(it.firstChild.data);
      parent.normalize();
    }
  };
  document.addEventListener("gongkai:reading", async ({ detail }) => {
    const wanted = Boolean(detail.pinyin);
    if (wanted === on) return;
    on = wanted;
    if (!on) { take(); return; }
    try {
      readings ??= await fetched();
      if (on) put();
    } catch {
      on = false;
      form.querySelector("[role=status]").textContent = form.dataset.noPinyin;
    }
  });
})();
