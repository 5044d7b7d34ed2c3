// A reader of another language, from the page that a search finds to the letter for the office.

import assert from "node:assert/strict";

import { inBrowsers } from "./library/browsers.mjs";
import { english, englishSentences, headlinesIn, others, questionsIn, unmarkedEnglish } from "./library/languages.mjs";
import { answerAll, as, persons, press } from "./library/walk.mjs";

const ONLY_HERE = { in: ["chromium"] };
const chinese = others.filter(({ tag }) => tag.startsWith("zh"));
const people = await persons();
/** The first person of the scenarios who is led to each outcome of the law in force. */
const led = new Map(people.map((person) => [person.expect?.["ear/access"]?.outcome ?? "open", person]).reverse());

/** Runs in the page: opens all that opens. */
const openAll = () => document.querySelectorAll("details").forEach((details) => (details.open = true));

/** Answers as the person does and goes to the results; `look` is called at each view. */
async function toResults(page, { tag, say }, person, look = async () => undefined) {
  await press(page, say("start.begin"));
  await page.until("a question", () => Boolean(document.querySelector("main form")));
  await answerAll(page, await questionsIn(tag), as(person), look);
  await look();
  await press(page, say("check.results"));
  await page.until("the results", () => Boolean(document.querySelector("main .in-short")));
  await look();
}

for (const one of chinese) {
  const { tag, say, folder } = one;
  inBrowsers(`${tag}: from search to letter no English sentence is met but terms and sources`, async (page, site) => {
    const html = await (await fetch(site.url + folder)).text();
    const found = [html.match(/<title>(.*?)<\/title>/)[1], html.match(/<meta name="description" content="(.*?)"/)[1]];
    for (const words of found) {
      assert.match(words, /\p{Script=Han}{4}/u);
    }
    await page.open(site.url + folder);
    const look = async () => {
      await page.evaluate(openAll);
      const where = await page.text("main h1");
      assert.match(where, /\p{Script=Han}/u);
      assert.deepEqual(await page.evaluate(unmarkedEnglish), [], where);
      assert.deepEqual(await page.evaluate(englishSentences), [], where);
    };
    await look();
    await toResults(page, one, led.get("license-likely-required"), look);
    await press(page, say("take.title"));
    await page.until("the letter", () => document.querySelectorAll(".letter pre").length === 2);
    await look();
    const letter = await page.evaluate(() => [...document.querySelectorAll(".letter pre")].map((side) => ({ lang: side.lang, text: side.textContent })));
    assert.deepEqual(letter.map(({ lang }) => lang), ["en", tag]);
    const lines = letter.map(({ text }) => text.split("\n").filter((line) => line.startsWith("- ")).length);
    assert.ok(lines[0] > 0 && lines[0] === lines[1], `${lines} questions`);
    assert.doesNotMatch(letter[0].text, /\p{Script=Han}/u);
    assert.match(letter[1].text, /\p{Script=Han}/u);
    assert.deepEqual(await page.problems(), []);
  });

  inBrowsers(`${tag}: what is printed is in the language, and the letter in both`, async (page, site) => {
    await page.open(site.url + folder);
    await toResults(page, one, led.get("license-likely-required"));
    await page.driver.page.emulateMediaType("print");
    const results = await page.text("main");
    assert.ok(results.includes(say("result.do-now")), results);
    assert.deepEqual(await page.evaluate(unmarkedEnglish), []);
    await page.driver.page.emulateMediaType("screen");
    await press(page, say("take.title"));
    await page.until("the letter", () => document.querySelectorAll(".letter pre").length === 2);
    await page.driver.page.emulateMediaType("print");
    const shown = await page.evaluate(() => [...document.querySelectorAll(".letter pre")].map((side) => side.getClientRects().length > 0));
    assert.deepEqual(shown, [true, true]);
    assert.equal(await page.evaluate(() => document.querySelector("nav.languages").getClientRects().length), 0);
  }, ONLY_HERE);

  inBrowsers(`${tag}: set as its script asks for`, async (page, site) => {
    await page.open(site.url + folder);
    const style = await page.evaluate(() => {
      const { lineBreak, fontFamily } = getComputedStyle(document.querySelector("main p"));
      const leading = (selector) => {
        const { lineHeight, fontSize } = getComputedStyle(document.querySelector(selector));
        return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
      };
      return { lineBreak, fontFamily, text: leading("main p"), heading: leading("main h1") };
    });
    assert.equal(style.lineBreak, "strict");
    assert.match(style.fontFamily, tag === "zh-Hans" ? /^"?PingFang SC.*Noto Sans CJK SC/ : /^"?PingFang TC.*Noto Sans CJK TC/);
    assert.ok(style.text >= 1.65 && style.heading >= 1.35, JSON.stringify(style));
    await toResults(page, one, led.get("license-likely-required"));
    await page.evaluate(openAll);
    const slanted = await page.evaluate((lang) => [...document.querySelectorAll("body *")]
      .filter((element) => element.closest("[lang]").lang === lang && getComputedStyle(element).fontStyle !== "normal")
      .map((element) => element.outerHTML.slice(0, 80)), tag);
    assert.deepEqual(slanted, []);
  }, ONLY_HERE);
}

