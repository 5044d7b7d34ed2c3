// Runs before anything else on the page. It starts the download of the program, which the browser
// checks against the digest in the page, and shows the text in #fallback when a file of ours does not
// arrive as it was built, or when this browser cannot run the program. Without this file the
// stylesheet shows that text after a while.
(() => {
  "use strict";
  const { program, integrity } = document.currentScript.dataset;
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
  window.deemedBoot = { response, refuse };
})();
