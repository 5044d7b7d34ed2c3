// Law beside bills, pages to read, questions to take along, and what the page says about its dates.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { on } from "./library/clock.mjs";
import { answerAll, as, heading, nothingKnown, press, questions } from "./library/walk.mjs";

const READINGS = [
  "What you may have read",
  "How we got here",
  "Your rights",
  "Company-specific instructions",
  "Other rules you may meet",
  "What changed",
];

/** To the list of answers: a person on an H-1B visa who knows nothing else. */
async function answered(page, site) {
  await page.open(site.url);
  await press(page, "Begin");
  await answerAll(page, await questions(), as({ facts: { location: "in-us", status: "h-1b" } }));
  await heading(page, "Check your answers");
}

async function isNoWiderThanThePhone(page, what) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${what} is wider than the phone`);
}

inBrowsers("law and bills stand side by side, and as cards on a phone", async (page, site) => {
  await answered(page, site);
  await press(page, "See the results");
  await heading(page, "What your answers point to");
  await press(page, "Also look at the bills");
  await answerAll(page, await questions(), nothingKnown);
  await heading(page, "Law today beside the bills");
  await page.viewport(1280, 800);
  await press(page, "Show all results");
  await page.sees("Show only the differences");
  const tops = () =>
    page.evaluate(() => [...document.querySelectorAll("tbody td")].map((cell) => Math.round(cell.getBoundingClientRect().top)));
  assert.equal(new Set(await tops()).size, 1);
  assert.deepEqual(await page.violations(), []);
  await page.viewport(320, 640);
  assert.equal(new Set(await tops()).size, (await tops()).length);
  await isNoWiderThanThePhone(page, "the comparison");
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll("tbody td")].map((cell) => [cell.className, cell.innerText.includes("Not law")]),
  );
  assert.ok(marks.every(([column, says]) => says === (column === "what-if")), JSON.stringify(marks));
  assert.equal(marks[0][0], "in-force");
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("reading takes nobody's answers away", async (page, site) => {
  await answered(page, site);
  const before = await page.text("main");
  await page.viewport(320, 640);
  for (const title of READINGS) {
    await press(page, title);
    await heading(page, title);
    assert.equal((await page.focused()).tag, "h1");
    await isNoWiderThanThePhone(page, title);
    assert.deepEqual(await page.violations(), [], title);
  }
  await press(page, "Back to your answers");
  await heading(page, "Check your answers");
  assert.equal(await page.text("main"), before);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("the questions to take along leave only by the person's act", async (page, site) => {
  await answered(page, site);
  await press(page, "Questions to take along");
  await heading(page, "Questions to take along");
  assert.doesNotMatch(await page.text("#preview"), /H-1B/);
  assert.deepEqual(await page.violations(), []);
  await page.clickLabel("Include my answers too");
  await page.until("the answers", () => document.getElementById("preview").innerText.includes("H-1B"));
  const before = site.requests.length;
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  });
  await press(page, "Copy");
  await page.sees("Copying is blocked here.");
  const marked = await page.evaluate(() => getSelection().toString());
  assert.match(marked, /^Questions about export control/);
  assert.match(marked, /no government runs it\.\s*$/);
  const saved = await page.evaluate(async () => {
    const create = URL.createObjectURL;
    const blobs = [];
    URL.createObjectURL = (blob) => {
      blobs.push(blob);
      return create.call(URL, blob);
    };
    [...document.querySelectorAll("button")].find((one) => one.innerText === "Save as a text file").click();
    URL.createObjectURL = create;
    return { text: await blobs[0].text(), shown: document.getElementById("preview").textContent };
  });
  assert.equal(saved.text, saved.shown);
  assert.equal(site.requests.length, before);
});

for (const [day, says] of [
  ["2027-02-01", ["Not law: a review of these bills is due"]],
  ["2027-06-01", ["A review is due", "Not law: our reading of these bills is out of date"]],
  ["2028-01-01", ["Out of date", "Not law: our reading of these bills is out of date"]],
  ["2020-01-01", ["The clock of this device seems wrong"]],
]) {
  inBrowsers(`a page opened on ${day} says so on every view and on paper`, async (page, site) => {
    await page.open(site.url);
    for (const title of ["Does your AI work need an export license?", ...READINGS, "Questions to take along"]) {
      if ((await page.text("h1")) !== title) {
        await press(page, title);
        await heading(page, title);
      }
      const notices = await page.evaluate(() =>
        [...document.querySelectorAll("main > .notice .notice-heading")].map((one) => one.innerText),
      );
      assert.deepEqual(notices.sort(), [...says].sort(), title);
    }
    assert.deepEqual(await page.violations(), []);
    await page.driver.page.emulateMediaType("print");
    await page.sees(says[0]);
  }, { change: on(day), in: ["chromium"] });
}
