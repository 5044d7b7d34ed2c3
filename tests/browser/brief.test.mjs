// A new view is drawn in two steps: what is seen at once; and what closed parts hide and what stands below
// the first result, once that was painted.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { answerAll, as, heading, persons, press, questions } from "./library/walk.mjs";

/** Runs in the page: presses the button, and tells what was there as soon as anything was, and in the end. */
const watch = async () => {
  const soon = () => new Promise((done) => setTimeout(done));
  const count = () => {
    const hidden = [...document.querySelectorAll("main details > .disclosed")];
    return {
      heading: document.querySelector("main h1").textContent,
      closed: hidden.length,
      filled: hidden.filter((one) => one.childNodes.length > 0).length,
      options: document.querySelectorAll("main #place option").length,
      results: document.querySelectorAll("main .result").length,
    };
  };
  const drawn = new Promise((done) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      done(count());
    }).observe(document.getElementById("app"), { childList: true, subtree: true });
  });
  document.querySelector("main button.primary").click();
  const first = await drawn;
  // Whoever is quicker than the second step loses nothing.
  const opened = document.querySelector("main details");
  opened.open = true;
  const end = Date.now() + 20_000;
  while ((count().filled === 0 || count().filled < count().closed) && Date.now() < end) {
    await soon();
  }
  return { first, whole: count(), isOpen: opened.open && opened.isConnected, focus: document.activeElement.tagName };
};

inBrowsers("a question is seen before its closed parts are made, and they come by themselves", async (page, site) => {
  await page.open(site.url);
  await page.until("the program", () => document.documentElement.classList.contains("running"));
  const { first, whole, isOpen, focus } = await page.evaluate(watch);
  assert.equal(first.filled, 0);
  assert.ok(whole.closed > 0);
  assert.deepEqual({ ...first, filled: whole.filled }, whole, "nothing but the closed parts is missing at first");
  assert.equal(focus, "H1");
  assert.ok(isOpen);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("results and the list of countries come whole, and a picked country is there at once", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  const person = (await persons()).find(({ id }) => id === "s35");
  await answerAll(page, await questions(), as(person));
  await heading(page, "Check your answers");
  const { first, whole } = await page.evaluate(watch);
  assert.ok(whole.closed > 5 && first.filled === 0, `${first.filled} of ${whole.closed} at first`);
  assert.ok(first.results === 1 && whole.results > 1, `${first.results} of ${whole.results} results at first`);
  assert.equal(whole.filled, whole.closed);
  await page.back();
  await heading(page, "Check your answers");
  const picked = await page.evaluate(async () => {
    const change = [...document.querySelectorAll("main button")].find((one) => /citizenship/i.test(one.textContent));
    change.click();
    while (!document.getElementById("place")) {
      await new Promise((done) => setTimeout(done));
    }
    return document.getElementById("place").selectedOptions[0].textContent;
  });
  assert.equal(picked, "China");
}, { in: ["chromium", "firefox"] });
