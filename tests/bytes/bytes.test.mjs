// Bytes that the page costs, as budgets. Raise one only with a reason in the commit.

import assert from "node:assert/strict";
import test from "node:test";

import { costs } from "./costs.mjs";

/** Kilobytes of 1,000 bytes, by brotli: the most that passes, and where we want to be. */
const BUDGETS = {
  // Text, style and first script in one file, and the first question: one round trip.
  "to see the first view": { most: 14, goal: 10 },
  // The rulebook's words are 56 of these; the rest is program, and too much of it.
  "to use the page": { most: 275, goal: 130 },
};

const { sums } = await costs();
for (const [what, { most, goal }] of Object.entries(BUDGETS)) {
  test(`bytes ${what}`, (context) => {
    const bytes = sums[what];
    context.diagnostic(`${bytes} bytes ${what}; the goal is ${goal * 1000}`);
    assert.ok(bytes <= most * 1000, `${bytes} bytes ${what}, and ${most * 1000} is the budget`);
  });
}
