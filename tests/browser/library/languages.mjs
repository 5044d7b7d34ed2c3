// The languages of the page as the files have them, and what a reader of one meets in the browser.

import { readdir, readFile } from "node:fs/promises";

import { questions } from "./walk.mjs";

const ROOT = new URL("../../../", import.meta.url);
const readJson = async (path) => JSON.parse(await readFile(new URL(path, ROOT), "utf8"));

/** The tags of all languages, English first. */
export const { languages: tags } = await readJson("rulebook/rulebook.json");

/** A language but English: tag, what is known of it, its folder in the address, and its page texts by key. */
async function language(tag) {
  const words = await readJson(`locales/${tag}/page.json`);
  const about = await readJson(`locales/${tag}/language.json`);
  return { tag, about, say: (key) => words[`page#${key}`].text, folder: `${tag.toLowerCase()}/` };
}

/** Every language but English. */
export const others = await Promise.all(tags.filter((tag) => tag !== "en").map(language));

/** English in the same form. */
export async function english() {
  const words = await readJson("locales/en/page.json");
  return { tag: "en", about: { name: "English", direction: "ltr" }, say: (key) => words[key], folder: "" };
}

/** The texts of a rule file in a language by key; in English where it lacks them. */
async function texts(tag, file) {
  return tag === "en" ? {} : readJson(`locales/${tag}/${file}.json`).catch(() => ({}));
}

/** The questions as `questions` gives them, by their heading in the language. */
export async function questionsIn(tag) {
  const known = new Map();
  for (const [heading, question] of await questions()) {
    const own = await texts(tag, `questions/${question.fact}`);
    known.set(own[`questions/${question.fact}#heading`]?.text ?? heading, question);
  }
  return known;
}

/** The ids of all outcomes by their headline in the language. */
export async function headlinesIn(tag) {
  const files = (await readdir(new URL("rulebook/outcomes/", ROOT), { recursive: true })).filter((name) => name.endsWith(".json"));
  const found = new Map();
  for (const name of files.sort()) {
    const id = `outcomes/${name.slice(0, -5)}`;
    const { headline } = await readJson(`rulebook/${id}.json`);
    const own = await texts(tag, id);
    found.set(own[`${id}#headline`]?.text ?? headline, id);
  }
  return found;
}

/**
 * Runs in the page: what reads as English and is not marked as such, in texts and in names for ears.
 * A legal term may stand in brackets beside its translation; a sentence may not. A drawing is one image to ears,
 * and the list beside it says the same.
 */
export const unmarkedEnglish = () => {
  const row = /(?:[A-Za-z][A-Za-z’'-]*[ \n]+){3}[A-Za-z]/;
  const isTerm = (words) => words.split(/\s+/).length <= 8 && !words.trim().endsWith(".");
  const withoutTerms = (text) => text.replace(/[（(]([^（()）]*)[）)]/g, (all, words) => (isTerm(words) ? "" : all));
  const isEnglish = (text) => row.test(withoutTerms(text));
  const isMarked = (element) => element.closest("[lang]")?.lang === "en" || Boolean(element.closest('script, style, template, svg[role="img"]'));
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (isEnglish(data) && !isMarked(parentElement)) {
      found.push(data);
    }
  }
  for (const element of document.querySelectorAll("[aria-label], [alt], [title], [placeholder]")) {
    const names = ["aria-label", "alt", "title", "placeholder"].map((name) => element.getAttribute(name) ?? "");
    found.push(...names.filter((name) => isEnglish(name) && !isMarked(element)));
  }
  return isEnglish(document.title) ? [document.title, ...found] : found;
};

/** Runs in the page: English sentences that are marked, but are no citation, no source and no part of a letter. */
export const englishSentences = () => [...document.querySelectorAll('[lang="en"]')]
  .filter((element) => !element.closest(".citations, .languages, .letter, code"))
  .map((element) => element.textContent.trim())
  .filter((text) => text.split(/\s+/).length > 3);
