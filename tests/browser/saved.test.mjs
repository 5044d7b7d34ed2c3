// Answers leave by a person's own act only, and come back from a file or a link.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";
import { answerAll, heading, last, press, questions, texts } from "./library/walk.mjs";
import { elsewhere } from "./library/ways-out.mjs";

const { words } = await texts();

/** Runs in the page: the answers that are listed. */
const listed = () => [...document.querySelectorAll(".summary .answer")].map((element) => element.textContent);

async function answered(page, site) {
  await page.open(site.url);
  await press(page, "Begin");
  await answerAll(page, await questions(), last);
  await heading(page, words["check.title"]);
  return page.evaluate(listed);
}

async function keep(page) {
  await press(page, words["keep.title"]);
  await heading(page, words["keep.title"]);
}

/** Runs in the page: gives the file to the page as if it was picked. */
const pick = (text) => {
  const picked = new DataTransfer();
  picked.items.add(new File([text], "answers.json", { type: "application/json" }));
  const field = document.querySelector("input[type=file]");
  field.files = picked.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

/** Presses the button and returns the text of the file that the page made. */
async function savedFile(page) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      void blob.text().then((text) => {
        window.savedForTests = text;
      });
      return make.call(URL, blob);
    };
  });
  await press(page, words["keep.download"]);
  return page.until("the file", () => window.savedForTests);
}

inBrowsers("answers that were saved come back from the file", async (page, site) => {
  const before = await answered(page, site);
  const requests = site.requests.length;
  await keep(page);
  const file = await savedFile(page);
  await press(page, words["header.leave"]);
  await keep(page);
  await page.evaluate(pick, file);
  await heading(page, words["check.title"]);
  await page.sees(words["saved.from-file"]);
  assert.deepEqual(await page.evaluate(listed), before);
  assert.equal(site.requests.length, requests);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("the file arrives on the device", async (page, site) => {
  const folder = await mkdtemp(join(tmpdir(), "deemed-"));
  try {
    const session = await page.driver.page.createCDPSession();
    await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    await answered(page, site);
    await keep(page);
    await press(page, words["keep.download"]);
    // A file is there before what it holds.
    const kept = () => readFile(join(folder, "deemed-answers.json"), "utf8").catch(() => "");
    for (let wait = 0; wait < 100 && !(await kept()).trimEnd().endsWith("}"); wait += 1) {
      await pause(50);
    }
    const { format, version } = JSON.parse(await kept());
    assert.deepEqual({ format, version }, { format: "deemed-answers", version: 1 });
  } finally {
    await rm(folder, { recursive: true });
  }
}, { in: ["chromium"] });

inBrowsers("a file that is none of ours changes nothing and is not shown", async (page, site) => {
  const before = await answered(page, site);
  await keep(page);
  for (const text of ["", "<script>evil()</script>", "{\"evil\": 1}", "x".repeat(70_000), "\u0000\u{10ffff}", "[".repeat(9_000)]) {
    await page.evaluate(pick, text);
    await page.sees(words["saved.refused-file"]);
    assert.ok(!(await page.text("main")).includes("evil"));
  }
  await page.back();
  await heading(page, words["check.title"]);
  assert.deepEqual(await page.evaluate(listed), before);
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("the link without answers is the page's own address", async (page, site) => {
  await answered(page, site);
  await keep(page);
  assert.equal(await page.text("#blank-link"), site.url);
  // The other one is behind a warning.
  assert.equal(await page.evaluate(() => document.getElementById("full-link").closest("details").open), false);
});

inBrowsers("a link with answers brings them back, and the bar does not keep them", async (page, site) => {
  const before = await answered(page, site);
  await keep(page);
  const link = await page.evaluate(() => document.getElementById("full-link").textContent);
  assert.ok(link.startsWith(`${site.url}#answers=`));
  await page.open(`${site.url}404.html`, { ready: false });
  await page.open(link);
  await page.sees(words["saved.from-link"]);
  assert.equal(await page.url(), site.url);
  assert.deepEqual(await page.evaluate(listed), before);
  assert.ok(site.requests.every(({ url }) => !url.includes("answers")));
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("a link never replaces answers that are there", async (page, site) => {
  await answered(page, site);
  await keep(page);
  const link = await page.evaluate(() => document.getElementById("full-link").textContent);
  await page.evaluate((address) => {
    location.href = address;
  }, link);
  await page.sees(words["saved.in-use"]);
  assert.equal(await page.url(), site.url);
});

inBrowsers("hostile fragments change nothing and are not shown", async (page, site) => {
  const told = ["#answers=%3Cscript%3Eevil()%3C/script%3E", "#answers=", "#answers=AAAA", `#answers=${"evil".repeat(30_000)}`];
  const silent = ["#?secret=evil", "#evil", "#<img src=x onerror=evil()>", "#answers", "#constructor=1&__proto__=2"];
  for (const [fragments, isTold] of [[told, true], [silent, false]]) {
    for (const fragment of fragments) {
      await page.open(`${site.url}404.html`, { ready: false });
      await page.open(site.url + fragment);
      await heading(page, words["start.title"]);
      const text = await page.text();
      assert.ok(!text.includes("evil"), fragment);
      assert.equal(text.includes(words["saved.refused-link"]), isTold, fragment.slice(0, 60));
      assert.deepEqual(await page.problems(), [], fragment.slice(0, 60));
      assert.equal((await page.url()).includes("answers="), false);
    }
  }
});

inBrowsers("a link to another page carries no answer and does not say where it stood", async (page, site) => {
  const other = await elsewhere();
  try {
    await answered(page, site);
    await press(page, words["footer.sources"]);
    await heading(page, words["sources.title"]);
    const loose = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]")].filter(({ rel }) => rel !== "noreferrer noopener").length);
    assert.equal(loose, 0);
    await page.evaluate((address) => {
      const link = document.querySelector("main a[href]");
      link.href = address;
      link.target = "_self";
      link.click();
    }, `${other.url}there`);
    for (let wait = 0; wait < 100 && other.requests.length === 0; wait += 1) {
      await pause(50);
    }
    assert.deepEqual(other.requests[0], { url: "/there", referrer: undefined });
  } finally {
    await other.close();
  }
});
