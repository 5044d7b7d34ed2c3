// Every view in every state before two engines, in light, dark, forced colors and print. What engines
// cannot see is in accessible.test.mjs; what only a person can test, in docs/accessibility/.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { secondViolations } from "./library/second-engine.mjs";
import { themes, wear } from "./library/themes.mjs";
import { WAYS } from "./library/views.mjs";

/** The questions to take along print as the bare text of the preview, without the page's heading. */
const isBare = (theme, name) => theme === "print" && /^questions to take along/.test(name);

/** A question without an error differs from one with an error by what is missing, so a few are enough. */
const isEnough = (name) => /^question [a-z0-9-]+$/.test(name) && !/location|nationality|classification/.test(name);

async function look(page, name) {
  for (const theme of themes) {
    await wear(page, theme);
    const found = await page.violations();
    const real = found.filter((line) => !(isBare(theme, name) && line.startsWith("page-has-heading-one:")));
    assert.deepEqual(real, [], `axe: ${name}, ${theme}`);
    assert.deepEqual(await secondViolations(page), [], `second engine: ${name}, ${theme}`);
  }
  await wear(page, "light");
}

for (const [way, { go, change }] of Object.entries(WAYS)) {
  inBrowsers(`two engines find nothing in any theme: ${way}`, async (page, site) => {
    let views = 0;
    await go(page, site, async (name) => {
      views += 1;
      if (!isEnough(name)) {
        await look(page, name);
      }
    });
    assert.ok(views > 0, "nothing was looked at");
  }, { in: ["chromium"], change, timeout: 900_000 });
}
