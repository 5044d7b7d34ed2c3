// After the start nothing can leave the page: every way out is tried, to our own site and to another.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";
import { withScript } from "./library/site.mjs";
import { elsewhere, tryEverything } from "./library/ways-out.mjs";

inBrowsers("nothing that is put into the page gets out, to our own site neither", async (page, site) => {
  await page.open(site.url);
  const before = site.requests.length;
  assert.deepEqual(await page.evaluate(tryEverything, site.url), []);
  await pause(700);
  assert.deepEqual(site.requests.slice(before), []);
});

inBrowsers("nothing that is put into the page gets out to another site", async (page, site) => {
  const other = await elsewhere();
  try {
    await page.open(site.url);
    const before = site.requests.length;
    assert.deepEqual(await page.evaluate(tryEverything, other.url), []);
    await pause(700);
    assert.deepEqual(other.requests, []);
    assert.deepEqual(site.requests.slice(before), []);
  } finally {
    await other.close();
  }
});

inBrowsers("the tries are real: without a policy they get out", async (page, site) => {
  await page.open(site.url, { ready: false });
  await page.evaluate(tryEverything, site.url);
  await pause(700);
  const out = new Set(site.requests.map(({ url }) => /leak-(\w+)/.exec(url)?.[1]).filter(Boolean));
  const wanted = ["fetch", "post", "xhr", "events", "beacon", "image", "stylesheet", "prefetch", "worker", "import", "frame", "form"];
  assert.deepEqual(wanted.filter((name) => !out.has(name)), []);
}, {
  in: ["chromium"],
  change: (name, bytes) => (name === "index.html" ? Buffer.from("<!doctype html><title>open</title><body>") : bytes),
});

inBrowsers("the page says that the connection is closed and how to try it", async (page, site) => {
  await page.open(site.url);
  await page.sees("Connection closed");
  await page.click("button", "Connection closed");
  await page.sees("airplane mode");
});

inBrowsers("with the network off everything goes on", async (page, site) => {
  await page.open(site.url);
  await site.close();
  await page.click("button", "Begin");
  await page.sees("Continue");
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("no line of the program runs before the connection is closed", async (page, site) => {
  await page.open(site.url);
  // The program was given no answer: its start found no way to draw before the policy stood.
  assert.equal(await page.evaluate(() => document.documentElement.dataset.order), "closed, drawn");
}, {
  change: (name, bytes) => {
    if (name !== "index.html") {
      return bytes;
    }
    const watch = `(() => {
      const order = [];
      const note = (what) => {
        if (!order.includes(what)) {
          order.push(what);
          document.documentElement.dataset.order = order.join(", ");
        }
      };
      // The first head stands in the page; the program draws another one.
      let first;
      new MutationObserver(() => {
        const head = document.querySelector("#app header");
        first ??= head;
        if (document.getElementById("airlock")) {
          note("closed");
        }
        if (head !== first) {
          note("drawn");
        }
      }).observe(document, { subtree: true, childList: true });
    })();`;
    return withScript(bytes, watch);
  },
});
