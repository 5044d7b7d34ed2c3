// Leaving: what is wiped stays wiped, whichever way a person comes back.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { answerAll, heading, last, nothingKnown, press, questions } from "./library/walk.mjs";

/** Runs in the page: whether an answer is marked, or stands in any text. */
const answersShown = () => ({
  marked: document.querySelectorAll("input:checked").length,
  picked: [...document.querySelectorAll("select")].filter(({ value }) => value !== "").length,
  listed: document.querySelectorAll(".summary, .answer, .result, .given").length,
});
const NOTHING = { marked: 0, picked: 0, listed: 0 };

async function answered(page, site) {
  await page.open(site.url);
  await press(page, "Begin");
  await answerAll(page, await questions(), last);
  await heading(page, "Check your answers");
}

/** Goes back as far as the page's own entries go, looking at each. */
async function backToTheStart(page) {
  for (let left = 60; left > 0 && (await page.evaluate(() => history.state)) > 0; left -= 1) {
    assert.deepEqual(await page.evaluate(answersShown), NOTHING);
    const before = await page.evaluate(() => history.state);
    await page.back();
    await page.until("the step back", (place) => history.state !== place, before);
  }
  assert.deepEqual(await page.evaluate(answersShown), NOTHING);
}

inBrowsers("after clearing, Back finds no answer on any page", async (page, site) => {
  await answered(page, site);
  await press(page, "Clear answers and leave");
  await heading(page, "Your answers are gone");
  await backToTheStart(page);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("after clearing, the questions begin without an answer", async (page, site) => {
  await answered(page, site);
  await press(page, "Clear answers and leave");
  await press(page, "Start again");
  await press(page, "Begin");
  await answerAll(page, await questions(), nothingKnown, async () =>
    assert.deepEqual(await page.evaluate(answersShown), NOTHING));
});

/** Goes to another page of the same site and back by the browser's history. */
async function awayAndBack(page, site) {
  await page.evaluate(() => {
    window.addEventListener("pageshow", (event) => {
      window.cameFromCache = event.persisted;
    });
  });
  await page.leave(`${site.url}404.html`);
  await page.until("the other page", () => document.title.startsWith("There is no page"));
  await page.back();
  await page.until("the page again", () => Boolean(!document.getElementById("fallback") && document.querySelector("#app main h1")));
}

inBrowsers("cleared, left by a link and come back: nothing is there", async (page, site) => {
  await answered(page, site);
  await press(page, "Clear answers and leave");
  await heading(page, "Your answers are gone");
  await awayAndBack(page, site);
  await backToTheStart(page);
});

inBrowsers("left by a link and come back: the answers are kept or gone, never half", async (page, site) => {
  await answered(page, site);
  await awayAndBack(page, site);
  const kept = await page.evaluate(() => window.cameFromCache === true);
  await heading(page, kept ? "Check your answers" : "Does your AI work");
});

inBrowsers("loading the page again forgets the answers, and the browser fills in none", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  await page.click("label", "I don");
  await page.evaluate(() => void setTimeout(() => location.reload(), 50));
  await heading(page, "Does your AI work");
  await press(page, "Begin");
  await page.sees("Continue");
  assert.deepEqual(await page.evaluate(answersShown), NOTHING);
});
