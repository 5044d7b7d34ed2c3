
// This is added behind the JavaScript that wasm-bindgen writes, so that one file, checked by the
// browser, holds both. It asks for the words of the other languages, forbids the page any further
// request and only then starts the program, so that no line of the program ever runs while the page
// could still send something. What was asked for before may still come in.
const { response, refuse, language, tags, words, first } = window.deemedBoot ?? {
  response: Promise.reject(new Error("boot.js did not run")),
  refuse: (reason) => {
    document.documentElement.classList.add("refused");
    console.error(reason);
  },
};
delete window.deemedBoot;

/** The page does not start when its style was refused. */
function styled() {
  if (!document.querySelector("head > style")?.sheet) {
    throw new Error("the style was refused");
  }
}

/** Hands the words of a language to the program once they come. */
async function take(tag, file) {
  try {
    learn(tag, await file);
  } catch (reason) {
    give_up(tag);
    console.warn(`the words of ${tag} did not come: ${reason}`);
  }
}

try {
  styled();
  const answer = await response;
  const streams = answer.headers.get("content-type") === "application/wasm";
  const program = streams
    ? await WebAssembly.compileStreaming(answer)
    : await WebAssembly.compile(await answer.arrayBuffer());
  const own = await Promise.resolve(first).catch(() => undefined);
  const others = tags.filter((tag) => tag !== language).map((tag) => [tag, words(tag, "low")]);
  others.forEach(([, file]) => file.catch(() => undefined));
  const airlock = document.createElement("meta");
  airlock.id = "airlock";
  airlock.httpEquiv = "Content-Security-Policy";
  // It allows no script from anywhere; the word is for the program that is loaded, since WebKit asks for
  // it when the program starts.
  airlock.content = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data:";
  document.head.append(airlock);
  await __wbg_init({ module_or_path: program });
  if (first) {
    await take(language, own ?? first);
  }
  await window.deemedEarly(() => start(language));
  delete window.deemedEarly;
  // For whoever measures; see docs/performance.md.
  performance.mark("deemed-running");
  await Promise.all(others.map(([tag, file]) => take(tag, file)));
  document.getElementById("fallback")?.remove();
} catch (reason) {
  refuse(reason);
}
