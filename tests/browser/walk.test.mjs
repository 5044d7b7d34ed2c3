// The question graph is walked by many ways: no request, no violation, no trace on any of them.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { answerAll, as, first, heading, last, nothingKnown, persons, press, questions, texts, towardsEvery } from "./library/walk.mjs";

const { words, sections } = await texts();
const NAME = words["product.name"];
/** Titles say no more than a text of the page, or a question's number and section. */
const TITLES = new Set([NAME, words["title.left"], ...Object.values(words).map((text) => `${text} – ${NAME}`)]);
const QUESTION = new RegExp(`^(Error: )?Question \\d+ – (${sections.join("|")}) – ${NAME}$`);

/** Runs in the page: everything that could hold a trace. */
const traces = async () => ({
  cookies: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: "caches" in window ? (await caches.keys()).length : 0,
  workers: "serviceWorker" in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  name: window.name,
  entries: performance.getEntriesByType("resource").filter(({ name }) => /leak|answer/.test(name)).length,
});
const NO_TRACES = { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0, name: "", entries: 0 };

/** Runs in the page: opens all that opens, and tells what a browser's history would keep. */
const openAndTell = () => {
  for (const details of document.querySelectorAll("details")) {
    details.open = true;
  }
  const all = [...document.querySelectorAll("input, textarea, [contenteditable]")];
  const remembered = [...document.querySelectorAll("input, select")].filter((one) => one.getAttribute("autocomplete") !== "off");
  return {
    title: document.title,
    address: location.href,
    state: history.state,
    written: all.filter(({ type }) => !["radio", "checkbox", "file"].includes(type)).length,
    remembered: remembered.map((one) => one.outerHTML),
  };
};

/** Checks the view: neutral title, unchanged address, a small number as state, no field to write into. */
async function checkView(page, site) {
  const { title, address, state, written, remembered } = await page.evaluate(openAndTell);
  assert.equal(written, 0, "there is a field that takes any words");
  assert.deepEqual(remembered, [], "the browser may fill these in");
  assert.ok(TITLES.has(title) || QUESTION.test(title), `the title is "${title}"`);
  assert.equal(address, site.url);
  assert.ok(Number.isInteger(state) && state >= 0 && state < 5_000, `history.state is ${state}`);
}

/** From the start through the questions, the answers, the results, the bills and back to the start. */
async function wholeRun(page, site, known, policy) {
  const look = () => checkView(page, site);
  await press(page, "Begin");
  const steps = await answerAll(page, known, policy, look);
  await heading(page, "Check your answers");
  await look();
  await press(page, "See the results");
  await heading(page, "What your answers point to");
  await look();
  await press(page, "Also look at the bills");
  await page.until("the bills or a question for them", (wanted) =>
    document.title.startsWith(wanted) || document.querySelector("main fieldset, main #place") !== null, words["beside.title"]);
  steps.push(...(await answerAll(page, known, policy, look)));
  await heading(page, words["beside.title"]);
  await look();
  await press(page, words["beside.bills"]);
  await heading(page, words["bills.title"]);
  await look();
  await page.back();
  await heading(page, words["beside.title"]);
  await press(page, "Clear answers and leave");
  await heading(page, "Your answers are gone");
  await look();
  await press(page, "Start again");
  await heading(page, "Does your AI work");
  return steps;
}

/** WebKit refuses more than 100 new entries of the history in half a minute; people are slower. */
const ENTRIES_MOST = 45;

/** Runs the policies one after the other and checks that nothing was asked for or kept. */
async function walkAll(page, site, known, policies, taken = new Set()) {
  let [entries, loaded] = [Infinity, 0];
  for (const policy of policies) {
    if (entries > ENTRIES_MOST) {
      await page.open(site.url);
      [entries, loaded] = [0, site.requests.length];
    }
    const steps = await wholeRun(page, site, known, policy);
    steps.forEach(({ fact, choice }) => taken.add(`${fact}=${choice}`));
    entries += steps.length + 8;
    assert.deepEqual(site.requests.slice(loaded), []);
    assert.deepEqual(await page.problems(), []);
  }
  assert.deepEqual(await page.evaluate(traces), NO_TRACES);
}

inBrowsers("the first choices, the last choices and knowing nothing leave no trace", async (page, site) =>
  walkAll(page, site, await questions(), [first, last, nothingKnown]));

inBrowsers("persons of the scenarios leave no trace", async (page, site) => {
  const people = await persons();
  const step = Math.ceil(people.length / 8);
  await walkAll(page, site, await questions(), people.filter((_, at) => at % step === 3).map(as));
});

inBrowsers("every choice of every question is taken, and leaves no trace", async (page, site) => {
  const known = await questions();
  const taken = new Set();
  await walkAll(page, site, known, towardsEvery(known, await persons(), taken), taken);
  const radios = [...known.values()].filter(({ isPlaces }) => !isPlaces);
  const all = radios.flatMap(({ fact, values }) => ["unknown", ...values.keys()].map((choice) => `${fact}=${choice}`));
  assert.deepEqual(all.filter((one) => !taken.has(one)), []);
}, { in: ["chromium"], timeout: 400_000 });

inBrowsers("all that there is to read is read, and leaves no trace", async (page, site) => {
  await page.open(site.url);
  const loaded = site.requests.length;
  await press(page, "Begin");
  await answerAll(page, await questions(), last);
  const entries = await page.evaluate(() => document.querySelectorAll("nav.menu li button").length);
  assert.ok(entries > 4);
  for (let entry = 0; entry < entries; entry += 1) {
    const before = await page.evaluate(() => history.state);
    await page.evaluate((at) => document.querySelectorAll("nav.menu li button")[at].click(), entry);
    await page.until("the page to read", (place) => history.state !== place, before);
    await checkView(page, site);
  }
  assert.deepEqual(site.requests.slice(loaded), []);
  assert.deepEqual(await page.problems(), []);
  assert.deepEqual(await page.evaluate(traces), NO_TRACES);
});

if (process.env.DEEMED_LONG) {
  inBrowsers("all persons of the scenarios leave no trace", async (page, site) =>
    walkAll(page, site, await questions(), (await persons()).map(as)), { in: ["chromium"], timeout: 1_800_000 });
}
