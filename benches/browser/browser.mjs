// Chromium as a cheap phone on a slow network: the emulation is the browser's own.

import puppeteer, { PredefinedNetworkConditions } from "puppeteer-core";

import { CHROMIUM_FLAGS, chromium } from "../../tests/browser/library/chromium.mjs";

/** How much slower than this computer the processor is. */
export const SLOWER = 4;
/** Puppeteer's profile: 1.44 Mbit/s down, 562 ms for each request. */
export const NETWORK = "Slow 4G";

// A person does not go through a thousand sessions in a minute; the browser would stop us.
const FLAGS = [...CHROMIUM_FLAGS, "--disable-ipc-flooding-protection"];

/** Starts the browser. */
export const launch = () => puppeteer.launch({ headless: true, executablePath: chromium, args: FLAGS });

/** A page that shares nothing with others; slow in network and processor, or only one of them. */
export async function freshPage(browser, { network = false, processor = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // A phone held upright.
  await page.setViewport({ width: 360, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  if (network) {
    await page.emulateNetworkConditions(PredefinedNetworkConditions[NETWORK]);
  }
  if (processor) {
    await page.emulateCPUThrottling(SLOWER);
  }
  return { page, close: () => context.close() };
}

/** The middle one. */
export const median = (numbers) => quantile(numbers, 0.5);

/** The number that the share of all numbers does not exceed. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
