// The browsers we test in, and the frame that every test runs in.

import test from "node:test";

import { Page } from "./page.mjs";
import { startPuppeteer } from "./puppeteer.mjs";
import { serveSite } from "./site.mjs";
import { startWebKit } from "./webkit.mjs";

const ALL = ["chromium", "firefox", "webkit"];

/** The browsers to test in: all, or those that DEEMED_BROWSERS names with commas between them. */
export const browsers = process.env.DEEMED_BROWSERS?.split(",") ?? ALL;

const start = (name) => (name === "webkit" ? startWebKit() : startPuppeteer(name));

/**
 * Declares one test in each of the browsers. `work(page, site)` gets a fresh page and the running
 * site; `options.in` names fewer browsers, `options.timeout` gives more time than two minutes, `options.change`,
 * `options.headers` and `options.hold` are given to `serveSite`.
 */
export function inBrowsers(what, work, options = {}) {
  for (const name of (options.in ?? ALL).filter((one) => browsers.includes(one))) {
    test(`${what} (${name})`, { timeout: options.timeout ?? 120_000 }, async () => {
      const { change, headers, hold } = options;
      const once = async () => {
        const site = await serveSite({ change, headers, hold, watch: name === "webkit" });
        let page;
        try {
          page = new Page(await start(name));
          await work(page, site);
        } finally {
          await page?.close();
          await site.close();
        }
      };
      // WebKit's driver sometimes stops to answer before it has opened anything; then a new one is asked.
      // What a page does is never tried twice.
      await once().catch((reason) => {
        if (name !== "webkit" || !reason.isLost) {
          throw reason;
        }
        console.warn(`${what}: WebKit opened nothing and was started again`);
        return once();
      });
    });
  }
}
