// Reading aloud (朗读): the page's text paragraph by paragraph, with the browser's own Chinese voice.
(() => {
  "use strict";
  const start = document.querySelector("[data-aloud-start]");
  const reader = document.querySelector("[data-reader]");
  if (!start || !reader) return;
  const root = document.documentElement;
  const said = start.form.querySelector("[role=status]");
  const say = (key) => { reader.querySelector("[role=status]").textContent = reader.dataset[key]; };
  const button = (name) => reader.querySelector(`[data-aloud="${name}"]`);
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const UNIT = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, tr, figcaption, blockquote, summary, label, legend, img[alt]";
  const SILENT = "script, style, rt, rp, select, option, textarea, button, svg, .scroll-hint, .visually-hidden, [hidden], [aria-hidden=true]";
  const SENTENCE = /[^\u3002\uFF01\uFF1F\uFF1B]{1,100}[\u3002\uFF01\uFF1F\uFF1B]?/g;

  // What the column of a cell is called, said before the cell as one sees it above.
  const columnOf = (cell) => {
    const head = cell.localName === "td" ? cell.closest("table").tHead?.rows : null;
    const name = head?.length === 1 ? head[0].cells[cell.cellIndex]?.textContent.trim() : "";
    return name ? `${name}\uFF1A` : "";
  };

  // One unit for each paragraph, heading, line of a list or row of a table, in the order of the page.
  const unitsOf = (main) => {
    const units = new Map();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      if (node.matches(SILENT) || !node.checkVisibility({ visibilityProperty: true })) return NodeFilter.FILTER_REJECT;
      return node.matches("img[alt]") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    });
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const image = node.nodeType === Node.ELEMENT_NODE;
      const unit = image ? node : node.parentElement.closest("tr") ?? node.parentElement.closest(UNIT) ?? node.parentElement;
      const text = image ? node.alt : node.data.replace(/\s+/g, " ").trim();
      if (!text) continue;
      const cell = image ? null : node.parentElement.closest("th, td");
      const last = units.get(unit);
      const begun = cell && cell !== last?.cell ? (last ? "\uFF0C" : "") + columnOf(cell) : "";
      units.set(unit, { element: unit, cell, text: (last?.text ?? "") + begun + text });
    }
    return [...units.values()];
  };

  let units = [];
  let at = 0;
  let sentences = [];
  let sentence = 0;
  let paused = false;
  let voice = null;
  let turn = 0;

  const chinese = () => speechSynthesis.getVoices().filter((it) => /^(zh|cmn)\b/i.test(it.lang.replace("_", "-")))
    .sort((a, b) => Number(/CN/i.test(b.lang)) - Number(/CN/i.test(a.lang)) || Number(b.localService) - Number(a.localService))[0] ?? null;
  // Some browsers know their voices only a moment after they were asked.
  const voices = () => new Promise((known) => {
    if (chinese()) { known(chinese()); return; }
    const done = () => { clearTimeout(late); speechSynthesis.removeEventListener("voiceschanged", done); known(chinese()); };
    const late = setTimeout(done, 1500);
    speechSynthesis.addEventListener("voiceschanged", done);
  });

  const hush = () => { turn++; speechSynthesis.cancel(); };
  const mark = (unit) => {
    document.querySelectorAll(".being-read").forEach((it) => it.classList.remove("being-read"));
    if (!unit) return;
    unit.element.classList.add("being-read");
    unit.element.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  };
  const speak = () => {
    hush();
    const mine = turn;
    const words = new SpeechSynthesisUtterance(sentences[sentence]);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = Number(reader.querySelector("select").value);
    words.onend = () => { if (mine === turn) next(); };
    words.onerror = (event) => { if (mine === turn && event.error !== "interrupted" && event.error !== "canceled") { pause(true); say("failed"); } };
    speechSynthesis.speak(words);
  };
  const next = () => {
    if (++sentence < sentences.length) speak();
    else if (at + 1 < units.length) read(at + 1);
    else { stop(); said.textContent = reader.dataset.ended; }
  };
  const read = (number) => {
    at = number;
    sentences = units[at].text.match(SENTENCE) ?? [units[at].text];
    sentence = 0;
    mark(units[at]);
    reader.querySelector("[data-aloud-place]").textContent = reader.dataset.place.replace("{0}", at + 1).replace("{1}", units.length);
    button("previous").disabled = at === 0;
    button("next").disabled = at + 1 === units.length;
    if (!paused) speak();
  };
  // Cancelling and beginning the sentence again works everywhere; the interface's own pause does not.
  const pause = (on) => {
    paused = on;
    button("pause").textContent = on ? reader.dataset.goOn : reader.dataset.pause;
    say(on ? "paused" : "reading");
    if (on) hush(); else speak();
  };
  const stop = () => {
    hush();
    mark(null);
    const within = reader.contains(document.activeElement);
    reader.hidden = true;
    root.classList.remove("is-reading");
    if (within) start.checkVisibility() ? start.focus() : document.querySelector("#reading-summary").focus();
  };
  const begin = async () => {
    said.textContent = "";
    if (!("speechSynthesis" in window)) { said.textContent = reader.dataset.noSpeech; return; }
    voice = await voices();
    if (!voice) { said.textContent = reader.dataset.noVoice; return; }
    const main = document.querySelector("main");
    units = unitsOf(main);
    if (!units.length) return;
    const from = getSelection().anchorNode;
    reader.hidden = false;
    root.classList.add("is-reading");
    paused = false;
    button("pause").textContent = reader.dataset.pause;
    say("reading");
    button("pause").focus();
    read(Math.max(0, units.findIndex((it) => from && main.contains(from) && it.element.contains(from))));
  };

  start.addEventListener("click", begin);
  reader.addEventListener("click", (event) => {
    const act = event.target.closest("[data-aloud]")?.dataset.aloud;
    if (act === "pause") pause(!paused);
    if (act === "stop") stop();
    if (act === "next" && at + 1 < units.length) read(at + 1);
    if (act === "previous" && at > 0) read(at - 1);
  });
  reader.addEventListener("change", () => { if (!paused) speak(); });
  reader.addEventListener("keydown", (event) => { if (event.key === "Escape") stop(); });
  addEventListener("pagehide", () => { if ("speechSynthesis" in window) speechSynthesis.cancel(); });
})();
