// The whole check by keyboard alone: no mouse, no script that clicks. At each stop the focus must be seen.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { heading, texts } from "./library/walk.mjs";

const { words } = await texts();
const STOPS_MAX = 120;

/** Runs in the page: what is wrong with where the focus is; nothing when it can be seen. */
const unseen = () => {
  const one = document.activeElement;
  if (!one || one === document.body) {
    return null;
  }
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  const hasRing = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  const { left, top, width, height } = one.getBoundingClientRect();
  const isInside = top + height > 0 && top < innerHeight && left + width > 0 && left < innerWidth;
  const over = document.elementFromPoint(
    Math.min(Math.max(left + Math.min(width / 2, 12), 1), innerWidth - 1),
    Math.min(Math.max(top + Math.min(height / 2, 12), 1), innerHeight - 1),
  );
  const isFree = one.contains(over) || over?.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(over));
  return hasRing && isInside && isFree ? null : `${one.outerHTML.slice(0, 120)}: ${JSON.stringify({ hasRing, isInside, isFree })}`;
};

/** Presses Tab until the focus is on what the test wants, and looks at each stop. */
async function tabTo(page, what, isIt, ...values) {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.press("Tab");
    assert.equal(await page.evaluate(unseen), null, `on the way to ${what}`);
    if (await page.evaluate(isIt, ...values)) {
      return;
    }
  }
  throw new Error(`Tab never reached ${what}`);
}

const toWords = (page, wanted) =>
  tabTo(page, wanted, (said) => (document.activeElement?.textContent ?? "").trim().startsWith(said), wanted);

/** A new view: its heading has the focus, once, and the title is a new one without what was answered. */
async function arrives(page, before) {
  await page.until("a new view", (title) => document.title !== title, before);
  await page.until("the focus on the heading", () => document.activeElement?.matches("main h1"));
  assert.equal(await page.evaluate(() => document.querySelectorAll("main h1").length), 1);
  const title = await page.title();
  assert.doesNotMatch(title, /know/i);
  return title;
}

/** Answers "I don't know" by arrows: the last of the choices, or the first place after "choose". */
async function answerUnknown(page) {
  await tabTo(page, "the answers", () => document.activeElement?.matches("main input[type=radio], main select#place"));
  const isPlace = await page.evaluate(() => document.activeElement.id === "place");
  await page.press(isPlace ? "ArrowDown" : "ArrowUp");
  await page.until("the answer", () => document.querySelector("#unknown:checked") ?? document.querySelector("#place")?.value === "unknown");
}

inBrowsers("the whole check is done by keyboard alone, and the focus is always seen", async (page, site) => {
  await page.open(site.url);
  let title = await page.title();
  await toWords(page, words["start.begin"]);
  await page.press("Enter");
  title = await arrives(page, title);
  for (let asked = 0; asked < 40; asked += 1) {
    if ((await page.text("main h1")) === words["check.title"]) {
      break;
    }
    await answerUnknown(page);
    await toWords(page, words["question.continue"]);
    await page.press("Enter");
    title = await arrives(page, title);
  }
  assert.equal(await page.text("main h1"), words["check.title"]);
  await toWords(page, words["check.change"]);
  await page.press("Enter");
  title = await arrives(page, title);
  await toWords(page, words["back.link"]);
  await page.press("Enter");
  title = await arrives(page, title);
  assert.equal(await page.text("main h1"), words["check.title"]);
  await toWords(page, words["check.results"]);
  await page.press("Enter");
  title = await arrives(page, title);
  await toWords(page, words["path.summary"]);
  const before = await page.focused();
  await page.press("Enter");
  await page.until("it to open", () => document.activeElement?.closest("details")?.open);
  assert.deepEqual(await page.focused(), before);
  await toWords(page, words["take.title"]);
  await page.press("Enter");
  title = await arrives(page, title);
  await tabTo(page, "the tick", () => document.activeElement?.matches("input[type=checkbox]"));
  await page.press("Space");
  await page.until("the tick", () => document.activeElement?.checked);
  // Behind the last stop the first one comes again.
  await toWords(page, words["header.leave"]);
  await page.press("Enter");
  await heading(page, words["left.title"]);
  assert.deepEqual(await page.problems(), []);
}, { in: ["chromium"], timeout: 300_000 });

inBrowsers("an error is told on top, at the field and in the title, and leads to the field", async (page, site) => {
  await page.open(site.url);
  await toWords(page, words["start.begin"]);
  await page.press("Enter");
  await page.until("the question", () => document.activeElement?.matches("main h1"));
  await toWords(page, words["question.continue"]);
  await page.press("Enter");
  await page.until("the summary to have the focus", () => document.activeElement?.id === "error-summary");
  assert.match(await page.title(), /^Error: /);
  const said = words["error.no-answer"];
  assert.ok((await page.text("#error-summary")).includes(said));
  assert.ok((await page.text("#error")).includes(said));
  assert.match(await page.evaluate(() => document.querySelector("fieldset").getAttribute("aria-describedby")), /\berror\b/);
  await toWords(page, said);
  await page.press("Enter");
  await page.until("the first choice to have the focus", () => document.activeElement?.id === "choice-0");
  // The legend is in view, not only the field.
  const top = await page.evaluate(() => document.querySelector("legend").getBoundingClientRect().top);
  assert.ok(top >= 0, `the question is ${-top} pixels above the window`);
}, { in: ["chromium"] });
