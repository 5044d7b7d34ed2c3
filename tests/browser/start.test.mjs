// The page starts, in every browser, without an error and without leaving a trace.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";
import { manifest } from "./library/site.mjs";

inBrowsers("the page starts with a heading and no error", async (page, site) => {
  await page.open(site.url);
  assert.notEqual(await page.text("h1"), "");
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("what goes wrong is seen by these tests", async (page, site) => {
  await page.open(site.url);
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    setTimeout(() => {
      throw new Error("thrown on purpose");
    });
  });
  await pause(300);
  const problems = (await page.problems()).join(" ");
  assert.match(problems, /style-src/);
  assert.match(problems, /thrown on purpose/);
});

inBrowsers("axe finds nothing on the first view", async (page, site) => {
  await page.open(site.url);
  assert.deepEqual(await page.violations(), []);
});

inBrowsers("only files of the manifest are asked for, and nothing after the start", async (page, site) => {
  await page.open(site.url);
  const { base, files } = await manifest();
  const loaded = site.requests.map(({ url }) => url.slice(base.length) || "index.html");
  const known = new Set([...Object.keys(files), "watch-for-tests.js"]);
  assert.deepEqual(loaded.filter((name) => !known.has(name)), []);
  await page.press("Tab");
  await pause(500);
  assert.equal(site.requests.length, loaded.length);
});

inBrowsers("after the start the page cannot ask for anything", async (page, site) => {
  await page.open(site.url);
  const before = site.requests.length;
  const refused = await page.evaluate(async () => {
    const picture = new Image();
    picture.src = "picture.png";
    navigator.sendBeacon?.("beacon");
    return fetch("manifest.json").then(() => false, () => true);
  });
  assert.equal(refused, true);
  await pause(300);
  assert.equal(site.requests.length, before);
});

inBrowsers("nothing is stored", async (page, site) => {
  await page.open(site.url);
  const stored = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: "caches" in window ? (await caches.keys()).length : 0,
    workers: "serviceWorker" in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  }));
  assert.deepEqual(stored, { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
});

inBrowsers("text cannot become markup or style", async (page, site) => {
  await page.open(site.url);
  const refused = await page.evaluate(() => {
    try {
      document.createElement("p").innerHTML = "<b>bold</b>";
      return false;
    } catch {
      return true;
    }
  });
  assert.equal(refused, true);
}, { in: ["chromium"] });

inBrowsers("no text is run as a program, and no attribute sets a style", async (page, site) => {
  await page.open(site.url);
  // Later, so that the browser takes it for the page's own doing and not for the driver's.
  await page.evaluate(() => void setTimeout(() => {
    const button = document.createElement("button");
    document.body.append(button);
    const tries = [
      () => eval("window.ran = 1"),
      () => new Function("window.ran = 2")(),
      () => setTimeout("window.ran = 3"),
      () => button.setAttribute("onclick", "window.ran = 4"),
      () => button.setAttribute("style", "position: fixed"),
      () => button.click(),
    ];
    for (const one of tries) {
      try {
        one();
      } catch {
        // Refused.
      }
    }
    window.position = getComputedStyle(button).position;
    setTimeout(() => (window.tried = true), 50);
  }));
  await page.until("the tries", () => window.tried);
  assert.equal(await page.evaluate(() => window.ran ?? "nothing"), "nothing");
  assert.equal(await page.evaluate(() => window.position), "static");
});
