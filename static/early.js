// Stands before boot.js. The first view is seen, and can be used, before the program runs: what a person
// presses until then is kept. Begin shows the first question at once; a choice marks itself. The program
// draws its page out of sight, where the same is pressed again; then the one takes the other's place.
window.deemedEarly = (() => {
  "use strict";
  const CONTROLS = "button, input, summary";
  const FOCUSABLE = `${CONTROLS}, a[href], [tabindex]`;
  const presses = [];
  // Whether what was pressed leads away from the views that are here.
  let leads = false;
  const seen = () => document.getElementById("early") ?? document.getElementById("app");
  const among = (section, selector) =>
    [...section.querySelectorAll(selector)].filter((element) => !element.closest(".languages"));
  /** Where an element of the view that is seen stands: the number of its section, and its own in there. */
  const placeOf = (element, selector) => {
    const sections = [...seen().children];
    const section = sections.findIndex((one) => one.contains(element));
    const nth = section < 0 ? -1 : among(sections[section], selector).indexOf(element);
    return nth < 0 ? undefined : [section, nth];
  };
  const begin = () => {
    const question = document.getElementById("first-question").content.firstElementChild;
    if (question) {
      seen().querySelector("main").replaceWith(question.cloneNode(true));
      scrollTo(0, 0);
      seen().querySelector("h1").focus();
    }
  };
  const onClick = (event) => {
    const control = event.target.closest?.(CONTROLS);
    const place = control && placeOf(control, CONTROLS);
    if (!place) {
      return;
    }
    presses.push(place);
    if (control.matches("main > button.primary")) {
      begin();
    } else if (!control.matches("input, summary")) {
      event.preventDefault();
      leads = true;
      document.documentElement.classList.add("waiting");
    }
  };
  addEventListener("click", onClick);
  // The program draws at once, and does the rest in tasks of its own when that took it long.
  const rest = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((done) => setTimeout(done));
    }
  };
  /** Has the program draw out of sight, and puts what it drew into the place of what was seen. */
  return async (draw) => {
    const old = seen();
    const drawn = document.createElement("div");
    old.id = "early";
    drawn.id = "app";
    drawn.hidden = true;
    old.before(drawn);
    // Nothing moves what is seen until then.
    const { scrollTo: scroll } = window;
    window.scrollTo = () => undefined;
    draw();
    await rest();
    const at = ([section, nth], selector) => {
      const place = drawn.children[section];
      return place && among(place, selector)[nth];
    };
    while (presses.length) {
      at(presses.shift(), CONTROLS)?.click();
      await rest();
    }
    removeEventListener("click", onClick);
    const focus = placeOf(document.activeElement, FOCUSABLE);
    const { scrollX, scrollY } = window;
    window.scrollTo = scroll;
    drawn.hidden = false;
    old.remove();
    if (leads) {
      scrollTo(0, 0);
      drawn.querySelector("#error-summary, h1")?.focus();
    } else {
      if (focus) {
        at(focus, FOCUSABLE)?.focus({ preventScroll: true });
      }
      scrollTo(scrollX, scrollY);
    }
    document.documentElement.classList.remove("waiting");
    document.documentElement.classList.add("running");
  };
})();
