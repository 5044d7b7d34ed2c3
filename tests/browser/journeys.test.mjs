// Persons of the agreed scenarios walk to their result by clicking, as they would at home.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { inBrowsers } from "./library/browsers.mjs";
import { answerAll, as, heading, nothingKnown, persons, press, questions } from "./library/walk.mjs";

const RULEBOOK = new URL("../../rulebook/", import.meta.url);

/** Twelve persons whose results are of every kind. */
const WALKED = ["n01", "n02", "n03", "n05", "s01", "s08", "s15", "s18", "s25", "s29", "s47", "s50"];

const headline = async (outcome) =>
  JSON.parse(await readFile(new URL(`outcomes/ear/access/${outcome}.json`, RULEBOOK), "utf8")).headline;

/** From the start to the results, answering by the policy. */
async function walkToResults(page, site, policy) {
  await page.open(site.url);
  await press(page, "Begin");
  const steps = await answerAll(page, await questions(), policy);
  await heading(page, "Check your answers");
  await press(page, "See the results");
  await heading(page, "What your answers point to");
  return steps;
}

for (const id of WALKED) {
  inBrowsers(`the person of ${id} reaches the result by clicking`, async (page, site) => {
    const person = (await persons()).find((one) => one.id === id);
    await walkToResults(page, site, as(person));
    const { outcome } = person.expect["ear/access"];
    await page.sees(await headline(outcome));
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(await page.problems(), []);
  }, { in: WALKED.indexOf(id) < 2 ? undefined : ["chromium"] });
}

inBrowsers("somebody who knows nothing gets results with words to ask", async (page, site) => {
  const steps = await walkToResults(page, site, nothingKnown);
  assert.ok(steps.every(({ choice }) => choice === "unknown"));
  const text = await page.text("main");
  assert.match(text, /depends on/i);
  assert.match(text, /export control office|immigration|manager/i);
  assert.deepEqual(await page.violations(), []);
});

inBrowsers("the browser's back button steps back and keeps the answers", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  await heading(page, "Where are you");
  await page.clickLabel("In the United States");
  await page.click("button", "Continue");
  await heading(page, "What is your US immigration status");
  await page.back();
  await heading(page, "Where are you");
  assert.equal(await page.evaluate(() => document.querySelector("input[type=radio]:checked")?.id), "choice-0");
  const { tag } = await page.focused();
  assert.equal(tag, "h1");
});

inBrowsers("continuing without an answer says so, and where", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  await heading(page, "Where are you");
  await page.click("button", "Continue");
  await page.until("the error", () => document.title.startsWith("Error: "));
  const focused = await page.focused();
  assert.match(focused.text ?? "", /problem/i);
  assert.deepEqual(await page.violations(), []);
});

inBrowsers("changing an early answer keeps the later ones", async (page, site) => {
  const person = (await persons()).find(({ id }) => id === "n01");
  await page.open(site.url);
  await press(page, "Begin");
  const known = await questions();
  await answerAll(page, known, as(person));
  await heading(page, "Check your answers");
  const before = await page.text("main");
  await page.evaluate(() => {
    const change = [...document.querySelectorAll("main button, main a")].find((one) => /nationality|citizenship/i.test(one.textContent));
    change.click();
  });
  await page.until("the country question", () => Boolean(document.getElementById("place")));
  const asked = await answerAll(page, known, as({ facts: { ...person.facts, nationality: "DE" } }));
  assert.deepEqual(asked.map(({ fact }) => fact), ["nationality"]);
  await heading(page, "Check your answers");
  const after = await page.text("main");
  assert.match(before, /China/);
  assert.match(after, /Germany/);
  assert.match(after, /general machine learning software/i);
}, { in: ["chromium", "firefox"] });

inBrowsers("every question is free of axe violations on a narrow phone", async (page, site) => {
  await page.open(site.url);
  await page.viewport(320, 640);
  assert.deepEqual(await page.violations(), []);
  await press(page, "Begin");
  const person = (await persons()).find(({ id }) => id === "s35");
  await answerAll(page, await questions(), as(person), async ({ fact }) => {
    assert.deepEqual(await page.violations(), [], fact);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, `${fact} is wider than the phone`);
  });
  await heading(page, "Check your answers");
  assert.deepEqual(await page.violations(), []);
}, { in: ["chromium"] });
