// How Chromium is started, for tests and for the browser benchmark.

/** The program. */
export const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What keeps it from speaking to anybody but the pages it is given. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
