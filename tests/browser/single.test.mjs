// The whole check in one file, opened from the disk.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { inBrowsers } from "./library/browsers.mjs";
import { folder } from "./library/site.mjs";
import { answerAll, as, first, heading, last, nothingKnown, persons, press, questions, texts } from "./library/walk.mjs";
import { elsewhere, tryEverything } from "./library/ways-out.mjs";

const SINGLE = join(folder, "deemed.html");
const ADDRESS = pathToFileURL(SINGLE).href;
const { words } = await texts();

/** From the start to the text of all results, and back to the start. */
async function results(page, known, policy) {
  await press(page, "Begin");
  await answerAll(page, known, policy);
  await press(page, words["check.results"]);
  await heading(page, words["results.title"]);
  const text = await page.text("main");
  await press(page, words["header.leave"]);
  await press(page, words["left.again"]);
  await heading(page, words["start.title"]);
  return text;
}

inBrowsers("the single file gives the same results", async (page, site) => {
  const people = await persons();
  const step = Math.ceil(people.length / (page.driver.page ? 8 : 2));
  const policies = [first, last, nothingKnown, ...people.filter((_, at) => at % step === 5).map(as)];
  const known = await questions();
  const found = [];
  for (const address of [site.url, ADDRESS]) {
    const texts = [];
    for (const policy of policies) {
      await page.open(`${site.url}404.html`, { ready: false });
      await page.open(address);
      texts.push(await results(page, known, policy));
    }
    assert.deepEqual(await page.problems(), []);
    found.push(texts);
  }
  assert.deepEqual(found[1], found[0]);
});

inBrowsers("the single file asks for nothing and lets nothing out", async (page, site) => {
  const other = await elsewhere();
  const asked = [];
  page.driver.page?.on("request", (request) => asked.push(request.url()));
  try {
    await page.open(ADDRESS);
    assert.deepEqual(asked.filter((address) => address !== ADDRESS && !address.startsWith("data:")), []);
    await page.sees(words["airlock.closed"]);
    assert.deepEqual(await page.evaluate(tryEverything, other.url), []);
    await pause(700);
    assert.deepEqual([other.requests, site.requests], [[], []]);
  } finally {
    await other.close();
  }
});

inBrowsers("the single file speaks every language", async (page) => {
  await page.open(ADDRESS);
  const { languages } = JSON.parse(await readFile(new URL("../../rulebook/rulebook.json", import.meta.url), "utf8"));
  const names = await page.until("all languages", (count) => {
    const buttons = [...document.querySelectorAll("nav.languages button")];
    return buttons.length === count && buttons.map((button) => button.textContent.trim());
  }, languages.length);
  const headings = new Set();
  for (const name of names) {
    await press(page, name);
    await page.until(`${name} to be spoken`, (wanted) =>
      document.querySelector("nav.languages [aria-current]")?.textContent.trim() === wanted, name);
    headings.add(await page.text("main h1"));
  }
  assert.equal(headings.size, names.length);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("the single file's digest stands on the promise page", async (page, site) => {
  await page.open(site.url);
  await press(page, words["promise.title"]);
  await heading(page, words["promise.title"]);
  const digest = createHash("sha256").update(await readFile(SINGLE)).digest("hex");
  assert.ok(await page.evaluate((wanted) => document.querySelector("main").textContent.includes(wanted), digest));
  const link = await page.evaluate(() => document.querySelector("main a[download]").href);
  assert.equal(link, `${site.url}deemed.html`);
}, { in: ["chromium"] });

inBrowsers("a page of the build tells its files and how to verify them", async (page, site) => {
  await page.open(site.url);
  await press(page, words["about.title"]);
  await heading(page, words["about.title"]);
  const text = await page.text("main");
  for (const name of ["deemed-", ".wasm", ".js", "sha384-", "cargo xtask verify"]) {
    assert.ok(text.includes(name), name);
  }
});
