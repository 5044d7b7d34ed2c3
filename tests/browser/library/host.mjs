// Other people's websites: pages on another origin that show ours.

import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Serves pages on an origin of their own: `pages` gives HTML by path, `headers` what is sent with each.
 */
export async function serveHost(pages, headers = {}) {
  const server = createServer((request, response) => {
    // Browsers ask for an icon by themselves.
    const html = request.url === "/favicon.ico" ? "" : pages[request.url.split(/[?#]/)[0]];
    response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(html ?? "");
  });
  // Our own site is at localhost, so that this is another site, not only another origin.
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** A page with this body, which notes every message, every layout shift and every refusal. */
export const hostPage = (body, head = "") => `<!doctype html><html lang="en"><head><title>Host</title>${head}
<script>
window.messages = []; window.shifts = 0; window.refusals = [];
addEventListener("message", (event) => messages.push(event.data), true);
addEventListener("securitypolicyviolation", (event) => refusals.push(event.violatedDirective));
try {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) { if (!entry.hadRecentInput) { shifts += entry.value; } }
  }).observe({ type: "layout-shift", buffered: true });
} catch {}
</script></head><body><h1>A university</h1><p>What comes before.</p>${body}<p>What comes after.</p></body></html>`;

/** Picks a way of embedding on the page for offices, and returns what it gives out. */
export async function choose(page, site, way, { profile = "", language = "en" } = {}) {
  await page.driver.open(`${site.url}embed/`);
  await page.until("the snippet", () => document.getElementById("snippet")?.textContent);
  await page.evaluate(
    (wanted) => {
      document.querySelector(`input[value=${wanted.way}]`).click();
      for (const [id, value] of [["profile", wanted.profile], ["language", wanted.language]]) {
        document.getElementById(id).value = value;
        document.getElementById(id).dispatchEvent(new Event("change", { bubbles: true }));
      }
    },
    { way, profile, language },
  );
  return page.text("#snippet");
}

/** The same, after which the page for offices is left, with its preview half loaded. */
export async function snippetOf(page, site, way, choice) {
  const snippet = await choose(page, site, way, choice);
  await page.driver.open("about:blank");
  await pause(200);
  page.faultsBefore = (await page.problems()).length;
  return snippet;
}

/** What went wrong since the page for offices was left. */
export const faults = async (page) => (await page.problems()).slice(page.faultsBefore ?? 0);

/** Presses the button with these words. Drivers miss what lies below the fold of a frame. */
export async function press(frame, words) {
  await frame.until(`the button "${words}"`, (wanted) => {
    const buttons = [...document.querySelectorAll("button")];
    const found = buttons.find((one) => one.textContent.trim() === wanted);
    found?.click();
    return Boolean(found);
  }, words);
}

/** Goes from the start to the results, knowing nothing. */
export async function runThrough(frame) {
  await frame.evaluate(() => (window.headingBefore = document.querySelector("h1").textContent));
  await press(frame, "Begin");
  for (let asked = 0; asked < 60; asked += 1) {
    const title = await frame.until("the next view", () => {
      const heading = document.querySelector("h1")?.textContent;
      return heading !== window.headingBefore && heading;
    });
    if (title === "Check your answers") {
      await press(frame, "See the results");
      await frame.sees("What your answers point to");
      await frame.whole();
      return;
    }
    await frame.evaluate(() => {
      window.headingBefore = document.querySelector("h1").textContent;
      const choice = document.getElementById("unknown");
      const list = document.querySelector("main form select, main select");
      if (choice?.type === "radio") {
        choice.click();
      } else {
        list.value = "unknown";
        list.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
    await press(frame, "Continue");
  }
  throw new Error("the questions did not end");
}
