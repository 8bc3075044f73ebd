// Collects the fonts for names in other scripts into one folder, as TrueType. WOFF is TrueType with each table compressed.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

const [modules, fonts] = process.argv.slice(2);

// Packages that hold TrueType files.
const whole = { arabic: "Arabic", devanagari: "Devanagari", khmer: "Khmer", lao: "Lao", thai: "Thai", jp: "JP", kr: "KR", sc: "SC", tc: "TC" };
const packed = {
  armenian: "Armenian", bengali: "Bengali", cherokee: "Cherokee", ethiopic: "Ethiopic", georgian: "Georgian", gujarati: "Gujarati",
  gurmukhi: "Gurmukhi", hebrew: "Hebrew", kannada: "Kannada", malayalam: "Malayalam", myanmar: "Myanmar", oriya: "Oriya", sinhala: "Sinhala",
  tamil: "Tamil", telugu: "Telugu", thaana: "Thaana",
};

const unpack = (woff) => {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  const power = 2 ** Math.floor(Math.log2(count));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (count - power), 10);
  const tables = [];
  let at = head.length;
  for (let entry = 0; entry < count; entry++) {
    const from = 44 + 20 * entry;
    const [offset, size, length, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(from + field));
    const data = woff.subarray(offset, offset + size);
    const table = size < length ? inflateSync(data) : data;
    woff.copy(head, 12 + 16 * entry, from, from + 4);
    head.writeUInt32BE(checksum, 16 + 16 * entry);
    head.writeUInt32BE(at, 20 + 16 * entry);
    head.writeUInt32BE(length, 24 + 16 * entry);
    tables.push(table, Buffer.alloc((4 - (length % 4)) % 4));
    at += length + ((4 - (length % 4)) % 4);
  }

  return Buffer.concat([head, ...tables]);
};

rmSync(fonts, { recursive: true, force: true });
mkdirSync(fonts, { recursive: true });
for (const [name, script] of Object.entries(whole)) {
  const file = `NotoSans${script}_400Regular.ttf`;
  cpSync(join(modules, "@expo-google-fonts", `noto-sans-${name}`, "400Regular", file), join(fonts, `NotoSans${script}-Regular.ttf`));
}
for (const style of ["400Regular", "700Bold"])
  cpSync(join(modules, "@expo-google-fonts/noto-sans", style, `NotoSans_${style}.ttf`), join(fonts, `NotoSans-${style.slice(3)}.ttf`));
for (const [name, script] of Object.entries(packed)) {
  const file = join(modules, "@fontsource", `noto-sans-${name}`, "files", `noto-sans-${name}-${name}-400-normal.woff`);
  writeFileSync(join(fonts, `NotoSans${script}-Regular.ttf`), unpack(readFileSync(file)));
}
