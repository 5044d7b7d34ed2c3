// Bytes that the page costs, as budgets. Raise one only with a reason in the commit.

import assert from "node:assert/strict";
import test from "node:test";

import { costs } from "./costs.mjs";

/** Kilobytes of 1,000 bytes, brotli. */
const BUDGETS = {
  "to see the first view": 14,
  "to use the page": 130,
};

const { sums } = await costs();
for (const [what, kilobytes] of Object.entries(BUDGETS)) {
  test(`bytes ${what}`, () => {
    const bytes = sums[what];
    assert.ok(bytes <= kilobytes * 1000, `${bytes} bytes ${what}, and ${kilobytes * 1000} is the budget`);
  });
}
