// Chromium (DevTools protocol) and Firefox (WebDriver BiDi), both through puppeteer.

import puppeteer from "puppeteer-core";

const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const OPTIONS = {
  chromium: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM_FLAGS },
  firefox: {
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    protocol: "webDriverBiDi",
  },
};

/** Starts the browser and returns a driver for a new page. */
export async function startPuppeteer(name) {
  const browser = await puppeteer.launch({ headless: true, ...OPTIONS[name] });
  const page = await browser.newPage();
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
    open: (url) => page.goto(url, { waitUntil: "load" }),
    evaluate: (work, ...values) => page.evaluate(work, ...values),
    element: async (work, ...values) => (await page.evaluateHandle(work, ...values)).asElement(),
    inject: (script) => page.evaluate(script),
    press: (key) => page.keyboard.press(key),
    viewport: (width, height) => page.setViewport({ width, height }),
    problems: async () => [...problems],
    close: () => browser.close(),
  };
}
