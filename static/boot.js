// Runs before anything else on the page. It starts the download of the program and of the words of
// the page's language, which the browser checks against the digests in the page, and shows the text in
// #fallback when a file of ours does not arrive as it was built, or when this browser cannot run the
// program. Without this script the style shows that text after a while.
(() => {
  "use strict";
  const { program, integrity, languages } = document.currentScript.dataset;
  const marks = document.documentElement.classList;
  const refuse = (reason) => {
    marks.add(typeof WebAssembly === "undefined" ? "unable" : "refused");
    if (reason) {
      console.error(reason);
    }
  };
  window.addEventListener(
    "error",
    (event) => {
      if (event.target instanceof HTMLScriptElement || event.target instanceof HTMLLinkElement) {
        refuse();
      }
    },
    true,
  );
  marks.add("booting");
  const response = fetch(program, { integrity });
  response.catch(refuse);
  // A frame names its language by `?lang=`. Each language: tag, address, digest.
  const files = JSON.parse(languages);
  const tags = files.map(([tag]) => tag);
  const words = async (tag, priority) => {
    const [, address, digest] = files.find(([known]) => known === tag);
    const signal = AbortSignal.timeout(60_000);
    const file = await fetch(address, { integrity: digest, priority, signal });
    return file.text();
  };
  const asked = new URLSearchParams(location.search).get("lang");
  const language = asked === "en" || tags.includes(asked) ? asked : document.documentElement.lang;
  const first = tags.includes(language) ? words(language) : undefined;
  first?.catch(() => undefined);
  window.deemedBoot = { response, refuse, language, tags, words, first };
})();
