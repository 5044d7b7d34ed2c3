// A file that is not the one we built is refused, and the page says so in words.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";

/** Changes one byte in the middle of the files that match. */
const flip = (pattern) => (name, bytes) => {
  if (!pattern.test(name)) {
    return bytes;
  }
  const changed = Buffer.from(bytes);
  changed[changed.length >> 1] ^= 1;
  return changed;
};

/** Runs in the page: the text about files that are not ours, if it is shown. */
const noteShown = () => {
  const note = document.getElementById("unverified");
  return getComputedStyle(note).visibility === "visible" && note.innerText;
};

async function refuses(page, site) {
  await page.open(site.url, { ready: false });
  assert.match(await page.until("the text that says so", noteShown), /could not verify/);
}

inBrowsers("a changed byte in the Wasm is told", refuses, { change: flip(/\.wasm$/) });
inBrowsers("a changed byte in the script is told", refuses, { change: flip(/^deemed-.*\.js$/) });

inBrowsers("a changed byte in the script that runs first is told", refuses, { change: flip(/^boot-/) });

inBrowsers("when no script runs, the sheet tells after a while", async (page, site) => {
  await page.open(site.url, { ready: false });
  assert.equal(await page.evaluate(noteShown), false);
  await pause(8_000);
  assert.match(await page.until("the text that says so", noteShown), /could not verify/);
}, { change: flip(/\.js$/), in: ["chromium"] });

inBrowsers("without JavaScript the page says why it needs it", async (page, site) => {
  await page.driver.page.setJavaScriptEnabled(false);
  await page.open(site.url, { ready: false });
  assert.match(await page.driver.page.$eval("noscript", (note) => note.innerText), /JavaScript/);
}, { in: ["chromium"] });
