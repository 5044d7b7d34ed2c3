// Collects what goes wrong on the page, for the browser whose driver does not tell.
window.problemsForTests = [];
(() => {
  const note = (text) => window.problemsForTests.push(String(text));
  addEventListener("error", (event) => note(event.message ?? `could not load ${event.target.outerHTML}`), true);
  addEventListener("unhandledrejection", (event) => note(event.reason));
  document.addEventListener("securitypolicyviolation", (event) =>
    note(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
  const { error } = console;
  console.error = (...words) => {
    note(words.join(" "));
    error(...words);
  };
})();
