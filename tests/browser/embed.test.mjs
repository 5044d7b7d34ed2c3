// The check on other websites: each way in, with what the page for offices gives out.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";

import { inBrowsers } from "./library/browsers.mjs";
import { choose, faults, hostPage, press, runThrough, serveHost, snippetOf } from "./library/host.mjs";
import { folder } from "./library/site.mjs";

/** Opens a host's page and gives the host and the frame to `work`. */
async function onHost(page, body, work, { head, headers, frames = 1 } = {}) {
  const host = await serveHost({ "/": hostPage(body, head) }, headers);
  try {
    await page.driver.open(`${host.url}/`);
    const all = [];
    for (let at = 0; at < frames; at += 1) {
      if (at > 0) {
        // What lies below the fold may load only once somebody scrolls there.
        await page.until("the frame", (nth) => {
          const frame = document.querySelectorAll("iframe")[nth];
          frame?.scrollIntoView();
          return frame !== undefined;
        }, at);
      }
      all.push(await page.frame(at));
    }
    await work(...all);
  } finally {
    await host.close();
  }
}

const heights = (page) => page.evaluate(() => [...document.querySelectorAll("iframe")].map((one) => one.offsetHeight));

test("the loader is small, the same under its date, and the snippet holds its digest", async () => {
  const loader = await readFile(join(folder, "embed/v1.js"));
  assert.ok(loader.length <= 5000, `${loader.length} bytes`);
  assert.deepEqual(await readFile(join(folder, "embed/v1-2026-11-22.js")), loader);
  const digest = createHash("sha384").update(loader).digest("base64");
  const page = await readFile(join(folder, "embed/index.html"), "utf8");
  assert.ok(page.includes(`data-integrity="sha384-${digest}"`) && page.includes('data-loader="embed/v1-2026-11-22.js"'));
  // The frozen bytes themselves: a change needs a new date, not a new digest here.
  assert.equal(digest, "XJJ/XSy7uzIpOfmf0LkPApNz/Eaav8Hw4DGeKLWhAXQinS46FlPVE0aj0s9ullvp");
});

inBrowsers("the page for offices has no fault and shows what it gives out", async (page, site) => {
  const snippet = await choose(page, site, "frame", { profile: "demo" });
  assert.match(snippet, /^<iframe src="http:\/\/localhost:\d+\/deemed\/\?for=demo#outputs"/);
  assert.deepEqual(await page.violations(), []);
  await page.evaluate(() => document.querySelector("#preview iframe").scrollIntoView());
  const preview = await page.frame(0);
  await preview.sees("Contacts shown for: Example State University (invented).");
});

inBrowsers("a link works where nothing else may be pasted", async (page, site) => {
  const address = await snippetOf(page, site, "link", { profile: "demo" });
  const host = await serveHost({ "/": `<!doctype html><title>Filtered</title><p><a href="${address}">Check</a></p>` });
  await page.driver.open(`${host.url}/`);
  await page.click("link", "Check");
  await page.sees("Contacts shown for: Example State University (invented).");
  await host.close();
});

inBrowsers("a plain frame runs through, with every output", async (page, site) => {
  const snippet = await snippetOf(page, site, "frame", { profile: "demo" });
  await onHost(page, snippet, async (frame) => {
    await frame.sees("Only the frame is ours.");
    await runThrough(frame);
    await frame.sees("Whom to ask at Example State University (invented)");
    await frame.sees("https://export.example.edu/");
    assert.ok(await frame.has("button", "Print or save as PDF"));
    assert.equal(await frame.evaluate(() => self.origin), "null");
    assert.deepEqual(await page.evaluate(() => window.messages), []);
  });
  assert.deepEqual(await faults(page), []);
});

