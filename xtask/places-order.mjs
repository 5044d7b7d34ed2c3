// Writes locales/<tag>/order.json: the places in the order in which people of the language look for
// them, under headings. Run it by `node xtask/places-order.mjs` when a place or a name of one changes;
// `deemed-author check` tells when a place is missing. Node's own collation data say what comes where.

import { access, readFile, writeFile } from "node:fs/promises";

const ROOT = new URL("../", import.meta.url);
/** Not a country: it stands last, under no heading. */
const NO_COUNTRY = "ZZ";
/** CLDR puts these before the first word of each heading. */
const mark = (letter) => `\uFDD0${letter}`;
const LATIN = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const STROKES = Array.from({ length: 40 }, (_, at) => at + 1);
const WAYS = {
  "zh-Hans": { locale: "zh-Hans-u-co-pinyin", headings: LATIN.map((letter) => [letter, mark(letter)]) },
  "zh-Hant": {
    locale: "zh-Hant-u-co-stroke",
    headings: STROKES.map((count) => [`${count}劃`, mark(String.fromCharCode(0x2800 + count))]),
  },
  fa: { locale: "fa", headings: [..."آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"].map((letter) => [letter, letter]) },
};

const read = async (path) => JSON.parse(await readFile(new URL(path, ROOT), "utf8"));
const { places } = await read("rulebook/places.json");
for (const [tag, { locale, headings }] of Object.entries(WAYS)) {
  const names = new URL(`locales/${tag}/places.json`, ROOT);
  if (!(await access(names).then(() => true, () => false))) {
    continue;
  }
  const texts = await read(`locales/${tag}/places.json`);
  const countries = places.filter(({ id }) => id !== NO_COUNTRY);
  const named = countries.map(({ id, name }) => [id, texts[`places#places/${id}/name`]?.text ?? name]);
  const { compare } = new Intl.Collator(locale);
  named.sort(([, one], [, other]) => compare(one, other));
  const groups = {};
  for (const [id, name] of named) {
    const found = headings.filter(([, first]) => compare(first, name) <= 0).at(-1);
    (groups[found?.[0] ?? headings[0][0]] ??= []).push(id);
  }
  groups[""] = [NO_COUNTRY];
  const lines = Object.entries(groups).map(([heading, ids]) => `    ${JSON.stringify(heading)}: ${JSON.stringify(ids)}`);
  await writeFile(new URL(`locales/${tag}/order.json`, ROOT), `{\n  "places": {\n${lines.join(",\n")}\n  }\n}\n`);
}
