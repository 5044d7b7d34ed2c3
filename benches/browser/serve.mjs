// A server that compresses as a good static host does, with the site and the pages it is measured against.

import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { folder, manifest } from "../../tests/browser/library/site.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

async function filesOf(base) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      files.set(base + path.slice(folder.length + 1), await readFile(path));
    }
  }
  return files;
}

/** Serves the build in `dist/` under its own path, and more pages that `add(path, bytes)` puts beside it. */
export async function serve() {
  const { base, site } = await manifest();
  const files = await filesOf(base);
  const packed = new Map();
  let origin = "";
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(request.url.split("?")[0]);
    const path = asked.endsWith("/") ? `${asked}index.html` : asked;
    if (!files.has(path)) {
      response.writeHead(404).end();
      return;
    }
    if (!packed.has(path)) {
      // The site names itself, in its policy for instance; here it stands at another address.
      const bytes = path.endsWith(".html") ? files.get(path).toString().replaceAll(site, origin + base) : files.get(path);
      packed.set(path, brotliCompressSync(bytes));
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-encoding": "br",
      "cache-control": "no-store",
    });
    response.end(packed.get(path));
  });
  await new Promise((ready) => server.listen(0, "localhost", ready));
  origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    url: origin + base,
    add: (path, bytes) => files.set(path, Buffer.from(bytes)),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
