// The second accessibility engine beside axe-core: IBM's, whose rules differ. It runs inside the page,
// without any request.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ENGINE = fileURLToPath(new URL("../../../node_modules/accessibility-checker-engine/ace.js", import.meta.url));

/** What the engine calls a failure of WCAG 2.2 A or AA, one line each. */
export async function secondViolations(page) {
  if (!(await page.evaluate(() => Boolean(window.ace)))) {
    await page.driver.inject(`${await readFile(ENGINE, "utf8")}\n;window.ace = ace;0`);
  }
  return page.evaluate(async () => {
    const { results } = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
    const node = (xpath) => document.evaluate(xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    // It looks into closed details, where neither label nor field is shown. Open ones are looked at apart.
    const isClosed = (xpath) => Boolean(node(xpath)?.parentElement?.closest("details:not([open])"));
    const fails = results.filter(({ value: [level, outcome], path }) =>
      level === "VIOLATION" && outcome === "FAIL" && !isClosed(path.dom));
    return fails.map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet}`);
  });
}
