// Takes a picture of every view in three widths and two themes, into shots/. A view is a name and the
// way to it: an entry of `journeys` in ../journeys.mjs, `{ "first question": async (page) => { … } }`.

import { access, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { Page } from "../library/page.mjs";
import { endBrowsers, startPuppeteer } from "../library/puppeteer.mjs";
import { serveSite } from "../library/site.mjs";

const SHOTS = fileURLToPath(new URL("../../../shots/", import.meta.url));
const JOURNEYS = new URL("../journeys.mjs", import.meta.url);
const WIDTHS = { 320: 640, 768: 1024, 1280: 800 };

const written = await access(JOURNEYS).then(() => true, () => false);
const journeys = { start: async () => undefined, ...(written ? (await import(JOURNEYS)).journeys : {}) };
await mkdir(SHOTS, { recursive: true });
const site = await serveSite();
const driver = await startPuppeteer("chromium");
const page = new Page(driver);
for (const theme of ["light", "dark"]) {
  await driver.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const [name, journey] of Object.entries(journeys)) {
      await page.viewport(Number(width), height);
      await page.open(site.url);
      await journey(page);
      const path = `${SHOTS}${name.replaceAll(" ", "-")}-${width}-${theme}.png`;
      await driver.page.screenshot({ path, fullPage: true });
      console.log(path);
    }
  }
}
await page.close();
await endBrowsers();
await site.close();
