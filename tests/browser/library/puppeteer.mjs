// Chromium (DevTools protocol) and Firefox (WebDriver BiDi), both through puppeteer.

import puppeteer from "puppeteer-core";

import { CHROMIUM_FLAGS, chromium } from "./chromium.mjs";

const OPTIONS = {
  chromium: { executablePath: chromium, args: CHROMIUM_FLAGS },
  firefox: {
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    protocol: "webDriverBiDi",
  },
};

/** Browsers that run, by name: to start one takes seconds, so that all tests of a file share it. */
const running = new Map();
/** Pages that are open in any of them, and milliseconds without one after which all browsers end. */
let open = 0;
const IDLE = 1500;

/** Ends all browsers once nothing has been open for a while; else the run of the tests would never end. */
function endWhenIdle() {
  setTimeout(async () => {
    if (open === 0) {
      const idle = [...running.values()];
      running.clear();
      await Promise.all(idle.map(async (browser) => (await browser).close()));
    }
  }, IDLE);
}

/** Opens the address. Firefox gives up when the page before was still loading; a second time it is not. */
async function goto(page, url) {
  try {
    await page.goto(url, { waitUntil: "load" });
  } catch (error) {
    if (!String(error).includes("NS_BINDING_ABORTED")) {
      throw error;
    }
    await page.goto(url, { waitUntil: "load" });
  }
}

/** Returns a driver for a new page that shares nothing with other pages. */
export async function startPuppeteer(name) {
  open += 1;
  if (!running.has(name)) {
    running.set(name, puppeteer.launch({ headless: true, ...OPTIONS[name] }));
  }
  const context = await (await running.get(name)).createBrowserContext();
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") {
      problems.push(message.text());
    }
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`${request.url()}: ${request.failure()?.errorText}`));
  return {
    /** Puppeteer's own page, for what only this browser can do. */
    page,
    open: (url) => goto(page, url),
    evaluate: (work, ...values) => page.evaluate(work, ...values),
    element: async (work, ...values) => (await page.evaluateHandle(work, ...values)).asElement(),
    /** The same for the frame of that number, counted from 0 in the order in which they came. */
    frame: (at) => {
      const frame = () => page.mainFrame().childFrames()[at];
      return {
        // A frame that is not there yet is a refusal, so that asking again is possible.
        evaluate: async (work, ...values) => frame().evaluate(work, ...values),
        element: async (work, ...values) => (await frame().evaluateHandle(work, ...values)).asElement(),
        inject: (script) => frame().evaluate(script),
        press: (key) => page.keyboard.press(key),
      };
    },
    inject: (script) => page.evaluate(script),
    press: (key) => page.keyboard.press(key),
    viewport: (width, height) => page.setViewport({ width, height }),
    problems: async () => [...problems],
    close: async () => {
      await context.close();
      open -= 1;
      endWhenIdle();
    },
  };
}