inBrowsers("the element grows by three heights, never shrinks, and tells no answer", async (page, site) => {
  const snippet = await snippetOf(page, site, "element", { profile: "demo" });
  await onHost(page, snippet, async (frame) => {
    const [before] = await heights(page);
    assert.equal(before, 800);
    await runThrough(frame);
    await page.until("the last height", () => document.querySelector("iframe").offsetHeight === 1300);
    await press(frame, "Check or change your answers");
    await frame.sees("Check your answers");
    assert.deepEqual(await heights(page), [1300]);
    const seen = await page.evaluate(() => window.messages);
    const channel = seen[0].channel;
    assert.match(channel, /^[0-9a-f]{32}$/);
    for (const message of seen) {
      const { step, ...rest } = message;
      assert.ok(["ready", "size", "scroll-top"].includes(rest.message), JSON.stringify(message));
      assert.deepEqual(rest, { deemed: 1, channel, message: rest.message });
      assert.ok(rest.message === "size" ? [0, 1, 2].includes(step) : step === undefined);
    }
    assert.deepEqual(seen.filter(({ step }) => step !== undefined).map(({ step }) => step), [0, 1, 2]);
    const shifts = await page.evaluate(() => window.shifts);
    assert.ok(shifts < 0.1, `layout shifts: ${shifts}`);
  });
  assert.deepEqual(await faults(page), []);
});

inBrowsers("Back on the host's page goes back by one question", async (page, site) => {
  const snippet = await snippetOf(page, site, "element");
  await onHost(page, snippet, async (frame) => {
    await press(frame, "Begin");
    await frame.until("a question", () => document.querySelector("fieldset") !== null);
    await page.back();
    await frame.sees("What it is not");
    assert.equal(await page.text("h1"), "A university");
  });
  // WebKit gives a frame without an origin no entries; docs/embedding says so.
}, { in: ["chromium", "firefox"] });

inBrowsers("Back inside the frame goes back by one question and never leaves the host's page", async (page, site) => {
  const snippet = await snippetOf(page, site, "element");
  await onHost(page, snippet, async (frame) => {
    await press(frame, "Begin");
    await frame.until("a question", () => document.querySelector("fieldset") !== null);
    await press(frame, "Back");
    await frame.sees("What it is not");
    await press(frame, "Begin");
    await frame.until("the question again", () => document.querySelector("fieldset") !== null);
    assert.equal(await page.text("h1"), "A university");
  });
});

// What WordPress makes of an address on a line of its own, and what its script does with messages.
const wordpress = (address, secret) => `
<blockquote class="wp-embedded-content" data-secret="${secret}"><a href="${address}">Deemed</a></blockquote>
<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="Deemed" width="600"
 height="800" src="${address}#?secret=${secret}" data-secret="${secret}" frameborder="0" scrolling="no"></iframe>
<script>
addEventListener("message", ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) { return; }
  for (const frame of document.querySelectorAll("iframe[data-secret='" + data.secret + "']")) {
    if (source !== frame.contentWindow) { continue; }
    if (data.message === "height") { frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10))); }
    if (data.message === "link") {
      const [from, to] = [frame.getAttribute("src"), data.value].map((one) => new URL(one).host);
      if (from === to && document.activeElement === frame) { window.wanted = data.value; }
    }
  }
});
for (const frame of document.querySelectorAll("iframe")) {
  frame.addEventListener("load", () => frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*"));
}
</script>`;

inBrowsers("WordPress shows it by its address alone, in a frame that forbids nearly all", async (page, site) => {
  const address = await snippetOf(page, site, "oembed", { profile: "demo" });
  await onHost(page, wordpress(address, "Ab3dE6gH1j"), async (frame) => {
    await frame.sees("Contacts shown for: Example State University (invented).");
    await runThrough(frame);
    await frame.sees("The website around this frame blocks printing");
    assert.equal(await frame.has("button", "Print or save as PDF"), false);
    assert.equal(await frame.evaluate(() => document.querySelectorAll("a[href^='mailto:']").length), 0);
    assert.deepEqual(await heights(page), [1000]);
    const seen = await page.evaluate(() => window.messages.filter((one) => one.message !== "ready"));
    for (const message of seen) {
      assert.deepEqual(message, { message: "height", value: message.value, secret: "Ab3dE6gH1j" });
    }
    assert.deepEqual([...new Set(seen.map(({ value }) => value))], [800, 1000, 1300]);
    await frame.click("link", "Open in its own tab");
    const wanted = await page.until("the wish for a tab", () => window.wanted);
    assert.equal(wanted, `${address}?for=demo`);
    assert.ok((await frame.text()).includes(wanted), "the address can be copied too");
  });
  assert.deepEqual(await faults(page), []);
});

