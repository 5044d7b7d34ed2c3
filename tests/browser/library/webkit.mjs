// WebKit, as plain WebDriver over fetch to the driver that comes with WebKitGTK.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const MINI_BROWSER = process.env.MINIBROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  Space: " ",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function send(address, method, body) {
  const options = { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(address, options);
  const { value } = await response.json();
  if (!response.ok) {
    throw new Error(`${value.error}: ${value.message}`);
  }
  return value;
}

async function ready(driver) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(`${driver}/status`).then((answer) => answer.ok, () => false)) {
      return;
    }
    await pause(100);
  }
  throw new Error("WebKitWebDriver did not start");
}

/** Starts the browser and returns a driver for its page. */
export async function startWebKit() {
  const port = await freePort();
  // Two files of tests may run at once: each looks for a free screen from a number of its own.
  const screen = 100 + (process.pid % 20_000);
  const words = ["--auto-servernum", `--server-num=${screen}`, "WebKitWebDriver", `--port=${port}`];
  const child = spawn("xvfb-run", words, { detached: true, stdio: "ignore" });
  const driver = `http://127.0.0.1:${port}`;
  await ready(driver);
  const browserOptions = { binary: MINI_BROWSER, args: ["--automation"] };
  const wanted = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
  const { sessionId } = await send(`${driver}/session`, "POST", { capabilities: wanted });
  const session = `${driver}/session/${sessionId}`;
  const execute = (script, args = []) => send(`${session}/execute/sync`, "POST", { script, args });
  const call = (work, values) => execute(`return (${work}).apply(null, arguments)`, values);
  const inFrame = async (at, work) => {
    await send(`${session}/frame`, "POST", { id: at });
    try {
      return await work();
    } finally {
      await send(`${session}/frame`, "POST", { id: null });
    }
  };
  const click = (found) => send(`${session}/element/${found[ELEMENT]}/click`, "POST", {});
  return {
    frame: (at) => ({
      evaluate: (work, ...values) => inFrame(at, () => call(work, values)),
      element: async (work, ...values) => {
        const found = await inFrame(at, () => call(work, values));
        return found && { click: () => inFrame(at, () => click(found)) };
      },
      inject: (script) => inFrame(at, () => execute(script)),
    }),
    open: (url) => send(`${session}/url`, "POST", { url }),
    evaluate: (work, ...values) => call(work, values),
    element: async (work, ...values) => {
      const found = await call(work, values);
      return found && { click: () => click(found) };
    },
    inject: (script) => execute(script),
    press: (key) => {
      const value = KEYS[key] ?? key;
      const actions = [{ type: "keyDown", value }, { type: "keyUp", value }];
      return send(`${session}/actions`, "POST", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    viewport: (width, height) => send(`${session}/window/rect`, "POST", { width, height }),
    problems: () => execute("return window.problemsForTests ?? []"),
    close: async () => {
      await send(session, "DELETE").catch(() => undefined);
      process.kill(-child.pid);
    },
  };
}
