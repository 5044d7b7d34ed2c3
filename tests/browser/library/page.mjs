// The one interface that tests use, above what each driver gives.

import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { find } from "./find.mjs";

/** Milliseconds that a thing may take on a machine that has much else to do. */
const PATIENCE = 30_000;
/** Milliseconds after which a question to the page counts as lost, as when it is being left. */
const LOST = 5000;
const AXE = fileURLToPath(new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url));

/**
 * A page of any browser. The driver gives: open(url), evaluate(function, ...values), element(function,
 * ...values) with click(), press(key), viewport(width, height), problems(), close().
 */
export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** Opens the address and waits until the program runs, or `ready` is false. */
  async open(url, { ready = true } = {}) {
    await this.driver.open(url);
    await this.until("the browser to answer", () => document.readyState).catch((reason) => {
      throw Object.assign(reason, { isLost: true });
    });
    if (ready) {
      await this.until("the program to run", () => !document.getElementById("unverified"));
      await this.until("a heading", () => Boolean(document.querySelector("h1")));
    }
  }

  /** The frame of that number, once the program runs in it. */
  async frame(at = 0) {
    const frame = new Page(this.driver.frame(at));
    // One question, since a frame that is still empty has nothing unverified in it either.
    await frame.until("the program to run in the frame", () => {
      const waits = document.readyState !== "complete" || document.getElementById("unverified");
      return !waits && Boolean(document.querySelector("h1"));
    });
    return frame;
  }

  /** Runs the function inside the page and returns its value. */
  evaluate(work, ...values) {
    return this.driver.evaluate(work, ...values);
  }

  /** Waits until the function, run inside the page, gives something true. */
  async until(what, work, ...values) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const question = this.evaluate(work, ...values).catch(() => undefined);
      const value = await Promise.race([question, pause(LOST, undefined, { ref: false })]);
      if (value) {
        return value;
      }
      await pause(40);
    }
    const text = await this.text().catch(() => "nothing");
    throw new Error(`waited for ${what} in vain; the page reads: ${text}`);
  }

  /** Waits until the view is whole: closed parts, long lists and later results come just after it was painted. */
  whole() {
    return this.until("the whole view", () => {
      const count = (selector) => document.querySelectorAll(selector).length;
      const place = document.getElementById("place");
      const hasResults = count("main .result") >= count("main .in-short > li");
      return hasResults && count("main details > .disclosed:empty") === 0 && (!place || place.length > 2);
    });
  }

  /** Clicks the element with the role (see find.mjs) and the name. */
  async click(role, name) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const element = await this.driver.element(find, role, name);
      if (element) {
        await element.click();
        return;
      }
      await pause(40);
    }
    throw new Error(`there is no ${role} named "${name}"; the page reads: ${await this.text()}`);
  }

  /** Clicks a choice by the words of its label. */
  clickLabel(name) {
    return this.click("label", name);
  }

  /** Whether an element with the role and the name is shown now. */
  async has(role, name) {
    return Boolean(await this.driver.element(find, role, name));
  }

  /** Waits until the words are shown. */
  sees(words) {
    return this.until(`"${words}"`, (wanted) => document.body.innerText.includes(wanted), words);
  }

  /** The text of the page, or of the first element that the selector names. */
  text(selector = "body") {
    return this.evaluate((where) => document.querySelector(where)?.innerText ?? "", selector);
  }

  /** The title in the tab. */
  title() {
    return this.evaluate(() => document.title);
  }

  /** The address. */
  url() {
    return this.evaluate(() => location.href);
  }

  /** Tag, id and text of the element that has the focus. */
  focused() {
    return this.evaluate(() => {
      const { tagName, id, innerText } = document.activeElement ?? {};
      return { tag: tagName?.toLowerCase(), id, text: innerText };
    });
  }

  /** Presses a key, such as "Tab", "Enter", "Space" or "ArrowDown". */
  press(key) {
    return this.driver.press(key);
  }

  /** Goes one step back, as the Back button does. */
  back() {
    // Not at once: a page that is being left may never answer.
    return this.evaluate(() => void setTimeout(() => history.back()));
  }

  /** Leaves for the address, as a link does. */
  leave(address) {
    return this.evaluate((to) => void setTimeout(() => location.assign(to)), address);
  }

  /** Makes the window's inside this large. */
  viewport(width, height) {
    return this.driver.viewport(width, height);
  }

  /** Errors in the console, refused requests and uncaught exceptions since the start. */
  problems() {
    return this.driver.problems();
  }

  /** What the rules of axe-core find, one line for each violation. */
  async violations() {
    if (!(await this.evaluate(() => Boolean(window.axe)))) {
      await this.driver.inject(await readFile(AXE, "utf8"));
    }
    return this.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
    });
  }

  close() {
    return this.driver.close();
  }
}
