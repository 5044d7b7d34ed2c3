// Every view in every state that looks different, each reached as a person would reach it. The tests of
// accessibility and the pictures go the same ways; a new view is added here once.

import { readdir, readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";

import { on } from "./clock.mjs";
import { manifest } from "./site.mjs";
import { answerAll, as, heading, nothingKnown, persons, press, questions, texts } from "./walk.mjs";

const { words } = await texts();

/** A person who is asked about codes. */
const CHIPS = "s35";
const READINGS = ["claims", "timeline", "rights", "instructions", "signposts", "changes"];

/** Runs in the page: opens everything that can be opened. */
const open = () => {
  for (const details of document.querySelectorAll("details")) {
    details.open = true;
  }
};

/** Runs in the page: picks from lists by their ids, as a person would, one after the other. */
const fill = async (lists) => {
  for (const [id, value] of lists) {
    const list = document.getElementById(id);
    list.value = value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 20));
  }
};

/** Looks at a view as it is, and with everything open. */
async function both(page, look, name) {
  await look(name);
  await page.evaluate(open);
  await look(`${name}, all open`);
}

async function person(id) {
  return as((await persons()).find((one) => one.id === id));
}

async function begin(page, site) {
  await page.open(site.url);
  await press(page, words["start.begin"]);
  await page.until("a question", () => document.querySelector("main form"));
}

async function toCheck(page, site, policy) {
  await begin(page, site);
  await answerAll(page, await questions(), policy);
  await heading(page, words["check.title"]);
}

async function toResults(page, site, policy) {
  await toCheck(page, site, policy);
  await press(page, words["check.results"]);
  await heading(page, words["results.title"]);
}

/** Opens a page by the menu. */
async function menu(page, key) {
  await press(page, words[key]);
  await heading(page, words[key]);
}

/** The question as it is, without an answer, open, and where it has helpers, with these filled in. */
async function lookAtQuestion(page, look, fact, lists) {
  await look(`question ${fact}`);
  await page.click("button", words["question.continue"]);
  await page.until("the error", () => document.getElementById("error-summary"));
  await look(`question ${fact}, error`);
  await page.evaluate(open);
  if (lists) {
    await page.evaluate(fill, lists);
  }
  await look(`question ${fact}, all open`);
}

const PLACE = [["place", "3"], ["helper-place", "5"]];
const CODES = [
  ["code", "4"],
  ["helper-rate-digits", "20"], ["helper-rate-size", "3"], ["helper-bits", "8"],
  ["helper-area-digits", "80"], ["helper-area-size", "2"],
];
const COMPUTER = [
  ["helper-double-rate-digits", "50"], ["helper-double-rate-size", "1"],
  ["helper-processors-digits", "10"], ["helper-processors-size", "3"], ["helper-vector", "1"],
];
const TRAINING = [
  ["helper-parameters-digits", "70"], ["helper-parameters-size", "10"],
  ["helper-tokens-digits", "15"], ["helper-tokens-size", "13"],
];
const HELPERS = { nationality: PLACE, classification: CODES };
/** Questions about numbers, each with a person who is asked. */
const NUMBERS = [["a078", "training-compute", TRAINING], ["a048", "computer-performance", COMPUTER]];

const ROOT = new URL("../../../", import.meta.url);
const rooted = (name) => readFile(new URL(name, ROOT), "utf8");

