// Takes a picture of every view in every state (library/views.mjs), in three widths and two themes, into
// shots/, with a page that shows them all. `node shots.mjs WAY …` takes only some of the ways.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { Page } from "../library/page.mjs";
import { startPuppeteer } from "../library/puppeteer.mjs";
import { serveSite } from "../library/site.mjs";
import { WAYS } from "../library/views.mjs";

const SHOTS = fileURLToPath(new URL("../../../shots/", import.meta.url));
const WIDTHS = { 320: 640, 768: 1024, 1280: 800 };
const THEMES = ["light", "dark"];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !WAYS[name]);
if (unknown.length > 0) {
  throw new Error(`there is no way "${unknown[0]}"; there are ${Object.keys(WAYS).join(", ")}`);
}
if (wanted.length === 0) {
  await rm(SHOTS, { recursive: true, force: true });
}
await mkdir(SHOTS, { recursive: true });

/** What was taken: the view's name, and the files. */
const taken = [];

async function take(driver, name) {
  const files = [];
  for (const theme of THEMES) {
    await driver.page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    for (const [width, height] of Object.entries(WIDTHS)) {
      await driver.viewport(Number(width), height);
      const file = `${name.replaceAll(/[ ,]+/g, "-")}-${width}-${theme}.png`;
      await driver.page.screenshot({ path: `${SHOTS}${file}`, fullPage: true });
      files.push(file);
    }
  }
  await driver.viewport(1280, 800);
  taken.push({ name, files });
  console.log(name);
}

for (const [name, { go, change }] of Object.entries(WAYS)) {
  if (wanted.length === 0 || wanted.includes(name)) {
    const site = await serveSite({ change });
    const driver = await startPuppeteer("chromium");
    const page = new Page(driver);
    await page.viewport(1280, 800);
    await go(page, site, (view) => take(driver, view));
    await page.close();
    await site.close();
  }
}

const rows = taken.map(({ name, files }) => {
  const pictures = files.map((file) => `<a href="${file}"><img src="${file}" alt="${file}" width="200" loading="lazy"></a>`);
  return `<h2>${name}</h2><p>${pictures.join(" ")}</p>`;
});
const style = "img { vertical-align: top; max-height: 30rem; object-fit: cover; object-position: top; border: 1px solid }";
await writeFile(`${SHOTS}index.html`, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Views</title><style>${style}</style>${rows.join("\n")}`);
console.log(`${taken.length} views, ${taken.length * THEMES.length * Object.keys(WIDTHS).length} pictures: ${SHOTS}index.html`);
