// After the start nothing can leave the page: every way out is tried, to our own site and to another.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { inBrowsers } from "./library/browsers.mjs";

/** Runs in the page: tries every way out to the address; names those that said they got through. */
const tryEverything = async (base) => {
  const to = (name) => `${base}leak-${name}?answer=h-1b`;
  const soon = new Promise((done) => setTimeout(done, 600, false));
  const came = (element, add) =>
    new Promise((done) => {
      element.onload = () => done(true);
      element.onerror = () => done(false);
      add();
    });
  const append = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    return Promise.race([soon, came(element, () => document.body.append(element))]);
  };
  const link = (rel, more) => append("link", { rel, href: to(rel), ...more });
  const socket = (open) =>
    new Promise((done) => {
      const made = open();
      made.onopen = () => done(true);
      made.onerror = () => done(false);
    });
  const ways = {
    fetch: () => fetch(to("fetch"), { mode: "no-cors" }).then(() => true),
    post: () => fetch(to("post"), { method: "POST", body: "h-1b", mode: "no-cors", keepalive: true }).then(() => true),
    xhr: () =>
      new Promise((done) => {
        const request = new XMLHttpRequest();
        request.onload = () => done(true);
        request.onerror = () => done(false);
        request.open("GET", to("xhr"));
        request.send();
      }),
    websocket: () => socket(() => new WebSocket(to("websocket").replace("http", "ws"))),
    events: () => socket(() => new EventSource(to("events"))),
    // Says true when it is queued; whether it was sent is seen at the server.
    beacon: () => void navigator.sendBeacon(to("beacon"), "h-1b"),
    image: () => append("img", { src: to("image") }),
    style: () => link("stylesheet"),
    prefetch: () => link("prefetch"),
    preload: () => link("preload", { as: "image" }),
    modulepreload: () => link("modulepreload"),
    icon: () => void document.head.append(Object.assign(document.createElement("link"), { rel: "icon", href: to("icon") })),
    manifest: () => link("manifest"),
    worker: () => socket(() => new Worker(to("worker"))),
    shared: () => socket(() => new SharedWorker(to("shared")).port),
    script: () => append("script", { src: to("script") }),
    import: () => import(to("import")).then(() => true),
    frame: () => append("iframe", { src: to("frame") }).then(() => undefined),
    object: () => append("object", { data: to("object") }),
    audio: () => append("audio", { src: to("audio") }),
    track: () => append("video", { poster: to("poster") }),
    css: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`main { background-image: url("${to("css")}") }`);
      document.adoptedStyleSheets = [sheet];
    },
    font: () => {
      const font = new FontFace("leak", `url("${to("font")}")`);
      return font.load().then(() => true);
    },
    service: () => navigator.serviceWorker.register(to("service")).then(() => true),
    form: () => {
      const form = Object.assign(document.createElement("form"), { action: to("form"), method: "post" });
      document.body.append(form);
      form.submit();
    },
  };
  const through = [];
  for (const [name, way] of Object.entries(ways)) {
    try {
      if (await Promise.race([soon, way()])) {
        through.push(name);
      }
    } catch {
      // Refused, or this browser has no such way.
    }
  }
  return through;
};

async function elsewhere() {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*" });
    response.end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, close };
}

inBrowsers("nothing that is put into the page gets out, to our own site neither", async (page, site) => {
  await page.open(site.url);
  const before = site.requests.length;
  assert.deepEqual(await page.evaluate(tryEverything, site.url), []);
  await pause(700);
  assert.deepEqual(site.requests.slice(before), []);
});

inBrowsers("nothing that is put into the page gets out to another site", async (page, site) => {
  const other = await elsewhere();
  try {
    await page.open(site.url);
    const before = site.requests.length;
    assert.deepEqual(await page.evaluate(tryEverything, other.url), []);
    await pause(700);
    assert.deepEqual(other.requests, []);
    assert.deepEqual(site.requests.slice(before), []);
  } finally {
    await other.close();
  }
});

inBrowsers("the tries are real: without a policy they get out", async (page, site) => {
  await page.open(site.url, { ready: false });
  await page.evaluate(tryEverything, site.url);
  await pause(700);
  const out = new Set(site.requests.map(({ url }) => /leak-(\w+)/.exec(url)?.[1]).filter(Boolean));
  const wanted = ["fetch", "post", "xhr", "events", "beacon", "image", "stylesheet", "prefetch", "worker", "import", "frame", "form"];
  assert.deepEqual(wanted.filter((name) => !out.has(name)), []);
}, {
  in: ["chromium"],
  change: (name, bytes) => (name === "index.html" ? Buffer.from("<!doctype html><title>open</title><body>") : bytes),
});

inBrowsers("the page says that the connection is closed and how to try it", async (page, site) => {
  await page.open(site.url);
  await page.sees("Connection closed");
  await page.click("button", "Connection closed");
  await page.sees("airplane mode");
});

inBrowsers("with the network off everything goes on", async (page, site) => {
  await page.open(site.url);
  await site.close();
  await page.click("button", "Begin");
  await page.sees("Continue");
  assert.deepEqual(await page.problems(), []);
});

inBrowsers("no line of the program runs before the connection is closed", async (page, site) => {
  await page.open(site.url);
  // The program was given no answer: its start found no way to draw before the policy stood.
  assert.equal(await page.evaluate(() => document.documentElement.dataset.order), "closed, drawn");
}, {
  change: (name, bytes) => {
    if (!/^boot-.*\.js$/.test(name) && name !== "index.html") {
      return bytes;
    }
    const watch = `;(() => {
      const order = [];
      const note = (what) => {
        if (!order.includes(what)) {
          order.push(what);
          document.documentElement.dataset.order = order.join(", ");
        }
      };
      new MutationObserver(() => {
        if (document.getElementById("airlock")) {
          note("closed");
        }
        if (document.querySelector("#app header")) {
          note("drawn");
        }
      }).observe(document, { subtree: true, childList: true });
    })();`;
    return name === "index.html" ? String(bytes).replace(/(boot-\w+\.js") integrity="[^"]*"/, "$1") : bytes + watch;
  },
});
