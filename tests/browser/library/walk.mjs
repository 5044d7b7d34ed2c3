// Walks through the questions as a person would, each answer chosen by a policy.

import { readdir, readFile } from "node:fs/promises";

const RULEBOOK = new URL("../../../rulebook/", import.meta.url);

const readJson = async (name) => JSON.parse(await readFile(new URL(name, RULEBOOK), "utf8"));

/** The rulebook's questions by their heading, each with the fact's name and its values in order. */
export async function questions() {
  const { questions: facts } = await readJson("rulebook.json");
  const places = (await readJson("places.json")).places.map(({ id }) => id);
  const found = new Map();
  for (const fact of facts) {
    const { heading, choices } = await readJson(`questions/${fact}.json`);
    found.set(heading, { fact, values: choices?.map(({ value }) => value) ?? places, isPlaces: !choices });
  }
  return found;
}

/** The page's texts by key, and the titles of the sections. */
export async function texts() {
  const page = new URL("../../../locales/en/page.json", import.meta.url);
  const { sections } = await readJson("rulebook.json");
  return { words: JSON.parse(await readFile(page, "utf8")), sections: sections.map(({ title }) => title) };
}

/** The people of the scenarios: name and facts. */
export async function persons() {
  const names = (await readdir(new URL("scenarios/", RULEBOOK))).filter((name) => name.endsWith(".json")).sort();
  const all = await Promise.all(names.map((name) => readJson(`scenarios/${name}`)));
  return all.filter(({ facts }) => facts);
}

/** Policies: from a question (`fact`, `values`) to the place of the choice, or "unknown". */
export const first = () => 0;
export const last = ({ values }) => values.length - 1;
export const nothingKnown = () => "unknown";

/** Answers as the person of a scenario; what the scenario leaves open is unknown. */
export const as = (person) => ({ fact, values }) => {
  const place = values.indexOf(person.facts[fact]);
  return place < 0 ? "unknown" : place;
};

/**
 * Ways that together take every choice of every question, "I don't know" included: each is a policy that
 * is likely to take a choice not taken so far. `taken` holds what was taken, as `fact=choice`.
 */
export function* towardsEvery(known, people, taken) {
  const wanted = [...known.values()].flatMap(({ fact, values, isPlaces }) =>
    (isPlaces ? [] : values).map((value, choice) => ({ fact, value, choice, name: `${fact}=${choice}` })));
  const open = ({ facts }) => wanted.filter(({ fact, value, name }) => facts[fact] === value && !taken.has(name)).length;
  // The persons who can take most of what is not taken come first; each has one try.
  const left = new Set(people);
  for (;;) {
    const [most] = [...left].map((person) => [person, open(person)]).sort(([, a], [, b]) => b - a);
    if (!most || most[1] === 0) {
      break;
    }
    left.delete(most[0]);
    yield as(most[0]);
  }
  for (const { fact } of known.values()) {
    for (const { facts } of people.filter((person) => person.facts[fact])) {
      if (taken.has(`${fact}=unknown`)) {
        break;
      }
      const { [fact]: _, ...others } = facts;
      yield as({ facts: others });
    }
  }
}

/** Runs in the page: the question in view, or nothing. */
const inView = () => {
  const heading = document.querySelector("main h1");
  const asks = document.querySelector("main fieldset, main select#place");
  return { heading: heading?.textContent.trim(), asks: Boolean(asks), place: history.state };
};

/** Runs in the page: picks the choice and goes on; resolves when the view has changed. */
const give = async (choice) => {
  const soon = () => new Promise((done) => setTimeout(done));
  const select = document.getElementById("place");
  if (select) {
    // A long list comes just after its view was painted.
    while (!select.querySelector(`option[value="${choice}"]`)) {
      await soon();
    }
    select.value = String(choice);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    document.getElementById(choice === "unknown" ? "unknown" : `choice-${choice}`).click();
  }
  await soon();
  const before = history.state;
  document.querySelector("main form button.primary").click();
  // By the clock: browsers count a short wait differently, above all on a busy machine.
  const end = Date.now() + 20_000;
  while (history.state === before && Date.now() < end) {
    await soon();
  }
  return history.state !== before;
};

/**
 * Answers questions by the policy until none is left; `look(question)` is called at each. Returns the
 * steps: fact and choice.
 */
export async function answerAll(page, known, policy, look) {
  const steps = [];
  for (;;) {
    const view = await page.evaluate(inView);
    const question = known.get(view.heading);
    if (!view.asks || !question) {
      return steps;
    }
    if (look) {
      await page.whole();
      await look(question);
    }
    const choice = policy(question);
    if (!(await page.evaluate(give, choice))) {
      throw new Error(`"${view.heading}" did not take the choice ${choice}`);
    }
    steps.push({ fact: question.fact, choice });
    if (steps.length > 60) {
      throw new Error("the questions do not end");
    }
  }
}

/** Presses a button by the beginning of its words, without waiting for the mouse. */
export async function press(page, words) {
  await page.until(`the button "${words}"`, (wanted) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim().startsWith(wanted));
    button?.click();
    return Boolean(button);
  }, words);
}

/** Waits until the heading of the view begins with the words, and the view is whole. */
export async function heading(page, words) {
  await page.until(`the heading "${words}"`, (wanted) =>
    document.querySelector("main h1")?.textContent.trim().startsWith(wanted), words);
  await page.whole();
}
