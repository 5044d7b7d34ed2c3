// Every language: its own page, every view without overflow or a finding of axe, and switching on the way.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";
import { others, tags as languages, unmarkedEnglish } from "./library/languages.mjs";
import { folder as site, manifest } from "./library/site.mjs";
import { answerAll, as, persons, press, questions } from "./library/walk.mjs";

const ONLY_HERE = { in: ["chromium"] };
/** For what takes a long time: every browser with `cargo xtask test --long`. */
const MANY = process.env.DEEMED_LONG ? undefined : ["chromium"];
const document = (page) => page.evaluate(() => {
  const { lang, dir } = window.document.documentElement;
  return { lang, dir };
});
const problems = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = window.document.documentElement;
  const wide = (element) => element.getBoundingClientRect().right > clientWidth + 1 || element.getBoundingClientRect().left < -1;
  const widest = [...window.document.querySelectorAll("main *, header *, footer *")].filter(wide);
  return scrollWidth > clientWidth ? [`${scrollWidth} wide`, ...widest.slice(0, 3).map((element) => element.outerHTML.slice(0, 200))] : [];
});
const openAll = async (page) => {
  await page.evaluate(() => {
    for (const details of window.document.querySelectorAll("details")) {
      details.open = true;
    }
  });
  // What opens fades in.
  await pause(200);
};

/** Presses the first button of a view's own. */
const goOn = (page) => page.evaluate(() => window.document.querySelector("main button.primary").click());

const clickOn = (page, selector) => page.evaluate((where) => window.document.querySelector(where).click(), selector);

/** Answers every question with "I don't know", whatever the language; `look` is called at each. */
async function knowNothing(page, look = async () => undefined) {
  for (let step = 0; step < 60; step += 1) {
    const asks = await page.evaluate(() => Boolean(window.document.querySelector("main fieldset legend h1, main select#place")));
    if (!asks) {
      return;
    }
    await look(`question ${step}`);
    const before = await page.evaluate(() => history.state);
    await page.evaluate(() => {
      const place = window.document.getElementById("place");
      if (place) {
        place.value = "unknown";
        place.dispatchEvent(new Event("change", { bubbles: true }));
      } else {
        window.document.getElementById("unknown").click();
      }
    });
    await pause(20);
    await goOn(page);
    await page.until("the next view", (known) => history.state !== known, before);
  }
}

/** Goes through all that there is to see, from the start. */
async function throughAll(page, look) {
  await look("start");
  await goOn(page);
  await page.until("a question", () => Boolean(window.document.querySelector("main form")));
  await goOn(page);
  await page.until("the error", () => Boolean(window.document.getElementById("error")));
  await look("error");
  await knowNothing(page, look);
  await look("check");
  await goOn(page);
  await page.until("the results", () => Boolean(window.document.querySelector("main .in-short")));
  await openAll(page);
  await look("results");
  await clickOn(page, "section.bills button");
  await page.until("the bills or a question for them", () => Boolean(window.document.querySelector("main form, main .beside")));
  await knowNothing(page, look);
  await page.until("law and bills", () => Boolean(window.document.querySelector("main .beside")));
  await clickOn(page, ".beside .buttons button");
  await openAll(page);
  await look("law and bills side by side");
  await clickOn(page, ".beside .buttons button:last-child");
  await page.until("the bills", () => !window.document.querySelector("main .beside"));
  await openAll(page);
  await look("bills");
  const entries = await page.evaluate(() => window.document.querySelectorAll("footer nav button, footer ul button").length);
  for (let entry = 0; entry < entries; entry += 1) {
    await page.evaluate((at) => window.document.querySelectorAll("footer nav button, footer ul button")[at].click(), entry);
    await pause(60);
    await openAll(page);
    await look(await page.text("main h1"));
  }
  await clickOn(page, "header .leave");
  await page.until("the end", () => !window.document.querySelector("header .leave"));
  await look("left");
}

for (const { tag, about, say, folder } of others) {
  inBrowsers(`${tag} has a page of its own, found by its own words`, async (page, site) => {
    await page.open(site.url + folder);
    assert.deepEqual(await document(page), { lang: tag, dir: about.direction });
    assert.equal(await page.text("h1"), say("start.title"));
    const html = await (await fetch(site.url + folder)).text();
    assert.ok(html.includes(`<title>${say("site.title")}</title>`));
    assert.ok(html.includes(say("site.description")) && html.includes(say("site.plain.deemed")));
    for (const other of languages) {
      assert.ok(html.includes(`hreflang="${other}"`), other);
    }
    assert.ok(html.includes('hreflang="x-default"'));
    assert.deepEqual(await page.problems(), []);
  });

  inBrowsers(`${tag}: every view holds at 320 pixels, marks what is English, and axe finds nothing`, async (page, site) => {
    await page.viewport(320, 640);
    await page.open(site.url + folder);
    const kinds = new Set();
    await throughAll(page, async (name) => {
      assert.deepEqual(await problems(page), [], name);
      assert.deepEqual(await page.evaluate(unmarkedEnglish), [], name);
      const ways = await page.evaluate(() => [...window.document.querySelectorAll("svg text")].map((text) => getComputedStyle(text).direction));
      assert.ok(ways.every((way) => way === about.direction), `${name}: words of a drawing run the wrong way`);
      // Questions are made alike: axe looks at the first three.
      const kind = name.startsWith("question") && Number(name.slice(9)) > 2 ? "question" : name;
      if (!kinds.has(kind)) {
        kinds.add(kind);
        assert.deepEqual(await page.violations(), [], name);
      }
    });
    assert.ok(kinds.size > 10, `${kinds.size} views`);
    assert.deepEqual(await page.problems(), []);
  }, { timeout: 300_000, in: MANY });

  inBrowsers(`${tag}: the map of all the rules holds at 320 pixels and marks what is English`, async (page, site) => {
    await page.viewport(320, 640);
    await page.open(`${site.url}${folder}map/`, { ready: false });
    assert.deepEqual(await document(page), { lang: tag, dir: about.direction });
    await openAll(page);
    assert.deepEqual(await problems(page), []);
    assert.deepEqual(await page.evaluate(unmarkedEnglish), []);
    assert.deepEqual(await page.violations(), []);
  }, { in: MANY });

  inBrowsers(`a frame names ${tag} by its address`, async (page, site) => {
    await page.open(`${site.url}?lang=${tag}`);
    assert.equal((await document(page)).lang, tag);
    await page.sees(say("start.title"));
  }, ONLY_HERE);
}

