// Asking for information: keeps a draft in this browser and does a small piece of work, so that a flood costs something.
// The form works without.
(() => {
  "use strict";
  const KEY = "gongkai-request-draft";
  // What identifies a person is never kept: the next to use this browser may be somebody else.
  const KEPT = ["matters", "form", "delivery", "applicantClass"];
  const store = (() => { try { return localStorage; } catch { return null; } })();

  const form = document.querySelector("[data-request-form]");
  if (form && store) {
    const fields = (name) => [...form.querySelectorAll(`[name="${name}"]`)];
    const read = (name) => {
      const all = fields(name);
      return all[0].type === "radio" ? all.find((it) => it.checked)?.value ?? "" : all[0].value;
    };
    const save = () => store.setItem(KEY, JSON.stringify(Object.fromEntries(KEPT.map((it) => [it, read(it)]))));
    const kept = (() => { try { return JSON.parse(store.getItem(KEY) ?? "null"); } catch { return null; } })();
    if (kept && KEPT.every((it) => !read(it)) && kept.matters) {
      KEPT.forEach((name) => fields(name).forEach((it) => {
        if (it.type === "radio") it.checked = it.value === kept[name]; else it.value = kept[name];
      }));
      const note = document.createElement("p");
      note.className = "soft";
      note.setAttribute("role", "status");
      note.append(form.dataset.draftKept, " ");
      const clear = document.createElement("button");
      clear.type = "button";
      clear.className = "button secondary small";
      clear.textContent = form.dataset.draftClear;
      clear.addEventListener("click", () => { store.removeItem(KEY); form.reset(); note.remove(); form.querySelector("textarea").focus(); });
      note.append(clear);
      form.prepend(note);
    }
    form.addEventListener("input", save);
  }
  if (store && document.querySelector("[data-request-sent]")) store.removeItem(KEY);

  // SHA-256 of a short ASCII text, in place: the browser's own needs a secure address.
  const K = new Uint32Array(64);
  const START = new Uint32Array(8);
  (() => {
    const fraction = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
    for (let n = 2, at = 0; at < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (!prime) continue;
      if (at < 8) START[at] = fraction(Math.sqrt(n));
      K[at++] = fraction(Math.cbrt(n));
    }
  })();
  const W = new Uint32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  const sha256 = (text) => {
    const length = text.length;
    const blocks = ((length + 8) >> 6) + 1;
    const words = new Uint32Array(blocks * 16);
    for (let i = 0; i < length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
    words[length >> 2] |= 0x80 << (24 - (length & 3) * 8);
    words[blocks * 16 - 1] = length * 8;
    const state = Uint32Array.from(START);
    for (let block = 0; block < blocks; block++) {
      for (let i = 0; i < 64; i++) {
        if (i < 16) { W[i] = words[block * 16 + i]; continue; }
        const a = W[i - 15], b = W[i - 2];
        W[i] = W[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + W[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
    return state;
  };

  const sending = document.querySelector("[data-request-send]");
  if (sending) {
    const work = ({ task, bits }) => {
      let answer = 0;
      const some = () => {
        for (let i = 0; i < 2000; i++, answer++) {
          if (sha256(`${task}:${answer}`)[0] >>> (32 - bits) === 0) {
            sending.elements.task.value = task;
            sending.elements.answer.value = String(answer);
            return;
          }
        }
        setTimeout(some, 0);
      };
      some();
    };
    fetch("/api/v1/public/requests/challenge").then((it) => (it.ok ? it.json() : null)).then((it) => { if (it) work(it); }).catch(() => {});
  }
})();
