// Copies what the sites use out of node_modules into the shared web root's lib folder.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { trim } from "./trim.mjs";

const [modules, lib] = process.argv.slice(2);
const uswds = join(modules, "@uswds/uswds/dist");
const altcha = join(modules, "altcha/dist");

const copy = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
};

rmSync(lib, { recursive: true, force: true });

const css = trim(readFileSync(join(uswds, "css/uswds.min.css"), "utf8"));
mkdirSync(join(lib, "uswds/css"), { recursive: true });
writeFileSync(join(lib, "uswds/css/uswds.min.css"), css);
for (const [, path] of css.matchAll(/url\(["']?\.\.\/([^)"'?#]+)/g)) copy(join(uswds, path), join(lib, "uswds", path));
copy(join(modules, "@uswds/uswds/LICENSE.md"), join(lib, "uswds/LICENSE.md"));

copy(join(altcha, "external/altcha.min.js"), join(lib, "altcha/altcha.min.js"));
copy(join(altcha, "workers/pbkdf2.js"), join(lib, "altcha/pbkdf2.js"));
copy(join(modules, "altcha/LICENSE.txt"), join(lib, "altcha/LICENSE.txt"));

const pad = join(modules, "signature_pad");
copy(join(pad, "dist/signature_pad.min.js"), join(lib, "signature_pad/signature_pad.min.js"));
copy(join(pad, "LICENSE"), join(lib, "signature_pad/LICENSE"));
