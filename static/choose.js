// Puts a snippet together from what an office picks. It asks for nothing and keeps nothing; every
// sentence stands in the page.
const find = (id) => document.getElementById(id);
const form = find("choose");
const { site, loader, integrity, sandbox, title } = form.dataset;
const profiles = JSON.parse(form.dataset.profiles);
const languages = JSON.parse(form.dataset.languages);
// Where this copy of the site stands, which is not always where it was built for.
const here = new URL("../", location.href);

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const option = (value, words) => {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = words;
  return made;
};

const address = (base, { profile, language }) => {
  const made = new URL(base);
  if (profile) {
    made.searchParams.set("for", profile);
  }
  if (language !== "en") {
    made.searchParams.set("lang", language);
  }
  return made.href;
};

const frameOf = (choice) => ({
  src: `${address(here, choice)}#outputs`,
  title,
  width: "100%",
  height: "800",
  frameborder: "0",
  sandbox,
  allow: "clipboard-write",
  referrerpolicy: "no-referrer",
  loading: "lazy",
});

const markup = (name, attributes, inside = "") => {
  const listed = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const words = listed.map(([key, value]) => (value === "" ? key : `${key}="${escaped(value)}"`));
  return `<${[name, ...words].join(" ")}>${inside}</${name}>`;
};

const snippets = {
  link: (choice) => address(here, choice),
  oembed: ({ profile }) => new URL(profile ? `for/${profile}/` : "", here).href,
  frame: (choice) => markup("iframe", frameOf(choice)),
  element: (choice) => {
    const script = { src: new URL(loader, here).href, integrity, crossorigin: "anonymous", async: "" };
    const link = markup("a", { href: address(here, choice) }, escaped(title));
    const { profile, language } = choice;
    const own = { profile: profile || undefined, lang: language === "en" ? undefined : language, title };
    return `${markup("script", script)}\n${markup("deemed-check", own, link)}`;
  },
};

const chosen = () => ({
  way: new FormData(form).get("way"),
  profile: find("profile").value,
  language: find("language").value || "en",
});

const drawPreview = (choice) => {
  const frame = document.createElement("iframe");
  const { width: _width, height: _height, frameborder: _border, ...attributes } = frameOf(choice);
  for (const [key, value] of Object.entries(attributes)) {
    frame.setAttribute(key, value);
  }
  find("preview").replaceChildren(frame);
};

const drawCode = ({ way, profile, language }) => {
  const shown = way === "link";
  find("code").hidden = !shown;
  if (shown) {
    const picture = `codes/${profile ? `${profile}/` : ""}${language}.svg`;
    const encoded = address(site, { profile, language });
    find("code-picture").src = picture;
    find("code-picture").alt = encoded;
    find("code-save").href = picture;
    find("code-address").textContent = encoded;
  }
};

let previewed;
const draw = () => {
  const choice = chosen();
  find("snippet").textContent = snippets[choice.way](choice);
  find("language").disabled = choice.way === "oembed";
  find("status").textContent = "";
  drawCode(choice);
  const { src } = frameOf(choice);
  if (src !== previewed) {
    previewed = src;
    drawPreview(choice);
  }
};

const copy = async () => {
  const { copied, refused } = find("status").dataset;
  try {
    await navigator.clipboard.writeText(find("snippet").textContent);
    find("status").textContent = copied;
  } catch {
    getSelection().selectAllChildren(find("snippet"));
    find("snippet").focus();
    find("status").textContent = refused;
  }
};

find("profile").append(...profiles.map(({ id, name }) => option(id, name)));
find("language").append(...languages.map(({ tag, name }) => option(tag, name)));
form.addEventListener("change", draw);
form.addEventListener("submit", (event) => event.preventDefault());
find("copy").addEventListener("click", copy);
draw();
