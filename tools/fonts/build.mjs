// Cuts the faces of the letters: GB2312 and signs for each face, everything else of the song face
// for rare names, and the rarest ideographs from the kai face. Run with npm install, then: node build.mjs <path of LXGWWenKai-Regular.ttf>
// The result is compressed with xz and committed; see NOTICE for origin and licence.
import fs from "node:fs";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const OUT = new URL("../../app/src/main/resources/org/gongkai/platform/letters/fonts/", import.meta.url).pathname;
const SIGNS =
  "〔〕〈〉《》「」『』【】〖〗〇々—–…‘’“”·•●○■□☐☑☒✓√×÷±≤≥≠≈∞℃㎡㎥㎎㎏㎜㎝㎞㏄μΩ№™®©①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽" +
  "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹↑↓←→★☆△▲▽▼◆◇￥€£‰′″／＼";

function gb2312() {
  const decoder = new TextDecoder("gb18030");
  const signs = new Set(SIGNS);
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      // GB 2312 proper: rows 1 to 9 and 16 to 87; private-use results are holes in the table.
      if ((high <= 0xa9 || high >= 0xb0) && !/[\uE000-\uF8FF\uFFFD]/.test(sign)) signs.add(sign);
    }
  }
  for (let code = 0x20; code < 0x100; code++) if (code < 0x7f || code >= 0xa0) signs.add(String.fromCharCode(code));
  return signs;
}

/** Code points of a font, from its cmap (formats 4 and 12). */
function codePoints(font) {
  const cmap = tables(font).get("cmap").offset;
  const found = new Set();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(at) !== 12) continue;
    for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
      const from = font.readUInt32BE(at + 16 + 12 * g), to = font.readUInt32BE(at + 20 + 12 * g);
      for (let code = from; code <= to; code++) found.add(code);
    }
  }
  return found;
}

function tables(font) {
  const found = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    found.set(font.toString("latin1", at, at + 4), { offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) });
  }
  return found;
}

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i + 3 < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}

/** The same font under a name of ours (the OFL reserves the names of some originals). */
function renamed(font, family, credit) {
  const strings = [[0, credit], [1, family], [2, "Regular"], [3, family + " 1"], [4, family], [6, family.replaceAll(" ", "")], [13, "SIL Open Font License 1.1"], [14, "https://openfontlicense.org"]];
  const texts = strings.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const head = Buffer.alloc(6 + 12 * strings.length);
  head.writeUInt16BE(strings.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  strings.forEach(([id], i) => {
    [3, 1, 0x409, id, texts[i].length, offset].forEach((value, k) => head.writeUInt16BE(value, 6 + 12 * i + 2 * k));
    offset += texts[i].length;
  });
  const kept = [...tables(font)].filter(([tag]) => !["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "BASE", "name", "DSIG"].includes(tag))
    .map(([tag, { offset, length }]) => [tag, Buffer.from(font.subarray(offset, offset + length))]);
  kept.push(["name", Buffer.concat([head, ...texts])]);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(kept.length));
  const directory = Buffer.alloc(12 + 16 * kept.length);
  directory.writeUInt32BE(0x00010000, 0);
  [kept.length, power * 16, Math.log2(power), (kept.length - power) * 16].forEach((value, i) => directory.writeUInt16BE(value, 4 + 2 * i));
  let at = directory.length, headAt = 0;
  const bodies = kept.map(([tag, body], i) => {
    if (tag === "head") { body.writeUInt32BE(0, 8); headAt = at; }
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    directory.write(tag, 12 + 16 * i, "latin1");
    [checksum(padded), at, body.length].forEach((value, k) => directory.writeUInt32BE(value, 16 + 16 * i + 4 * k));
    at += padded.length;
    return padded;
  });
  const whole = Buffer.concat([directory, ...bodies]);
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, headAt + 8);
  return whole;
}

async function cut(source, signs, name, family, credit) {
  const font = fs.readFileSync(source);
  const kept = await subsetFont(font, [...signs].join(""), { targetFormat: "truetype", noLayoutClosure: true });
  const file = OUT + name + ".ttf";
  fs.writeFileSync(file, renamed(kept, family, credit));
  execFileSync("xz", ["-9e", "--force", file]);
  console.log(name, signs.size, fs.statSync(file + ".xz").size);
}

fs.mkdirSync(OUT, { recursive: true });
const NOTO_SERIF = "Cut from Noto Serif SC. Copyright 2012 Google Inc. All Rights Reserved.";
const NOTO_SANS = "Cut from Noto Sans SC. Copyright 2012 Google Inc. All Rights Reserved.";
const WENKAI = "Cut from a kai face. Copyright 2021-2022 lxgw <calxgw2018@gmail.com>.";
const serif = require.resolve("@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
const common = gb2312();
const rest = new Set([...codePoints(fs.readFileSync(serif))].map(code => String.fromCodePoint(code)).filter(sign => !common.has(sign)));
await cut(serif, common, "song", "Gongkai Song", NOTO_SERIF);
await cut(serif, rest, "rare", "Gongkai Rare", NOTO_SERIF);
await cut(require.resolve("@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"), common, "biaosong", "Gongkai Biaosong", NOTO_SERIF);
await cut(require.resolve("@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf"), common, "hei", "Gongkai Hei", NOTO_SANS);
const kai = process.argv[2];
const han = [...codePoints(fs.readFileSync(kai))].filter(code => (code >= 0x3400 && code <= 0x9fff) || code >= 0x20000).map(code => String.fromCodePoint(code));
await cut(kai, new Set(han.filter(sign => !common.has(sign) && !rest.has(sign))), "rarer", "Gongkai Rarer", WENKAI);
await cut(kai, common, "kai", "Gongkai Kai", WENKAI);
