// The pages that ours is measured against, made of the same rulebook: a static twin, and SurveyJS.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { freshPage } from "./browser.mjs";

const RULEBOOK = new URL("../../rulebook/", import.meta.url);
const HERE = fileURLToPath(new URL(".", import.meta.url));

const read = async (name) => JSON.parse(await readFile(new URL(name, RULEBOOK), "utf8"));

/** The first view with its style and without any script, as the program draws it. */
async function twin(browser, server) {
  const { page, close } = await freshPage(browser);
  await page.goto(server.url, { waitUntil: "load" });
  await page.waitForSelector("main button.primary");
  await page.waitForFunction(() => !document.getElementById("fallback"));
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelectorAll("script, meta[http-equiv], link[rel=alternate]").forEach((element) => element.remove());
    return `<!doctype html>${copy.outerHTML}`;
  });
  await close();
  return html;
}

/** The rulebook's questions as SurveyJS writes them: one on each page, all words, no rules. */
async function survey() {
  const { questions: facts } = await read("rulebook.json");
  const places = (await read("places.json")).places;
  const pages = [];
  for (const fact of facts) {
    const question = await read(`questions/${fact}.json`);
    const choices = question.choices?.map(({ value, label, means }) => ({ value, text: `${label}: ${means}` }));
    const unknown = { value: "unknown", text: `${question.unknown.label}: ${question.unknown.means}` };
    const about = [question.why, question["law-says"].text, question["who-knows"], question["ask-words"]];
    pages.push({
      elements: [{
        type: choices ? "radiogroup" : "dropdown",
        name: fact,
        title: question.heading,
        description: [question.hint, ...about].filter(Boolean).join(" "),
        isRequired: true,
        choices: [...(choices ?? places.map(({ id, name }) => ({ value: id, text: name }))), unknown],
      }],
    });
  }
  return { pages };
}

/** Puts both pages onto the server; returns their addresses. */
export async function addPages(browser, server) {
  server.add("/static/index.html", await twin(browser, server));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement } from "react";
        import { createRoot } from "react-dom/client";
        import { Model } from "survey-core";
        import { Survey } from "survey-react-ui";
        import "survey-core/survey-core.min.css";
        const model = new Model(${JSON.stringify(await survey())});
        createRoot(document.getElementById("app")).render(createElement(Survey, { model }));
      `,
      resolveDir: HERE,
      loader: "js",
    },
    bundle: true,
    minify: true,
    write: false,
    outdir: "/survey",
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    loader: { ".woff2": "empty", ".woff": "empty" },
  });
  for (const { path, contents } of outputFiles) {
    server.add(`/survey/survey${path.endsWith(".css") ? ".css" : ".js"}`, contents);
  }
  server.add("/survey/index.html", `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Survey</title>
<link rel="stylesheet" href="survey.css"><script defer src="survey.js"></script></head>
<body><div id="app"></div></body></html>`);
  return { static: `${server.origin}/static/`, survey: `${server.origin}/survey/` };
}
