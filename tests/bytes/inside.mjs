// What is inside the program: bytes of code by crate, and what the texts cost. The code is looked at as
// cargo left it, with its names, before wasm-bindgen and wasm-opt take about a quarter off.

import { readFile, readdir } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";

const ROOT = new URL("../../", import.meta.url);
const PROGRAM = new URL("target/wasm32-unknown-unknown/web/deemed.wasm", ROOT);
const CRATES = /deemed_engine|deemed|yew|wasm_bindgen|js_sys|web_sys|hashbrown|indexmap|implicit_clone|futures\w*|dlmalloc|alloc|core|std/;

/** Reads numbers and texts of a Wasm file, one after the other. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 8;
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) {
        return value;
      }
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}

/** The sizes of all functions with their names. Imported functions come first in the count of names. */
function functions(bytes) {
  const reader = new Reader(bytes);
  const [sizes, names] = [[], new Map()];
  while (reader.at < bytes.length) {
    const section = bytes[reader.at++];
    const length = reader.number();
    const end = reader.at + length;
    if (section === 10) {
      for (let left = reader.number(); left > 0; left -= 1) {
        const size = reader.number();
        sizes.push(size);
        reader.at += size;
      }
    } else if (section === 0 && reader.text() === "name") {
      while (reader.at < end) {
        const kind = bytes[reader.at++];
        const part = reader.number();
        const behind = reader.at + part;
        if (kind === 1) {
          for (let left = reader.number(); left > 0; left -= 1) {
            const at = reader.number();
            names.set(at, reader.text());
          }
        }
        reader.at = behind;
      }
    }
    reader.at = end;
  }
  const imported = Math.max(...names.keys()) + 1 - sizes.length;
  return sizes.map((size, at) => ({ size, name: names.get(at + imported) ?? "" }));
}

/** The crate that a mangled name begins with; of `<A as B>` that is the crate of A. */
const crateOf = (name) => CRATES.exec(name)?.[0] ?? "other";

/** Bytes of code by crate. */
export async function crates() {
  const sums = new Map();
  for (const { size, name } of functions(await readFile(PROGRAM))) {
    const crate = crateOf(name);
    sums.set(crate, (sums.get(crate) ?? 0) + size);
  }
  return [...sums].sort(([, one], [, other]) => other - one).map(([crate, bytes]) => ({ crate, "bytes of code": bytes }));
}

async function cost(what, texts) {
  const text = texts.join("\n");
  const brotli = brotliCompressSync(text).length;
  return { what, raw: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length, brotli };
}

/** What the rulebook's folders cost, each compressed alone, and the English of the pages. */
export async function texts() {
  const rulebook = new URL("rulebook/", ROOT);
  const groups = new Map();
  for (const entry of await readdir(rulebook, { recursive: true, withFileTypes: true })) {
    const folder = `${entry.parentPath ?? entry.path}/`.slice(rulebook.pathname.length).split("/")[0];
    if (entry.isFile() && entry.name.endsWith(".json") && folder !== "scenarios") {
      const file = await readFile(`${entry.parentPath ?? entry.path}/${entry.name}`, "utf8");
      groups.set(folder, [...(groups.get(folder) ?? []), JSON.stringify(JSON.parse(file))]);
    }
  }
  const page = JSON.parse(await readFile(new URL("locales/en/page.json", ROOT), "utf8"));
  const rows = [...groups].map(([folder, files]) => cost(`rulebook/${folder}`, files));
  rows.push(cost("English of the pages", Object.values(page)));
  return (await Promise.all(rows)).sort((one, other) => other.brotli - one.brotli);
}
