
// This is added behind the JavaScript that wasm-bindgen writes, so that one file, checked by the
// browser, holds both. It starts the program and then forbids the page any further request.
const { response, refuse } = window.deemedBoot ?? {
  response: Promise.reject(new Error("boot.js did not run")),
  refuse: (reason) => {
    document.documentElement.classList.add("refused");
    console.error(reason);
  },
};
delete window.deemedBoot;
try {
  await __wbg_init({ module_or_path: await response });
  document.getElementById("unverified")?.remove();
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "default-src 'none'; img-src data:";
  document.head.append(policy);
} catch (reason) {
  refuse(reason);
}
