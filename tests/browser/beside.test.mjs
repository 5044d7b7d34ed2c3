// Law beside bills, pages to read, questions to take along, and what the page says about its dates.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { on } from "./library/clock.mjs";

const READINGS = [
  "What you may have read",
  "How we got here",
  "Your rights",
  "Company-specific instructions",
  "Other rules you may meet",
  "What changed",
];

const heading = (page, words) =>
  page.until(`the heading "${words}"`, (wanted) => document.querySelector("h1")?.innerText === wanted, words);

/** Answers with "I don't know" until the view with that heading. */
async function knowNothing(page, end) {
  for (let count = 0; count < 40; count += 1) {
    const asked = await page.text("h1");
    if (asked === end) {
      return;
    }
    await page.evaluate(() => {
      const select = document.getElementById("place");
      if (select) {
        select.value = "unknown";
        select.dispatchEvent(new Event("change", { bubbles: true }));
      } else {
        document.getElementById("unknown").click();
      }
    });
    await page.click("button", "Continue");
    await page.until("the next view", (last) => document.querySelector("h1")?.innerText !== last, asked);
  }
  throw new Error(`no end at ${end}`);
}

async function answered(page, site) {
  await page.open(site.url);
  await page.click("button", "Begin");
  await page.clickLabel("In the United States");
  await page.click("button", "Continue");
  await heading(page, "What is your US immigration status today?");
  await page.clickLabel("H-1B");
  await page.click("button", "Continue");
  await heading(page, "Which citizenship or foreign permanent residency did you get most recently?");
  await knowNothing(page, "Check your answers");
}

async function isNoWiderThanThePhone(page, what) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, `${what} is wider than the phone`);
}

inBrowsers("law and bills stand side by side, and as cards on a phone", async (page, site) => {
  await answered(page, site);
  await page.click("button", "See the results");
  await heading(page, "What your answers point to");
  await page.click("button", "Also look at the bills");
  await knowNothing(page, "Law today beside the bills");
  await page.viewport(1280, 800);
  await page.click("button", "Show all results");
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
    await page.click("button", title);
    await heading(page, title);
    assert.equal((await page.focused()).tag, "h1");
    await isNoWiderThanThePhone(page, title);
    assert.deepEqual(await page.violations(), [], title);
  }
  await page.click("button", "Back to your answers");
  await heading(page, "Check your answers");
  assert.equal(await page.text("main"), before);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("the questions to take along leave only by the person's act", async (page, site) => {
  await answered(page, site);
  await page.click("button", "Questions to take along");
  await heading(page, "Questions to take along");
  assert.doesNotMatch(await page.text("#preview"), /H-1B/);
  assert.deepEqual(await page.violations(), []);
  await page.clickLabel("Include my answers too");
  await page.until("the answers", () => document.getElementById("preview").innerText.includes("H-1B"));
  const before = site.requests.length;
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  });
  await page.click("button", "Copy");
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
        await page.click("button", title);
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
