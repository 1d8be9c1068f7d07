// A witness's number is made here, in the witness's own browser, and only what binds it is sent. SHA-256 and SM3 are
// computed here too: the browser's own are missing where the page does not come over https.
(() => {
  "use strict";
  const rotl = (x, n) => { n &= 31; return n === 0 ? x : (x << n) | (x >>> (32 - n)); };

  // Both hash blocks of 64 bytes with the length behind; they differ in how a block is taken in.
  const padded = (bytes) => {
    const length = ((bytes.length + 9 + 63) >> 6) << 6;
    const all = new Uint8Array(length);
    all.set(bytes);
    all[bytes.length] = 0x80;
    const view = new DataView(all.buffer);
    view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000));
    view.setUint32(length - 4, bytes.length << 3);
    return view;
  };
  const digest = (bytes, state, take) => {
    const view = padded(bytes);
    for (let at = 0; at < view.byteLength; at += 64) take(state, (i) => view.getInt32(at + 4 * i));
    return state.map((it) => (it >>> 0).toString(16).padStart(8, "0")).join("");
  };

  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const part = (x) => Math.floor((x - Math.floor(x)) * 0x100000000) | 0;
  const K = primes.map((p) => part(Math.cbrt(p)));
  const sha256 = (bytes) => digest(bytes, primes.slice(0, 8).map((p) => part(Math.sqrt(p))), (s, word) => {
    const w = [];
    let [a, b, c, d, e, f, g, h] = s;
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = word(i);
      else {
        const x = w[i - 15], y = w[i - 2];
        w[i] = (w[i - 16] + w[i - 7] + (rotl(x, 25) ^ rotl(x, 14) ^ (x >>> 3)) + (rotl(y, 15) ^ rotl(y, 13) ^ (y >>> 10))) | 0;
      }
      const t1 = (h + (rotl(e, 26) ^ rotl(e, 21) ^ rotl(e, 7)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t2 = ((rotl(a, 30) ^ rotl(a, 19) ^ rotl(a, 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((it, i) => { s[i] = (s[i] + it) | 0; });
  });

  // GB/T 32905.
  const p0 = (x) => x ^ rotl(x, 9) ^ rotl(x, 17);
  const p1 = (x) => x ^ rotl(x, 15) ^ rotl(x, 23);
  const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
  const sm3 = (bytes) => digest(bytes, START.map((it) => it | 0), (s, word) => {
    const w = [];
    for (let i = 0; i < 68; i++)
      w[i] = i < 16 ? word(i) : p1(w[i - 16] ^ w[i - 9] ^ rotl(w[i - 3], 15)) ^ rotl(w[i - 13], 7) ^ w[i - 6];
    let [a, b, c, d, e, f, g, h] = s;
    for (let i = 0; i < 64; i++) {
      const early = i < 16;
      const s1 = rotl((rotl(a, 12) + e + rotl(early ? 0x79cc4519 : 0x7a879d8a, i)) | 0, 7);
      const s2 = s1 ^ rotl(a, 12);
      const t1 = ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + s2 + (w[i] ^ w[i + 4])) | 0;
      const t2 = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + s1 + w[i]) | 0;
      d = c; c = rotl(b, 9); b = a; a = t1; h = g; g = rotl(f, 19); f = e; e = p0(t2);
    }
    [a, b, c, d, e, f, g, h].forEach((it, i) => { s[i] ^= it; });
  });

  // TH("vdraw/1/nonce", draw, source, nonce): each part with its length in four bytes before it.
  const framed = (parts) => {
    const bytes = [];
    parts.forEach((part) => {
      const each = typeof part === "string" ? new TextEncoder().encode(part) : part;
      bytes.push(each.length >>> 24, (each.length >>> 16) & 255, (each.length >>> 8) & 255, each.length & 255, ...each);
    });
    return Uint8Array.from(bytes);
  };

  document.querySelectorAll("[data-witness]").forEach((witness) => {
    const make = witness.querySelector("[data-make]");
    make.hidden = false;
    make.querySelector("button").addEventListener("click", () => {
      const nonce = crypto.getRandomValues(new Uint8Array(32));
      const { draw, source, suite } = witness.dataset;
      const hash = suite === "sm3" ? sm3 : sha256;
      witness.querySelector("[name=commitment]").value = hash(framed(["vdraw/1/nonce", draw, source, nonce]));
      witness.querySelector("[data-nonce]").textContent =
        [...nonce].map((it) => it.toString(16).padStart(2, "0")).join("").match(/.{4}/g).join(" ");
      const made = witness.querySelector("[data-made]");
      made.hidden = false;
    });
  });
})();
