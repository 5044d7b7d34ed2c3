// Stands in for boot.js in the single file, which holds the program and all languages: nothing is ever
// fetched.
(() => {
  "use strict";
  const marks = document.documentElement.classList;
  const refuse = (reason) => {
    marks.add(typeof WebAssembly === "undefined" ? "unable" : "refused");
    console.error(reason);
  };
  marks.add("booting");
  const bytes = Uint8Array.from(atob("PROGRAM"), (letter) => letter.codePointAt(0));
  const response = new Response(bytes, { headers: { "content-type": "application/wasm" } });
  const texts = "WORDS";
  const tags = Object.keys(texts);
  const words = async (tag) => texts[tag];
  const asked = new URLSearchParams(location.search).get("lang");
  const language = tags.includes(asked) ? asked : "en";
  const first = tags.includes(language) ? words(language) : undefined;
  window.deemedBoot = { response, refuse, language, tags, words, first };
})();
