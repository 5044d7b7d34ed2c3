// `cargo xtask bench --browser`: our page on a slow phone, between a static twin and a SurveyJS page.
// Writes the table into docs/performance.md. BENCH_ROUNDS and BENCH_SESSIONS make it shorter or longer.

import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";

import { NETWORK, SLOWER, launch, median, quantile } from "./browser.mjs";
import { load, whenRunning, whenSeen } from "./load.mjs";
import { addPages } from "./pages.mjs";
import { serve } from "./serve.mjs";
import { latency, memory } from "./session.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const SESSIONS = Number(process.env.BENCH_SESSIONS ?? 1000);
const DOCUMENT = new URL("../../docs/performance.md", import.meta.url);
const MARKS = ["<!-- browser: begin -->", "<!-- browser: end -->"];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(2);
const whole = (number) => Math.round(number).toLocaleString("en");

/** Loads of all pages, one after the other in each round, so that what else the computer does is shared. */
async function loads(browser, server) {
  const { static: still, survey } = await addPages(browser, server);
  const pages = {
    static: { url: still, seen: "main button.primary", usable: whenSeen },
    ours: { url: server.url, seen: "main button.primary", usable: whenRunning },
    survey: { url: survey, seen: ".sd-question input, .sd-question [role=combobox]", usable: whenSeen },
  };
  const all = { static: [], ours: [], survey: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, { url, seen, usable }] of Object.entries(pages)) {
      all[name].push(await load(browser, url, { seen, usable }));
    }
    console.log(`round ${round + 1} of ${ROUNDS}`);
  }
  const middle = (name, key) => median(all[name].map((one) => one[key]));
  return Object.fromEntries(Object.keys(all).map((name) => [name, {
    seen: middle(name, "seen"),
    usable: middle(name, "usable"),
    bytes: middle(name, "bytes"),
    shift: Math.max(...all[name].map(({ shift }) => shift)),
    longest: middle(name, "longest"),
  }]));
}

function loadRows({ static: still, ours, survey }) {
  const row = (name, one) =>
    `| ${name} | ${whole(one.seen)} | ${whole(one.usable)} | ${kilobytes(one.bytes)} | ${whole(one.longest)} | ${one.shift.toFixed(3)} |`;
  const ratio = (one, other) => (one / other).toFixed(2);
  return [
    "| page | first view seen, ms | usable, ms | English over the wire, kB | longest task, ms | layout shift |",
    "|---|---|---|---|---|---|",
    row("static twin", still),
    row("ours", ours),
    row("SurveyJS, same questions, no results", survey),
    "",
    "| goal | wanted | found |",
    "|---|---|---|",
    `| T1 first view, against the static twin | 1.4 | ${ratio(ours.seen, still.seen)} |`,
    `| T2 usable, against the static twin | 2.3 | ${ratio(ours.usable, still.usable)} |`,
    `| T2 usable, against SurveyJS | 0.25 | ${ratio(ours.usable, survey.usable)} |`,
    `| B2 bytes in one language, kB | 130 | ${kilobytes(ours.bytes)} |`,
    `| B2 bytes in one language, against SurveyJS | 0.33 | ${ratio(ours.bytes, survey.bytes)} |`,
  ];
}

function latencyRows({ times, long }, { first, last, heapFirst, heapLast }) {
  const kinds = [...new Set(times.map(({ what }) => what))];
  const rows = kinds.map((kind) => {
    const some = times.filter(({ what }) => what === kind).map(({ time }) => time);
    const [middle, most] = [median(some), Math.max(...some)];
    return `| ${kind} | ${some.length} | ${whole(middle)} | ${whole(quantile(some, 0.95))} | ${whole(most)} |`;
  });
  return [
    `| pressed (processor ${SLOWER} times slower) | times | median, ms to paint | p95 (goal 50) | most |`,
    "|---|---|---|---|---|",
    ...rows,
    "",
    `Tasks over 50 ms in these walks: ${long.length}${long.length ? `, the longest ${whole(Math.max(...long))} ms` : ""}.`,
    "",
    `M1: the program's memory is ${megabytes(first)} MB after the first session and ${megabytes(last)} MB after `
      + `${SESSIONS.toLocaleString("en")} (goal 4 MB, no growth); the browser's own heap ${megabytes(heapFirst)} MB, then ${megabytes(heapLast)} MB.`,
  ];
}

const server = await serve();
const browser = await launch();
try {
  const loaded = await loads(browser, server);
  const walked = await latency(browser, server.url, Math.max(4, ROUNDS));
  console.log("latency done; now memory");
  const kept = await memory(browser, server.url, SESSIONS);
  const about = `Measured on ${new Date().toISOString().slice(0, 10)} with ${await browser.version()} on `
    + `${cpus().length} cores (${cpus()[0].model}), ${NETWORK} and a processor ${SLOWER} times slower, ${ROUNDS} interleaved rounds, medians, brotli.`;
  const table = [about, "", ...loadRows(loaded), "", ...latencyRows(walked, kept)].join("\n");
  console.log(`\n${table}`);
  const text = await readFile(DOCUMENT, "utf8");
  const [before, rest] = text.split(MARKS[0]);
  const after = rest?.split(MARKS[1])[1];
  if (after === undefined) {
    throw new Error(`docs/performance.md lacks ${MARKS.join(" or ")}`);
  }
  await writeFile(DOCUMENT, `${before}${MARKS[0]}\n${table}\n${MARKS[1]}${after}`);
} finally {
  await browser.close();
  await server.close();
}
