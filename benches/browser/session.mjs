// Whole sessions: how soon an answer is followed by the next question, and what a thousand sessions leave.

import { freshPage } from "./browser.mjs";

/** Runs in the page: lets the tests below press and measure. */
const tools = () => {
  const paint = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    });
  });
  const soon = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });
  const primary = () => document.querySelector("main button.primary");
  const question = () => document.querySelector("main fieldset, main select#place");
  /** Picks the first choice, or the country of that number. */
  const pick = async (last) => {
    const place = document.getElementById("place");
    if (place) {
      // A long list comes just after its view was painted.
      while (!place.querySelector('option[value="40"]')) {
        await soon();
      }
      place.value = "40";
      place.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      const choices = document.querySelectorAll("main fieldset input[type=radio]");
      choices[last ? choices.length - 1 : 0].click();
    }
  };
  window.bench = { paint, soon, long, primary, question, pick };
};

/** Runs in the page: one way through all views; gives what was pressed and the milliseconds to paint. */
const walk = async (last, languages) => {
  const { paint, primary, question, pick } = window.bench;
  const times = [];
  const press = async (what, work) => {
    await paint();
    const begin = performance.now();
    work();
    times.push({ what, time: (await paint()) - begin });
  };
  await press("begin", () => primary().click());
  for (let count = 0; question() && count < 60; count += 1) {
    await press("choice", () => void pick(last));
    await press("answer", () => primary().click());
  }
  await press("results", () => primary().click());
  for (const language of languages) {
    const button = document.querySelector(`header nav.languages button[lang="${language}"]`);
    await press("language", () => button.click());
  }
  await press("leave", () => document.querySelector("header .leave").click());
  return { times, long: window.bench.long.splice(0) };
};

async function ready(page, url) {
  await page.evaluateOnNewDocument(tools);
  await page.goto(url, { waitUntil: "load" });
  // All languages are there, so that nothing but answers happens from now on.
  await page.waitForFunction(() => !document.getElementById("fallback"), { timeout: 120_000 });
}

/** Times of all presses in several ways through the questions, on the slow processor. */
export async function latency(browser, url, rounds) {
  const times = [];
  const long = [];
  for (let round = 0; round < rounds; round += 1) {
    const { page, close } = await freshPage(browser, { processor: true });
    await ready(page, url);
    const walked = await page.evaluate(walk, round % 2 === 1, ["zh-Hans", "en"]);
    times.push(...walked.times);
    long.push(...walked.long);
    await close();
  }
  return { times, long };
}

/** Runs before the page: keeps the memory of every program that is started. */
const keepMemory = () => {
  window.benchMemories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...inputs) => {
    const made = await instantiate(...inputs);
    window.benchMemories.push((made.instance ?? made).exports.memory);
    return made;
  };
};

/** Runs in the page: sessions one after the other, each with all questions, the results and the wiping. */
const sessions = async (count) => {
  const { soon, primary, question, pick } = window.bench;
  /** Presses what `find` finds, once it is drawn. */
  const press = async (find) => {
    for (let wait = 0; wait < 10_000 && !find(); wait += 1) {
      await soon();
    }
    find().click();
    await soon();
  };
  for (let session = 0; session < count; session += 1) {
    await press(primary);
    for (let steps = 0; question() && steps < 60; steps += 1) {
      await pick(session % 2 === 1);
      await soon();
      await press(primary);
    }
    await press(primary);
    await press(() => document.querySelector("header .leave"));
    // The page after leaving offers to begin again.
    await press(() => document.querySelector("main button"));
  }
  return window.benchMemories.map((memory) => memory.buffer.byteLength);
};

/** Bytes of the program's memory after the first session, and after all; and the browser's heap. */
export async function memory(browser, url, count) {
  const { page, close } = await freshPage(browser);
  await page.evaluateOnNewDocument(keepMemory);
  await ready(page, url);
  const wire = await page.createCDPSession();
  const heap = async () => {
    await wire.send("HeapProfiler.collectGarbage");
    return (await page.metrics()).JSHeapUsedSize;
  };
  const [first] = await page.evaluate(sessions, 2);
  const heapFirst = await heap();
  for (let done = 2; done < count; done += 50) {
    await page.evaluate(sessions, Math.min(50, count - done));
  }
  const [last] = await page.evaluate(sessions, 1);
  const heapLast = await heap();
  await close();
  return { first, last, heapFirst, heapLast };
}
