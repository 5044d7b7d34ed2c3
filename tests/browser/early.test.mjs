// The first view is seen and can be used before the program runs; then the program takes the page over, and
// nothing that was pressed, marked or focused is lost.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";

const HELD = { hold: /\.wasm$/ };

/** Runs in the page: whether the program has taken it over. */
const runs = () => document.documentElement.classList.contains("running");

/** Runs in the page: where the parts of the first view stand. */
const layout = () => [...document.querySelectorAll("#app h1, #app main p, #app main li, #app button.primary, #app .name, #app .ways button, #app footer li")]
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.textContent, x, y, width, height].join(" ");
  });

async function openHeld(page, site) {
  await page.open(site.url, { ready: false });
  await page.until("the first view", () => Boolean(document.querySelector("#app button.primary")));
  assert.equal(await page.evaluate(runs), false);
}

async function release(page, site) {
  site.release();
  await page.until("the program", runs);
  await page.until("all languages", () => !document.getElementById("fallback"));
}

inBrowsers("the first view is seen before the program, and stands where it stood", async (page, site) => {
  await openHeld(page, site);
  // Firefox may still be laying out.
  await page.until("a layout", () => document.querySelector("#app h1").getBoundingClientRect().height > 0);
  const before = await page.evaluate(layout);
  assert.ok(before.length > 10);
  await page.evaluate(() => {
    window.shifts = 0;
    if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
      new PerformanceObserver((list) => {
        window.shifts += list.getEntries().length;
      }).observe({ type: "layout-shift" });
    }
  });
  await release(page, site);
  assert.deepEqual(await page.evaluate(layout), before);
  assert.equal(await page.evaluate(() => window.shifts), 0);
  assert.deepEqual(await page.problems(), []);
}, HELD);

inBrowsers("it claims no closed connection before the connection is closed", async (page, site) => {
  await openHeld(page, site);
  const shown = () => getComputedStyle(document.querySelector(".airlock")).visibility;
  assert.equal(await page.evaluate(shown), "hidden");
  await release(page, site);
  assert.equal(await page.evaluate(shown), "visible");
}, HELD);

inBrowsers("a choice made before the program runs stays, and so does the focus", async (page, site) => {
  await openHeld(page, site);
  const first = await page.text("h1");
  await page.click("button", "Begin");
  await page.until("the first question", (start) => document.querySelector("#app h1").innerText !== start, first);
  assert.equal((await page.focused()).tag, "h1");
  await page.clickLabel("In another country");
  const marked = () => document.querySelector("#app input:checked")?.id;
  assert.equal(await page.evaluate(marked), "choice-1");
  await release(page, site);
  assert.equal(await page.evaluate(marked), "choice-1");
  assert.equal((await page.focused()).id, "choice-1");
  const heading = await page.text("#app h1");
  await page.click("button", "Continue");
  await page.until("the second question", (before) => document.querySelector("#app h1").innerText !== before, heading);
  await page.back();
  await page.until("the first one", (before) => document.querySelector("#app h1").innerText === before, heading);
  assert.equal(await page.evaluate(marked), "choice-1");
  await page.back();
  await page.until("the start", (start) => document.querySelector("#app h1").innerText === start, first);
  assert.deepEqual(await page.problems(), []);
}, HELD);

inBrowsers("an answer given before the program runs is followed by the next question", async (page, site) => {
  await openHeld(page, site);
  await page.click("button", "Begin");
  await page.clickLabel("In the United States");
  const heading = await page.text("#app h1");
  await page.click("button", "Continue");
  await release(page, site);
  await page.until("the second question", (before) => document.querySelector("#app h1").innerText !== before, heading);
  assert.equal((await page.focused()).tag, "h1");
  assert.deepEqual(await page.problems(), []);
}, HELD);

inBrowsers("before the program the other languages are links to their pages", async (page, site) => {
  await openHeld(page, site);
  const links = await page.evaluate(() => [...document.querySelectorAll("#app .languages a")].map((link) => link.href));
  assert.ok(links.length > 0);
  for (const link of links) {
    assert.equal((await fetch(link)).status, 200, link);
  }
}, { ...HELD, in: ["chromium"] });
