// What each file of the site costs: raw, by gzip and by brotli. Run by itself it prints a table.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { folder, manifest } from "../browser/library/site.mjs";
import { crates, texts } from "./inside.mjs";

/** The page holds all that the first view needs; the script and the Wasm come on top to use it. */
const FIRST = /^index\.html$/;
const USED = /^deemed-.*\.(js|wasm)$/;
/** What another language adds: its own page, and its words, which come after the page can be used. */
const LANGUAGE = /^(words-.*\.json|[a-z-]+\/index\.html)$/;

/** The cost of each file that the page loads, and sums of the brotli bytes. */
export async function costs() {
  const names = Object.keys((await manifest()).files).filter((name) =>
    [FIRST, USED, LANGUAGE].some((kind) => kind.test(name)) && !/^(embed|map|for)\//.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const brotli = brotliCompressSync(bytes).length;
      return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli };
    }),
  );
  const sum = (some) => some.reduce((total, { brotli }) => total + brotli, 0);
  const first = sum(files.filter(({ name }) => FIRST.test(name)));
  return { files, sums: { "to see the first view": first, "to use the page": first + sum(files.filter(({ name }) => USED.test(name))) } };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { files, sums } = await costs();
  console.table(files);
  for (const [what, bytes] of Object.entries(sums)) {
    console.log(`${bytes} bytes by brotli ${what}`);
  }
  console.table(await texts());
  console.table(await crates());
}
