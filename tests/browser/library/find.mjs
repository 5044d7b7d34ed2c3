// Finding an element as a person would: by its role and its words. `find` runs inside the page, so it
// must not use anything outside itself.

/**
 * The element of the role whose name is `name`, or else contains it; without a name the first one.
 * Elements that are not shown do not count. Returns null when there is none.
 */
export function find(role, name) {
  const selectors = {
    any: "a[href], button, summary, label, input, [role]",
    button: "button, summary, [role=button], input[type=submit]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
    link: "a[href], [role=link]",
    option: "option, [role=option]",
    radio: "input[type=radio], [role=radio]",
    combobox: "select, [role=combobox]",
    text: "*",
  };
  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const shown = (element) =>
    element.tagName === "OPTION" || element.checkVisibility?.({ checkVisibilityCSS: true }) !== false;
  const named = (element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const byId = ids.map((id) => document.getElementById(id)?.textContent).join(" ");
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
    return plain(byId || element.getAttribute("aria-label") || labels || element.textContent || element.value);
  };
  const elements = [...document.querySelectorAll(selectors[role] ?? role)].filter(shown);
  if (role === "text") {
    // The innermost elements that hold the words.
    const holding = elements.filter((element) => plain(element.textContent).includes(name));
    return holding.find((element) => !holding.some((other) => other !== element && element.contains(other))) ?? null;
  }
  if (name === undefined || name === null) {
    return elements[0] ?? null;
  }
  return (
    elements.find((element) => named(element) === name) ??
    elements.find((element) => named(element).includes(name)) ??
    null
  );
}
