// One load of a page: when it is seen, when it can be used, and what came over the wire.

import { freshPage } from "./browser.mjs";

/** Runs in the page before anything else: notes when each selector's element was first painted. */
const watch = (selectors) => {
  const seen = {};
  window.benchSeen = seen;
  window.benchShift = 0;
  window.benchLong = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      window.benchShift += hadRecentInput ? 0 : value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    window.benchLong.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (!(name in seen) && document.querySelector(selector)) {
        seen[name] = 0;
        // The frame that shows it ends before the next task.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen[name] = performance.now();
        };
        port2.postMessage(0);
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Loads the page on the slow phone. `usable` runs in the page and gives a time once it can be used. */
export async function load(browser, url, { seen, usable }) {
  const { page, close } = await freshPage(browser, { network: true, processor: true });
  const wire = await page.createCDPSession();
  await wire.send("Network.enable");
  const addresses = new Map();
  const sizes = [];
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sizes.push({ url: addresses.get(requestId) ?? "", size: encodedDataLength });
  });
  await page.evaluateOnNewDocument(watch, { seen });
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  const handle = await page.waitForFunction(usable, { timeout: 120_000, polling: 50 });
  const used = await handle.jsonValue();
  await page.waitForNetworkIdle({ idleTime: 700, timeout: 120_000 });
  const { shown, shift, long } = await page.evaluate(() => ({
    shown: window.benchSeen.seen,
    shift: window.benchShift,
    long: window.benchLong,
  }));
  await close();
  const sum = (some) => some.reduce((total, { size }) => total + size, 0);
  // The words of the other languages come after the page can be used.
  const own = sizes.filter(({ url }) => !/\/words-/.test(url));
  return { seen: shown, usable: used, bytes: sum(own), shift, longest: Math.max(0, ...long) };
}

/** Runs in the page: when its first view was painted; the page needs nothing else to be used. */
export const whenSeen = () => window.benchSeen?.seen || 0;

/** Runs in the page: when our program had taken the page over. */
export const whenRunning = () => performance.getEntriesByName("deemed-running")[0]?.startTime ?? 0;
