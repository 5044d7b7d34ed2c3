// `cargo xtask bench --lighthouse`: each language's page as Lighthouse judges it, on its slow phone.

import { readFile, writeFile } from "node:fs/promises";

import lighthouse from "lighthouse";

import { launch } from "./browser.mjs";
import { serve } from "./serve.mjs";

const DOCUMENT = new URL("../../docs/performance.md", import.meta.url);
const MARKS = ["<!-- lighthouse: begin -->", "<!-- lighthouse: end -->"];
const KINDS = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

const { languages } = JSON.parse(await readFile(new URL("../../rulebook/rulebook.json", import.meta.url), "utf8"));
const server = await serve();
const rows = [];
const reasons = new Set();
for (const tag of languages) {
  const url = server.url + (tag === "en" ? "" : `${tag.toLowerCase()}/`);
  const browser = await launch();
  const port = Number(new URL(browser.wsEndpoint()).port);
  const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: KINDS });
  await browser.close();
  const scores = KINDS.map((kind) => Math.round(lhr.categories[kind].score * 100));
  const times = TIMES.map((id) => lhr.audits[id].displayValue.replaceAll("\u00a0", " "));
  rows.push(`| ${tag} | ${[...scores, ...times].join(" | ")} |`);
  for (const kind of KINDS) {
    for (const { id, weight } of lhr.categories[kind].auditRefs) {
      const { score, title } = lhr.audits[id];
      if (weight > 0 && score !== null && score < 0.9) {
        reasons.add(`- ${kind}: ${title} (\`${id}\`)`);
      }
    }
  }
}
await server.close();
const table = [
  `Measured on ${new Date().toISOString().slice(0, 10)}.`,
  "",
  `| page | ${KINDS.join(" | ")} | first paint | largest paint | blocked | shift |`,
  "|---|---|---|---|---|---|---|---|---|",
  ...rows,
  ...(reasons.size ? ["", "What costs points:", "", ...reasons] : []),
].join("\n");
console.log(`\n${table}`);
const text = await readFile(DOCUMENT, "utf8");
const [before, rest] = text.split(MARKS[0]);
await writeFile(DOCUMENT, `${before}${MARKS[0]}\n${table}\n${MARKS[1]}${rest.split(MARKS[1])[1]}`);