inBrowsers("switching on the way asks for nothing and keeps answers, place and focus", async (page, site) => {
  await page.open(site.url);
  await press(page, "Begin");
  const person = (await persons())[0];
  await answerAll(page, await questions(), (question) => (question.fact === "status" ? 0 : as(person)(question)), async ({ fact }) => {
    if (fact !== "status") {
      return;
    }
    await page.evaluate(() => window.document.getElementById("choice-1").click());
    await pause(50);
    const before = { requests: site.requests.length, place: await page.evaluate(() => history.state), url: await page.url() };
    const question = await page.text("main h1");
    for (const { tag, about, say } of [...others, { tag: "en", about: { name: "English", direction: "ltr" } }]) {
      await page.click("button", about.name);
      await page.until(`${tag} to be spoken`, (wanted) => window.document.documentElement.lang === wanted, tag);
      assert.equal(await page.evaluate(() => window.document.getElementById("choice-1").checked), true, tag);
      assert.equal((await page.focused()).text, about.name);
      assert.equal((await document(page)).dir, about.direction);
      if (say) {
        assert.notEqual(await page.text("main h1"), question);
        await page.sees(say("question.continue"));
      }
    }
    assert.equal(await page.text("main h1"), question);
    assert.deepEqual(
      { requests: site.requests.length, place: await page.evaluate(() => history.state), url: await page.url() },
      before,
    );
  });
});

inBrowsers("words that are not ours are refused, and their language is told to be away", async (page, site) => {
  await page.open(site.url);
  await page.sees("(not available now)");
  assert.equal(await page.has("button", others[0].about.name), false);
  await press(page, "Begin");
  await page.sees("Continue");
  await page.open(site.url + others[0].folder);
  assert.equal((await document(page)).lang, "en");
}, {
  ...ONLY_HERE,
  change: (name, bytes) => (name.startsWith(`words-${others[0].tag}-`) ? Buffer.concat([bytes, Buffer.from(" ")]) : bytes),
});

inBrowsers("an address that leads nowhere is told in every language", async (page, site) => {
  await page.open(`${site.url}nowhere`, { ready: false });
  for (const { tag, say } of others) {
    assert.equal(await page.text(`section[lang="${tag}"] h2`), say("site.missing"));
  }
  assert.deepEqual(await page.violations(), []);
}, ONLY_HERE);

/** The file with the words of a language, as it was built. */
const { files } = await manifest();
const fileOf = (tag) => Object.keys(files).find((name) => name.startsWith(`words-${tag}-`));

/** Puts a made-up language in place of a real one: its words, and their digest in the pages. */
async function disguised(tag, alter) {
  const { words, places } = JSON.parse(await readFile(join(site, fileOf(tag)), "utf8"));
  const texts = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, key === "product.name" ? text : alter(text)]));
  const bytes = Buffer.from(JSON.stringify({ words: texts, places }));
  const digest = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  return (name, built) => {
    if (name === fileOf(tag)) {
      return bytes;
    }
    const before = new RegExp(`(${fileOf(tag)}&quot;,&quot;)[^&]*`);
    return name.endsWith("index.html") ? String(built).replace(before, `$1${digest}`) : built;
  };
}

const outsideNames = (alter) => (text) => text.split(/(\{[^}]*\})/).map((part) => (part.startsWith("{") ? part : alter(part))).join("");
const PSEUDO = {
  // Words as long as German's.
  long: { dir: "ltr", alter: outsideNames(() => "Ausfuhrgenehmigungspflichtigkeit der Softwarequelltexte ") },
  // From right to left.
  mirrored: { dir: "rtl", alter: outsideNames((text) => text.replace(/\p{L}/gu, (letter) => String.fromCharCode(0x5d0 + (letter.charCodeAt(0) % 22)))) },
};

for (const [kind, { dir, alter }] of Object.entries(PSEUDO)) {
  const [{ tag, folder }] = others;
  inBrowsers(`a made-up language that is ${kind} fits at 320 pixels`, async (page, site) => {
    await page.viewport(320, 640);
    await page.open(site.url + folder);
    await page.evaluate((way) => window.document.documentElement.setAttribute("dir", way), dir);
    await throughAll(page, async (name) => {
      assert.deepEqual(await problems(page), [], name);
    });
  }, { ...ONLY_HERE, change: await disguised(tag, alter) });
}