test("oEmbed answers are found from the page and hold what WordPress keeps", async () => {
  for (const [where, profile] of [["", ""], ["for/demo/", "?for=demo"]]) {
    const page = await readFile(join(folder, where, "index.html"), "utf8");
    const [, found] = page.match(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/);
    assert.equal(found, `https://deemed.github.io/deemed/${where}oembed.json`);
    const answer = JSON.parse(await readFile(join(folder, where, "oembed.json"), "utf8"));
    const { version, type, html, width, height, title } = answer;
    assert.deepEqual([version, type, typeof width, typeof height], ["1.0", "rich", "number", "number"]);
    assert.ok(title && answer.provider_name && answer.provider_url);
    // As wp_filter_oembed_result reads it.
    const [, quote, frame] = html.match(/(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s);
    assert.ok(quote.includes(`<a href="https://deemed.github.io/deemed/${profile}">`));
    assert.ok(frame.includes(`src="https://deemed.github.io/deemed/${profile}#outputs"`));
  }
});

inBrowsers("a host with a strict policy needs two lines in it and no more", async (page, site) => {
  const snippet = await snippetOf(page, site, "element");
  const { origin } = new URL(site.url);
  const policy = `default-src 'none'; img-src data:; script-src ${origin}; frame-src ${origin}`;
  const host = await serveHost({ "/": `<!doctype html><title>Strict</title><link rel="icon" href="data:,"><h1>Strict</h1>${snippet}` }, { "content-security-policy": policy });
  await page.driver.open(`${host.url}/`);
  const frame = await page.frame(0);
  await press(frame, "Begin");
  await frame.until("a question", () => Boolean(document.querySelector("fieldset, select")));
  assert.deepEqual(await heights(page), [800]);
  assert.deepEqual(await faults(page), []);
  await host.close();
});

/** The headers that docs/hosting.md recommends. */
const recipe = await readFile(new URL("../../docs/hosting.md", import.meta.url), "utf8").then((text) =>
  Object.fromEntries(
    text
      .match(/```\n(Access-Control-Allow-Origin[^`]*)```/)[1]
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/))
      .map(([name, value]) => [name.toLowerCase(), value])
      // It would be remembered for this computer's own name.
      .filter(([name]) => name !== "strict-transport-security"),
  ),
);

inBrowsers("the recommended headers leave the check whole", async (page, site) => {
  const snippet = await snippetOf(page, site, "element");
  await onHost(page, snippet, async (frame) => runThrough(frame));
  assert.deepEqual(await faults(page), []);
}, { headers: recipe });

inBrowsers("a host with headers can keep others from framing it", async (page, site) => {
  const host = await serveHost({ "/": hostPage(`<iframe src="${site.url}"></iframe>`) });
  await page.driver.open(`${host.url}/`);
  const refused = await page.until("a refusal", () => (document.readyState === "complete" ? "loaded" : ""));
  assert.equal(refused, "loaded");
  assert.match((await page.problems()).join(" "), /frame-ancestors|ERR_BLOCKED_BY_RESPONSE/);
  await host.close();
}, { in: ["chromium"], headers: { "Content-Security-Policy": "frame-ancestors 'self' https://*.example.edu" } });

/** What Drupal's "Basic HTML" leaves of a snippet: text and plain links, and addresses turned into links. */
const filteredByDrupal = (html) =>
  html
    .replace(/<(\/?)([a-z0-9-]+)([^>]*)>/gi, (_, closes, name, attributes) => {
      const href = attributes.match(/href="([^"]*)"/)?.[1];
      return name !== "a" ? "" : closes ? "</a>" : `<a href="${href}">`;
    })
    .replace(/(^|\s)(https?:\/\/[^\s<"]+)/g, '$1<a href="$2">$2</a>');

inBrowsers("where Drupal filters, a link is left that leads to the check", async (page, site) => {
  for (const way of ["link", "element"]) {
    const filtered = filteredByDrupal(await snippetOf(page, site, way, { profile: "demo" }));
    assert.match(filtered.trim(), /^<a href="[^"]+">[^<]+<\/a>$/);
    const host = await serveHost({ "/": hostPage(filtered) });
    await page.driver.open(`${host.url}/`);
    await page.click("link", filtered.match(/>([^<]+)</)[1]);
    await page.sees("Contacts shown for: Example State University (invented).");
    await host.close();
  }
  // Nothing of a frame is left, so that the page for offices says what a frame asks of an editor.
  assert.equal(filteredByDrupal(await snippetOf(page, site, "frame")).trim(), "");
  assert.deepEqual(await faults(page), []);
});

inBrowsers("who writes on the host's page is not disturbed", async (page, site) => {
  const field = '<label>Search <input id="search" autofocus></label>';
  await onHost(page, field + (await snippetOf(page, site, "element")), async (frame) => {
    await page.evaluate(() => document.getElementById("search").focus());
    await frame.sees("What it is not");
    await page.evaluate(() => (document.querySelector("deemed-check").lang = "zh-Hans"));
    await frame.until("the other language", () => document.documentElement.lang === "zh-Hans");
    assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  });
});

inBrowsers("two on one page do not mind each other", async (page, site) => {
  const [one, two] = [await snippetOf(page, site, "element"), await snippetOf(page, site, "element", { profile: "demo" })];
  await onHost(page, one + two, async (first, second) => {
    await second.sees("Contacts shown for:");
    await runThrough(second);
    await page.until("the height", () => document.querySelectorAll("iframe")[1].offsetHeight === 1300);
    assert.deepEqual(await heights(page), [800, 1300]);
    await first.sees("What it is not");
    assert.ok(!(await first.text()).includes("Contacts shown for:"));
    const channels = new Set((await page.evaluate(() => window.messages)).map(({ channel }) => channel));
    assert.equal(channels.size, 2);
  }, { frames: 2 });
});

inBrowsers("a narrow column and a dark host change nothing but the width", async (page, site) => {
  const snippet = await snippetOf(page, site, "element", { profile: "demo" });
  const head = '<meta name="color-scheme" content="dark"><style>body { background: #000; color: #fff; width: 300px }</style>';
  await onHost(page, snippet, async (frame) => {
    const measured = await frame.evaluate(() => ({
      width: innerWidth,
      headHeight: document.querySelector("header").offsetHeight,
      scrolls: document.documentElement.scrollWidth > innerWidth,
      paper: getComputedStyle(document.body).backgroundColor,
    }));
    assert.equal(measured.width, 300);
    assert.equal(measured.scrolls, false);
    assert.ok(measured.headHeight < 480, `the head takes ${measured.headHeight} pixels`);
    assert.match(measured.paper, /^rgb\(/, "the paper is not see-through");
    assert.deepEqual(await frame.violations(), []);
  }, { head });
});

inBrowsers("messages of strangers are ignored on both sides", async (page, site) => {
  const snippet = await snippetOf(page, site, "element");
  await onHost(page, snippet, async (frame) => {
    const channel = await page.until("a channel", () => window.messages[0]?.channel);
    const hostile = [
      null, 7, "size", [], {}, { message: "size", step: 2 }, { deemed: 1, channel, message: "size", step: 2 },
      { deemed: 2, channel, message: "size", step: 2 }, { deemed: 1, channel, message: "__proto__" },
      { deemed: 1, channel, message: "lang", lang: "<img src=x onerror=alert(1)>" },
      { deemed: 1, channel, message: "lang", lang: "xx" }, { message: "ready", secret: "" },
      { deemed: 1, channel, message: "answers" }, "x".repeat(100000),
    ];
    // The neighbor speaks to the host and to the frame; the host speaks to the frame and to itself.
    await page.evaluate(async (all) => {
      const neighbor = document.createElement("iframe");
      const there = new Promise((loaded) => (neighbor.onload = loaded));
      document.body.append(neighbor);
      await there;
      const frame = document.querySelector("deemed-check iframe").contentWindow;
      const cyclic = {};
      cyclic.self = cyclic;
      for (const message of [...all, cyclic, 10n]) {
        frame.postMessage(message, "*");
        postMessage(message, "*");
      }
      const script = neighbor.contentDocument.createElement("script");
      script.textContent = `for (const message of ${JSON.stringify(all)}) {
        parent.postMessage(message, "*"); parent.frames[0].postMessage(message, "*"); }`;
      neighbor.contentDocument.body.append(script);
    }, hostile);
    await page.until("all messages", () => window.messages.length > 25);
    assert.equal((await heights(page))[0], 800);
    await frame.sees("What it is not");
    assert.ok(!(await frame.text()).includes("onerror"));
    const { language, answered } = await frame.evaluate(() => ({ language: document.documentElement.lang, answered: document.querySelectorAll("img").length }));
    assert.deepEqual([language, answered], ["en", 0]);
    const replies = await page.evaluate(() => window.messages.filter((one) => one?.message === "lang" && one.lang === "en").length);
    assert.equal(replies, 0);
  });
  assert.deepEqual(await faults(page), []);
});

inBrowsers("the host may suggest a language, and hears only that it was understood", async (page, site) => {
  const snippet = await snippetOf(page, site, "element");
  await onHost(page, snippet, async (frame) => {
    await page.until("readiness", () => window.messages.some(({ message }) => message === "ready"));
    await page.evaluate(() => (document.querySelector("deemed-check").lang = "en"));
    const reply = await page.until("a reply", () => window.messages.find(({ message }) => message === "lang"));
    assert.equal(reply.lang, "en");
    await page.evaluate(() => (document.querySelector("deemed-check").lang = "zh-Hant"));
    await page.until("another reply", () => window.messages.some(({ lang }) => lang === "zh-Hant"));
    await frame.until("the other language", () => document.documentElement.lang === "zh-Hant");
    await page.evaluate(() => (document.querySelector("deemed-check").lang = "xx-evil"));
    await page.evaluate(() => (document.querySelector("deemed-check").lang = "en"));
    await frame.sees("What it is not");
    assert.ok(!(await frame.text()).includes("evil"));
  });
});

inBrowsers("nothing of a hostile address is shown", async (page, site) => {
  const addresses = [
    "?for=nobody-hostile", "?for=%3Cb%3Ehostile%3C/b%3E", "?lang=hostile&for=HOSTILE", "?name=hostile&email=a@hostile.example",
    "#?secret=hostile%3Cscript%3E", "#?secret=hostile", "#channel=hostile", "#:~:text=hostile", "?for=demo#hostile",
  ];
  for (const address of addresses) {
    await page.driver.open("about:blank");
    await page.open(site.url + address);
    const shown = await page.evaluate(() => {
      const own = document.documentElement.cloneNode(true);
      return own.outerHTML.toLowerCase();
    });
    assert.ok(!shown.includes("hostile"), address);
    assert.equal(shown.includes("names an institution that is not known here"), address.includes("for=") && !address.includes("for=demo"), address);
  }
  assert.deepEqual(await faults(page), []);
});
