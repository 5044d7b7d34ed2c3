// A file that is not the one we built is refused, and the page says so in words.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";
import { withScript } from "./library/site.mjs";

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

/** Adds a letter to the part of the page that begins so. */
const changeInside = (before) => (name, bytes) =>
  name === "index.html" ? String(bytes).replace(before, (found) => `${found} `) : bytes;

const BOOT = /<script data-program[^>]*>/;

inBrowsers("a changed byte in the script that runs first is told", refuses, { change: changeInside(BOOT) });

inBrowsers("when no script runs, the style tells after a while", async (page, site) => {
  await page.open(site.url, { ready: false });
  assert.equal(await page.evaluate(noteShown), false);
  await pause(8_000);
  assert.match(await page.until("the text that says so", noteShown), /could not verify/);
}, { change: (name, bytes) => changeInside(BOOT)(name, flip(/\.js$/)(name, bytes)), in: ["chromium"] });

inBrowsers("a changed byte in the style is told", refuses, { change: changeInside(/<style>/) });

/** Runs in the page: what a reader without the program finds. */
const plainShown = () => {
  const shown = (id) => {
    const element = document.getElementById(id);
    return Boolean(element?.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true }));
  };
  return { plain: shown("fallback"), unverified: shown("unverified"), unable: shown("unable") };
};

inBrowsers("without JavaScript the page says why it needs it, gives the law in short and whom to ask", async (page, site) => {
  const { page: own } = page.driver;
  await own.setJavaScriptEnabled(false);
  await page.open(site.url, { ready: false });
  const text = await own.$eval("#fallback", (element) => element.innerText);
  for (const words of ["JavaScript", "The law in short", "deemed export", "15 CFR 734.13", "export control office"]) {
    assert.ok(text.includes(words), `${words} in ${text}`);
  }
  assert.deepEqual(await own.evaluate(plainShown), { plain: true, unverified: false, unable: false });
}, { in: ["chromium"] });

inBrowsers("without Wasm the page says so, gives the law in short and whom to ask", async (page, site) => {
  await page.open(site.url, { ready: false });
  const shown = await page.until("the reason", () => {
    const unable = document.getElementById("unable");
    return getComputedStyle(unable).display !== "none" && document.getElementById("fallback").innerText;
  });
  for (const words of ["WebAssembly", "The law in short", "export control office"]) {
    assert.ok(shown.includes(words), `${words} in ${shown}`);
  }
  assert.ok(!shown.includes("could not verify"), shown);
}, {
  change: (name, bytes) => {
    return name === "index.html" ? withScript(bytes, "delete globalThis.WebAssembly;") : bytes;
  },
});
