// The main views in every theme, under two engines; then what engines cannot see: keys, focus, zoom,
// spacing, sizes. What only a person can test stands in docs/accessibility/.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { secondViolations } from "./library/second-engine.mjs";
import { answerAll, as, heading, persons, press, questions } from "./library/walk.mjs";

const ONLY_HERE = { in: ["chromium"] };

/** A person who is asked about codes and computers, so that the helpers are met. */
const PERSON = "s35";
const PLACE_QUESTION = "nationality";

/** Goes through the main views and has `look(name)` look at each. */
async function throughViews(page, site, look) {
  await page.open(site.url);
  await look("start");
  await press(page, "Begin");
  const person = (await persons()).find(({ id }) => id === PERSON);
  const seen = new Set();
  await answerAll(page, await questions(), as(person), async ({ fact }) => {
    // Questions look alike but for places, codes and the first.
    const kind = [PLACE_QUESTION, "classification"].includes(fact) ? fact : "choices";
    if (!seen.has(kind)) {
      seen.add(kind);
      await look(`question: ${fact}`);
      await openAll(page);
      await look(`question: ${fact}, all open`);
    }
  });
  await heading(page, "Check your answers");
  await look("check");
  await press(page, "See the results");
  await heading(page, "What your answers point to");
  await look("results");
  await openAll(page);
  await look("results, all open");
  await press(page, "Questions to take along");
  await heading(page, "Questions to take along");
  await look("questions to take along");
  await press(page, "All sources");
  await heading(page, "Sources");
  await look("sources");
}

const openAll = (page) => page.evaluate(() => {
  for (const details of document.querySelectorAll("details")) {
    details.open = true;
  }
});

const isWider = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth;
});

const THEMES = {
  light: { media: "screen", features: { "prefers-color-scheme": "light" } },
  dark: { media: "screen", features: { "prefers-color-scheme": "dark" } },
  "forced colors": { media: "screen", features: { "forced-colors": "active" } },
  print: { media: "print", features: {} },
};

/** Puts the page into a theme. Without motion, since an engine may look while something fades in. */
async function wear(page, { media, features }) {
  const session = await page.driver.page.createCDPSession();
  const all = Object.entries({ "prefers-reduced-motion": "reduce", ...features });
  await session.send("Emulation.setEmulatedMedia", { media, features: all.map(([name, value]) => ({ name, value })) });
}

for (const [theme, setting] of Object.entries(THEMES)) {
  inBrowsers(`two engines find nothing in any main view: ${theme}`, async (page, site) => {
    await wear(page, setting);
    const worn = await page.evaluate((media, features) =>
      [`${media}`, ...features.map(([name, value]) => `(${name}: ${value})`)].every((query) => matchMedia(query).matches),
    setting.media, Object.entries(setting.features));
    assert.ok(worn, "the theme is not worn");
    await throughViews(page, site, async (name) => {
      // The questions to take along print as the bare text of the preview, without the page's heading.
      const isBare = setting.media === "print" && name === "questions to take along";
      const found = (await page.violations()).filter((line) => !(isBare && line.startsWith("page-has-heading-one:")));
      assert.deepEqual(found, [], `axe: ${name}`);
      assert.deepEqual(await secondViolations(page), [], `second engine: ${name}`);
    });
  }, ONLY_HERE);
}

inBrowsers("two engines find nothing in an error", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  await heading(page, "Where are you");
  await page.click("button", "Continue");
  await page.until("the error", () => document.title.startsWith("Error: "));
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(await secondViolations(page), []);
}, ONLY_HERE);

inBrowsers("the second engine does find faults", async (page, site) => {
  await page.open(site.url);
  await page.evaluate(() => {
    document.querySelector("main").append(document.createElement("img"));
  });
  assert.notDeepEqual(await secondViolations(page), []);
}, ONLY_HERE);

inBrowsers("every view can be walked with the keyboard alone, and says where it is", async (page, site) => {
  await page.open(site.url);
  const start = await page.title();
  const toButton = async (words) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.press("Tab");
      if ((await page.focused()).text?.trim().startsWith(words)) {
        return;
      }
    }
    throw new Error(`Tab never reached "${words}"`);
  };
  await toButton("Begin");
  await page.press("Enter");
  await heading(page, "Where are you");
  assert.equal((await page.focused()).tag, "h1");
  const first = await page.title();
  assert.notEqual(first, start);
  await page.press("Tab");
  await page.press("Space");
  assert.equal(await page.evaluate(() => document.querySelector("input:checked")?.id), "choice-0");
  await page.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.querySelector("input:checked")?.id), "choice-1");
  await page.press("ArrowUp");
  await toButton("Continue");
  await page.press("Enter");
  await heading(page, "What is your US immigration status");
  assert.equal((await page.focused()).tag, "h1");
  assert.notEqual(await page.title(), first);
  await toButton("What the law says");
  const before = await page.focused();
  await page.press("Enter");
  await page.until("it to open", () => document.querySelector("details[open]"));
  assert.deepEqual(await page.focused(), before, "opening does not move the focus");
}, ONLY_HERE);

inBrowsers("the focus can be seen on everything that takes it", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  await heading(page, "Where are you");
  for (let presses = 0; presses < 12; presses += 1) {
    await page.press("Tab");
    const shown = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
      const rings = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      return document.activeElement === document.body || rings || boxShadow !== "none" || document.activeElement.outerHTML;
    });
    assert.equal(shown, true);
  }
}, ONLY_HERE);

inBrowsers("there is one announcement for a new view: no live region speaks beside the heading", async (page, site) => {
  await throughViews(page, site, async (name) => {
    const spoken = await page.evaluate(() => {
      const regions = document.querySelectorAll("[aria-live]:not([aria-live=off]), [role=status], [role=alert]");
      return [...regions].filter((region) => !region.closest("details")).map((region) => region.textContent.trim()).filter(Boolean);
    });
    assert.deepEqual(name.includes("all open") ? [] : spoken, [], name);
  });
}, ONLY_HERE);

// 1280 pixels at 400 % are 320 pixels.
inBrowsers("nothing is wider than 320 pixels, also with wide text spacing", async (page, site) => {
  await page.viewport(320, 256);
  await throughViews(page, site, async (name) => {
    assert.equal(await isWider(page), false, name);
    // A constructed sheet: the page's policy refuses style elements.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main p, main li, main button, main label, main h1, main h2, main summary")]
        .filter((one) => getComputedStyle(one).overflow === "hidden" && one.scrollHeight > one.clientHeight + 1)
        .map((one) => one.textContent));
    assert.equal(await isWider(page), false, `${name}, spaced`);
    assert.deepEqual(cut, [], `${name}, spaced`);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });
}, ONLY_HERE);

inBrowsers("whatever can be pressed is 24 pixels high and wide, or stands in a sentence", async (page, site) => {
  await page.viewport(320, 640);
  await throughViews(page, site, async (name) => {
    const small = await page.evaluate(() => {
      const inline = (one) => one.closest("p, li, dd, dt") && getComputedStyle(one).display.startsWith("inline");
      const found = [...document.querySelectorAll("button, a[href], select, summary, input")].filter((one) => {
        const target = one.labels?.[0]?.getClientRects().length && ["radio", "checkbox"].includes(one.type) ? one.labels[0] : one;
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) && !inline(one);
      });
      return found.map((one) => one.outerHTML);
    });
    assert.deepEqual(small, [], name);
  });
}, ONLY_HERE);