/** The examples of all components, in place of the page that says that there is none. */
const { files } = await manifest();
const shelves = (await readdir(new URL("src/view/component/", ROOT), { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => rooted(`src/view/component/${name}/examples.html`));
const examples = (await Promise.all(shelves)).join("");
const galleryPage = (await rooted("static/gallery.html"))
  .replace("{{style}}", `../${Object.keys(files).find((name) => name.startsWith("style-"))}`)
  .replace("{{=gallery}}", () => examples);
const gallery = (name, bytes) => (name === "404.html" ? Buffer.from(galleryPage) : bytes);

/**
 * The ways. Each goes through some views and calls `look(name)` at each; `change` alters the site's files.
 */
export const WAYS = {
  start: {
    async go(page, site, look) {
      await page.open(site.url);
      await both(page, look, "start");
    },
  },
  questions: {
    async go(page, site, look) {
      await begin(page, site);
      await answerAll(page, await questions(), await person(CHIPS), async ({ fact }) => {
        await lookAtQuestion(page, look, fact, HELPERS[fact]);
      });
    },
  },
  "questions with numbers": {
    async go(page, site, look) {
      for (const [id, wanted, lists] of NUMBERS) {
        await begin(page, site);
        await answerAll(page, await questions(), await person(id), async ({ fact }) => {
          if (fact === wanted) {
            await lookAtQuestion(page, look, fact, lists);
          }
        });
      }
    },
  },
  results: {
    async go(page, site, look) {
      await toCheck(page, site, await person(CHIPS));
      await look("check");
      await press(page, words["check.results"]);
      await heading(page, words["results.title"]);
      await both(page, look, "results");
      await menu(page, "take.title");
      await both(page, look, "questions to take along");
      await menu(page, "keep.title");
      await both(page, look, "keep");
    },
  },
  "results that are open": {
    async go(page, site, look) {
      await toCheck(page, site, nothingKnown);
      await look("check, nothing known");
      await press(page, words["check.results"]);
      await heading(page, words["results.title"]);
      await both(page, look, "results, open");
      await menu(page, "take.title");
      await look("questions to take along, nothing known");
    },
  },
  "results that are calm": {
    async go(page, site, look) {
      await toResults(page, site, await person("n01"));
      await both(page, look, "results, calm");
    },
  },
  "several things": {
    async go(page, site, look) {
      await toCheck(page, site, await person(CHIPS));
      await press(page, words["item.add"]);
      await page.until("a question", () => document.querySelector("main form"));
      await look("question about a second thing");
      await answerAll(page, await questions(), nothingKnown);
      await heading(page, words["check.title"]);
      await look("check, two things");
      await press(page, words["check.results"]);
      await heading(page, words["results.title"]);
      await look("results, two things");
    },
  },
  "answers that changed": {
    async go(page, site, look) {
      await toCheck(page, site, await person(CHIPS));
      await page.evaluate(() => document.querySelector(".summary .change button").click());
      await page.until("a question", () => document.querySelector("main form"));
      await answerAll(page, await questions(), ({ fact, values }) => (fact === "location" ? values.length - 1 : "unknown"));
      await page.until("the list or a result", () => document.querySelector(".summary, .in-short"));
      await look("check, some answers no longer used");
    },
  },
  bills: {
    async go(page, site, look) {
      await toResults(page, site, await person(CHIPS));
      await press(page, words["bills.look"]);
      await page.until("what comes next", () => document.querySelector("main form, main .beside"));
      await look("question about bills");
      await answerAll(page, await questions(), nothingKnown);
      await heading(page, words["beside.title"]);
      await both(page, look, "bills beside the law");
      await press(page, words["beside.show-all"]);
      await page.sees(words["beside.show-differences"]);
      await both(page, look, "bills beside the law, all");
      await press(page, words["beside.bills"]);
      await heading(page, words["bills.title"]);
      await both(page, look, "bills");
    },
  },
  reading: {
    async go(page, site, look) {
      await page.open(site.url);
      for (const name of READINGS) {
        await menu(page, `${name}.title`);
        await look(`reading ${name}`);
      }
      for (const [key, name] of [["take.title", "questions to take along"], ["keep.title", "keep"]]) {
        await menu(page, key);
        await look(`${name}, nothing answered`);
      }
      await press(page, words["footer.sources"]);
      await heading(page, words["sources.title"]);
      await look("sources");
      await menu(page, "promise.title");
      await both(page, look, "promises");
      await menu(page, "about.title");
      await look("about");
    },
  },
  leaving: {
    async go(page, site, look) {
      await toCheck(page, site, await person("n01"));
      await press(page, words["header.leave"]);
      await heading(page, words["left.title"]);
      await look("left");
    },
  },
  "answers from a link": {
    async go(page, site, look) {
      const code = deflateRawSync("not answers").toString("base64url");
      await page.open(`${site.url}#answers=${code}`);
      await page.until("the notice", () => document.querySelector(".saved-notice"));
      await look("a link that cannot be read");
    },
  },
  "a review is due": {
    change: on("2027-06-01"),
    async go(page, site, look) {
      await toResults(page, site, await person("n01"));
      await look("results, review due");
    },
  },
  "the law is too old": {
    change: on("2029-06-01"),
    async go(page, site, look) {
      await toResults(page, site, await person("n01"));
      await look("results, withheld");
    },
  },
  "the clock is wrong": {
    change: on("2020-01-01"),
    async go(page, site, look) {
      await page.open(site.url);
      await look("start, clock behind");
    },
  },
  "an institution": {
    async go(page, site, look) {
      await page.open(`${site.url}?for=demo`);
      await look("start, institution");
    },
  },
  "the page for offices": {
    async go(page, site, look) {
      await page.driver.open(`${site.url}embed/`);
      await page.until("the snippet", () => document.getElementById("snippet")?.textContent);
      await look("page for offices");
    },
  },
  "the map": {
    async go(page, site, look) {
      await page.driver.open(`${site.url}map/`);
      await both(page, look, "map");
      await page.driver.open(`${site.url}zh-hans/map/`);
      await page.evaluate(open);
      await look("map in Chinese, all open");
    },
  },
  "the gallery of components": {
    change: gallery,
    async go(page, site, look) {
      await page.driver.open(`${site.url}gallery/`);
      await both(page, look, "gallery of components");
    },
  },
  "no such page": {
    async go(page, site, look) {
      await page.driver.open(`${site.url}nowhere`);
      await look("no such page");
    },
  },
};