inBrowsers("the same answers give the same outcomes in every language", async (page, site) => {
  for (const person of [...led.values()].slice(0, 4)) {
    const outcomes = new Map();
    for (const one of [await english(), ...others]) {
      const headlines = await headlinesIn(one.tag);
      await page.open(site.url + one.folder);
      await toResults(page, one, person);
      const short = await page.text("main .in-short");
      const found = [...headlines].filter(([headline]) => short.includes(headline)).map(([, id]) => id);
      assert.ok(found.length > 0 || short.includes(one.say("result.open")), `${one.tag}: ${short}`);
      outcomes.set(one.tag, found.sort());
    }
    for (const { tag } of others) {
      assert.deepEqual(outcomes.get(tag), outcomes.get("en"), `${person.id} in ${tag}`);
    }
  }
}, { ...ONLY_HERE, timeout: 300_000 });

inBrowsers("unmarked English would be seen, and a marked sentence too", async (page, site) => {
  const [{ folder }] = chinese;
  await page.open(site.url + folder);
  await page.evaluate(() => {
    const add = (words, lang) => document.querySelector("main").append(Object.assign(document.createElement("p"), { textContent: words, lang }));
    add("视同出口（deemed export）", "");
    add("Nobody wrote this in Chinese.", "zh-Hans");
    add("（Nobody wrote this in Chinese.）", "zh-Hans");
    add("Nobody wrote this either.", "en");
  });
  assert.equal((await page.evaluate(unmarkedEnglish)).length, 2);
  assert.deepEqual(await page.evaluate(englishSentences), ["Nobody wrote this either."]);
}, ONLY_HERE);

/** Runs in the page: the headings of the list of places, and the place that is marked. */
const places = () => {
  const select = document.getElementById("place");
  return { headings: [...select.querySelectorAll("optgroup")].map(({ label }) => label), marked: select.selectedOptions[0].textContent };
};
const LISTS = {
  "zh-Hans": { typed: "z", found: /^Z /, ascending: (heading) => heading.codePointAt(0) },
  "zh-Hant": { typed: "1", found: /^1\d劃 /, ascending: (heading) => Number.parseInt(heading, 10) },
};

for (const { tag, say, folder } of chinese) {
  inBrowsers(`${tag}: a country is found by pinyin or strokes, and by its English name`, async (page, site) => {
    await page.open(site.url + folder);
    await press(page, say("start.begin"));
    const known = await questionsIn(tag);
    const [heading, { values }] = [...known].find(([, question]) => question.isPlaces);
    for (const unknown = () => document.getElementById("unknown")?.click(); await page.text("main h1") !== heading;) {
      const before = await page.evaluate(() => history.state);
      await page.evaluate(unknown);
      await page.until("the mark", () => document.getElementById("unknown")?.checked);
      await page.evaluate(() => document.querySelector("main form button.primary").click());
      await page.until("the next question", (state) => history.state !== state, before);
    }
    await page.whole();
    const { headings } = await page.evaluate(places);
    const { typed, found, ascending } = LISTS[tag];
    assert.ok(headings.length > 10);
    assert.deepEqual(headings, [...headings].sort((one, other) => ascending(one) - ascending(other)));
    await page.evaluate(() => document.getElementById("place").focus());
    await page.press(typed);
    assert.match((await page.evaluate(places)).marked, found);
    const china = String(values.indexOf("CN"));
    await page.evaluate((value) => {
      const select = document.getElementById("place");
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, china);
    const own = (await page.evaluate(places)).marked;
    assert.match(own, /（China）$/);
    await press(page, say("place.by-english"));
    await page.until("English names first", () => !document.querySelector("#place optgroup"));
    assert.match((await page.evaluate(places)).marked, /^China（/);
    await page.evaluate(() => document.getElementById("place").focus());
    for (const letter of "jap") {
      await page.press(letter);
    }
    assert.match((await page.evaluate(places)).marked, /^Japan（/);
    await press(page, say("place.by-own"));
    await page.until("the own order", () => Boolean(document.querySelector("#place optgroup")));
    assert.match((await page.evaluate(places)).marked, /（Japan）$/);
    await page.click("button", "English");
    await page.until("English", () => document.documentElement.lang === "en");
    assert.equal((await page.evaluate(places)).marked, "Japan");
  }, ONLY_HERE);
}
