// A server of the built site on a free port of this computer, with a log of every request.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
  json: "application/json",
  svg: "image/svg+xml",
};
const WATCH = "watch-for-tests.js";

/** The folder with the built site: `dist`, or what DEEMED_DIST names. */
export const folder = resolve(ROOT, process.env.DEEMED_DIST ?? "dist");

/** The site's manifest. */
export async function manifest() {
  return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
}

/** The page with a script before all others, which its policy allows. */
export function withScript(page, script) {
  const digest = createHash("sha256").update(script).digest("base64");
  return String(page)
    .replace("script-src ", `script-src 'sha256-${digest}' `)
    .replace("<style>", `<script>${script}</script><style>`);
}

/**
 * Serves the site under the path it was built for, with more `headers` if need be.
 *
 * `change(name, bytes)` may return other bytes than the built ones. `watch` adds a script to the page
 * that collects errors, for browsers that do not report them. Files whose names match `hold` are sent once
 * `release` is called.
 */
export async function serveSite({ change = (_, bytes) => bytes, watch = false, headers = {}, hold } = {}) {
  const { base, site } = await manifest();
  const requests = [];
  let release;
  const released = new Promise((done) => {
    release = done;
  });
  const server = createServer(async (request, response) => {
    requests.push({ method: request.method, url: request.url, referrer: request.headers.referer });
    const path = decodeURIComponent(request.url.split("?")[0]);
    if (watch && path === base + WATCH) {
      response.writeHead(200, { "content-type": TYPES.js });
      response.end(await readFile(new URL("./watch.js", import.meta.url)));
      return;
    }
    const inside = path.endsWith("/") ? `${path}index.html` : path;
    const wanted = inside.startsWith(base) ? normalize(inside.slice(base.length)) : "404.html";
    const name = await readFile(join(folder, wanted)).then(() => wanted, () => "404.html");
    let bytes = change(name, await readFile(join(folder, name)));
    if (name.endsWith(".html")) {
      // The site names itself, in its policy for instance; here it stands at another address.
      bytes = bytes.toString().replaceAll(site, `http://${request.headers.host}${base}`);
    }
    if (watch && name.endsWith("index.html")) {
      bytes = bytes.toString().replace("<title>", `<script src="${base}${WATCH}"></script><title>`);
    }
    const type = TYPES[name.split(".").pop()] ?? "application/octet-stream";
    if (hold?.test(name)) {
      await released;
    }
    response.writeHead(name === wanted ? 200 : 404, {
      "content-type": type,
      "cache-control": "no-store",
      // As GitHub Pages sends it; without it a frame with no origin may not load the page's files.
      "access-control-allow-origin": "*",
      ...headers,
    });
    response.end(bytes);
  });
  await new Promise((ready) => server.listen(0, "localhost", ready));
  const { port } = server.address();
  return {
    url: `http://localhost:${port}${base}`,
    /** Every request since the start, in order. */
    requests,
    /** Sends what was held back. */
    release,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
