// Bytes that the page costs, as budgets. Raise one only with a reason in the commit.

import assert from "node:assert/strict";
import test from "node:test";

import { costs } from "./costs.mjs";

/** Kilobytes of 1,000 bytes, by brotli: the most that passes, and where we want to be. */
const BUDGETS = {
  // Text, style and first script in one file, and the first question: one round trip.
  "to see the first view": { most: 14, goal: 10 },
  // The rulebook's words are 56 of these; the rest is program, and too much of it.
  "to use the page": { most: 262, goal: 130 },
};

/**
 * The most that each file may cost, by the beginning of its name, and why it is there. Of all files that a
 * page loads these are the largest.
 */
const FILES = [
  [/^deemed-.*\.wasm$/, 247, "the program: our views and engine, Yew, the rulebook, and the English of the pages"],
  [/^words-zh-Han[st]-/, 60, "every text of rulebook and pages in Chinese; only its readers wait for it"],
  [/^words-fa-/, 60, "the same in Persian"],
  [/^deemed-.*\.js$/, 6.5, "the bridge between the program and the browser; a name for each thing it may touch"],
  [/^([a-z-]+\/)?index\.html$/, 12, "first view, first question, style, first script, and the law in short"],
];

const { files, sums } = await costs();
test("every file that a page loads has a budget and keeps it", (context) => {
  for (const { name, brotli } of files) {
    const budget = FILES.find(([pattern]) => pattern.test(name));
    assert.ok(budget, `${name} has no budget`);
    context.diagnostic(`${brotli} bytes: ${name}`);
    assert.ok(brotli <= budget[1] * 1000, `${name} has ${brotli} bytes, and ${budget[1] * 1000} is the budget`);
  }
});
for (const [what, { most, goal }] of Object.entries(BUDGETS)) {
  test(`bytes ${what}`, (context) => {
    const bytes = sums[what];
    context.diagnostic(`${bytes} bytes ${what}; the goal is ${goal * 1000}`);
    assert.ok(bytes <= most * 1000, `${bytes} bytes ${what}, and ${most * 1000} is the budget`);
  });
}
