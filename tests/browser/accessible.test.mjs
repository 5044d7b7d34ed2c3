// What engines cannot see (engines.test.mjs): zoom, spacing, sizes, one announcement; keys and focus are in
// keyboard.test.mjs. What only a person can test stands in docs/accessibility/.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { secondViolations } from "./library/second-engine.mjs";
import { WAYS } from "./library/views.mjs";

const ONLY_HERE = { in: ["chromium"] };

const isWider = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth;
});

inBrowsers("the second engine does find faults", async (page, site) => {
  await page.open(site.url);
  await page.evaluate(() => {
    document.querySelector("main").append(document.createElement("img"));
  });
  assert.notDeepEqual(await secondViolations(page), []);
}, ONLY_HERE);

/** Runs in the page: what live regions say beside the heading. Those in details and alerts speak of what a person did. */
const spoken = () => {
  const regions = document.querySelectorAll("[aria-live]:not([aria-live=off]), [role=status]");
  return [...regions].filter((region) => !region.closest("details")).map((region) => region.textContent.trim()).filter(Boolean);
};

// A constructed sheet: the page's policy refuses style elements.
const space = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
};

/** Runs in the page: texts of which a part is cut off. */
const cutOff = () =>
  [...document.querySelectorAll("p, li, button, label, h1, h2, h3, summary, select")]
    .filter((one) => !one.closest(".hidden") && getComputedStyle(one).overflow === "hidden" && one.scrollHeight > one.clientHeight + 1)
    .map((one) => one.textContent);

/** Runs in the page: what can be pressed, is smaller than 24 by 24 pixels, and stands in no sentence. */
const small = () => {
  const inline = (one) => one.closest("p, li, dd, dt") && getComputedStyle(one).display.startsWith("inline");
  const found = [...document.querySelectorAll("button, a[href], select, summary, input")].filter((one) => {
    const target = one.labels?.[0]?.getClientRects().length && ["radio", "checkbox"].includes(one.type) ? one.labels[0] : one;
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24) && !inline(one);
  });
  return found.map((one) => one.outerHTML);
};

const enlarge = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important; }");
  document.adoptedStyleSheets = [sheet];
};

// 1280 pixels at 400 % are 320 pixels.
for (const [way, { go, change }] of Object.entries(WAYS)) {
  inBrowsers(`320 pixels are enough, also with wide spacing, all can be hit, one thing speaks: ${way}`, async (page, site) => {
    await page.viewport(320, 256);
    await go(page, site, async (name) => {
      assert.equal(await isWider(page), false, name);
      assert.deepEqual(await page.evaluate(small), [], name);
      if (!name.includes("all open")) {
        assert.deepEqual(await page.evaluate(spoken), [], name);
      }
      await page.evaluate(space);
      assert.equal(await isWider(page), false, `${name}, spaced`);
      assert.deepEqual(await page.evaluate(cutOff), [], `${name}, spaced`);
      await page.viewport(640, 512);
      await page.evaluate(enlarge);
      assert.equal(await isWider(page), false, `${name}, text of twice the size`);
      assert.deepEqual(await page.evaluate(cutOff), [], `${name}, text of twice the size`);
      await page.evaluate(() => {
        document.adoptedStyleSheets = [];
      });
      await page.viewport(320, 256);
    });
  }, { in: ["chromium"], change });
}

inBrowsers("who wants calm sees nothing move, and who wants contrast sees full ink", async (page, site) => {
  const session = await page.driver.page.createCDPSession();
  const want = (features) => session.send("Emulation.setEmulatedMedia", {
    media: "screen", features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  await page.open(site.url);
  await page.evaluate(() => {
    document.querySelector("details").open = true;
  });
  const moves = () => page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
    const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0);
    return (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
  }).length);
  await want({ "prefers-reduced-motion": "no-preference" });
  assert.ok((await moves()) > 0, "nothing moves anyway");
  await want({ "prefers-reduced-motion": "reduce" });
  assert.equal(await moves(), 0);
  const inks = () => page.evaluate(() => ["main p", "footer p", ".independent"].map((one) => getComputedStyle(document.querySelector(one)).color));
  assert.ok(new Set(await inks()).size > 1);
  await want({ "prefers-contrast": "more" });
  assert.equal(new Set(await inks()).size, 1);
}, ONLY_HERE);
