// Paper: everything is there, everything is readable without color, and nothing is cut.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { wear } from "./library/themes.mjs";
import { WAYS } from "./library/views.mjs";
import { answerAll, as, heading, persons, press, questions } from "./library/walk.mjs";

const PAPERS = ["Letter", "A4"];

async function results(page, site) {
  const person = (await persons()).find(({ id }) => id === "s35");
  await page.open(site.url);
  await press(page, "Begin");
  await answerAll(page, await questions(), as(person));
  await heading(page, "Check your answers");
  await press(page, "See the results");
  await heading(page, "What your answers point to");
}

/** Runs in the page: what stands in details and does not show. */
const closed = () =>
  [...document.querySelectorAll("main details")]
    .filter((details) => getComputedStyle(details.parentElement).display !== "none" && !details.closest(".screen-only"))
    .filter((details) => !(details.lastElementChild.getBoundingClientRect().height > 0))
    .map((details) => details.textContent.slice(0, 60));

/** Runs in the page: colors that are not grey, by what has them. */
const colored = () => {
  const isGrey = (color) => {
    const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return red === undefined || alpha === 0 || (red === green && green === blue);
  };
  const seen = [...document.querySelectorAll("body, body *")].filter((one) => one.checkVisibility());
  return seen.flatMap((one) => {
    const style = getComputedStyle(one);
    const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0);
    const colors = [style.color, style.backgroundColor, ...sides.map((side) => style[`border${side}Color`])];
    return colors.filter((color) => !isGrey(color)).map((color) => `${one.tagName}.${one.className}: ${color}`);
  });
};

inBrowsers("results on paper: all is open, links are spelled out, and who we are stands on the first page", async (page, site) => {
  await results(page, site);
  // The width of Letter and of A4 between the margins, at 96 pixels an inch, is a little more than 640.
  await page.viewport(660, 900);
  await wear(page, "print");
  assert.deepEqual(await page.evaluate(closed), []);
  assert.ok((await page.evaluate(() => document.querySelectorAll("main details:not(.screen-only details)").length)) > 5);
  const shown = await page.text();
  const first = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("header p, main p, main h1, main h2")];
    return texts.filter((one) => one.getBoundingClientRect().bottom < 900).map((one) => one.innerText).join("\n");
  });
  assert.match(first, /Not a government website/);
  assert.match(first, /law in force as we read it on [A-Z][a-z]+ \d+, \d{4}/);
  assert.match(first, /not legal advice/);
  assert.match(await page.text("footer"), /Rulebook version [\d.]+\.\s+Fingerprint of its rules: [0-9a-f]{64}/);
  for (const address of ["https://www.ecfr.gov/current/title-15/section-742.4", "https://www.ecfr.gov/current/title-15/section-734.13"]) {
    assert.ok(shown.includes(address), address);
  }
  assert.doesNotMatch(shown, /Clear answers and leave|Print or save as PDF/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false);
}, { in: ["chromium"] });

for (const format of PAPERS) {
  inBrowsers(`results as PDF on ${format}: a sane number of pages, and the page is as before`, async (page, site) => {
    await results(page, site);
    const before = await page.evaluate(() => document.querySelectorAll("details[open]").length);
    const pdf = Buffer.from(await page.driver.page.pdf({ format, preferCSSPageSize: false })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 4 && pages <= 16, `${pages} pages`);
    const box = pdf.match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/).slice(1).map(Number);
    const wanted = format === "A4" ? [595, 842] : [612, 792];
    assert.ok(box.every((side, at) => Math.abs(side - wanted[at]) <= 1), box.join(" by "));
    assert.equal(await page.evaluate(() => document.querySelectorAll("details[open]").length), before);
    assert.deepEqual(await page.problems(), []);
  }, { in: ["chromium"] });
}

for (const [way, { go, change }] of Object.entries(WAYS)) {
  inBrowsers(`paper is grey, also for those who like it dark: ${way}`, async (page, site) => {
    await page.viewport(660, 900);
    await go(page, site, async (name) => {
      if (!/^question .*(open|error)$/.test(name)) {
        await wear(page, "print from dark");
        assert.deepEqual([...new Set(await page.evaluate(colored))], [], name);
        await wear(page, "light");
      }
    });
  }, { in: ["chromium"], change });
}
