// <deemed-check profile="…" lang="…" title="…">: the check in a frame, for any page.
// Behavior of version 1 never changes. It reads nothing of your page and passes nothing on.
// Messages: docs/embedding/messages.md in the repository.
(() => {
  "use strict";
  const NAME = "deemed-check";
  const script = document.currentScript;
  if (!script || customElements.get(NAME)) {
    return;
  }
  const page = new URL("../", script.src);
  // The only heights there are, in pixels. They follow the kind of view, never the answers.
  const HEIGHTS = [800, 1000, 1300];
  // No allow-same-origin: the check needs no storage, and your page shares nothing with it.
  const SANDBOX =
    "allow-scripts allow-modals allow-downloads allow-popups " +
    "allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols";
  // What each message holds beside these.
  const COMMON = ["channel", "deemed", "message"];
  const MORE = { ready: [], size: ["step"], "scroll-top": [], lang: ["lang"] };

  const newChannel = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const isOfSchema = (data) => {
    const more = data && typeof data === "object" && Object.hasOwn(MORE, data.message) && MORE[data.message];
    return Boolean(more) && Object.keys(data).sort().join() === [...COMMON, ...more].sort().join();
  };

  class DeemedCheck extends HTMLElement {
    static observedAttributes = ["lang"];
    #frame;
    #channel;
    #asked;
    #step = 0;
    #ready = false;
    #hear = (event) => this.#take(event);

    connectedCallback() {
      if (this.#frame?.isConnected) {
        return;
      }
      this.#channel = newChannel();
      this.#step = 0;
      this.#ready = false;
      const address = new URL(page);
      const profile = this.getAttribute("profile");
      if (profile) {
        address.searchParams.set("for", profile);
      }
      this.#asked = this.lang;
      if (this.lang) {
        address.searchParams.set("lang", this.lang);
      }
      address.hash = `outputs&channel=${this.#channel}`;
      const frame = document.createElement("iframe");
      frame.title = this.getAttribute("title") || "Deemed";
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
      frame.setAttribute("sandbox", SANDBOX);
      const { style } = frame;
      style.display = "block";
      style.width = "100%";
      style.height = `${HEIGHTS[0]}px`;
      style.border = "0";
      frame.src = address;
      this.#frame = frame;
      addEventListener("message", this.#hear);
      // The link inside stays for browsers that run no script.
      this.replaceChildren(frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#frame = undefined;
    }

    attributeChangedCallback() {
      if (this.#ready) {
        this.#suggest(this.lang);
      }
    }

    #suggest(lang) {
      if (!lang || lang === this.#asked) {
        return;
      }
      this.#asked = lang;
      const message = { deemed: 1, channel: this.#channel, message: "lang", lang };
      // The frame has no origin that could be named; it is the one window that gets this.
      this.#frame.contentWindow.postMessage(message, "*");
    }

    #take({ source, origin, data }) {
      // A sandboxed frame has the origin "null". Another would not be the page we opened.
      const isOurs = this.#frame && source === this.#frame.contentWindow && origin === "null";
      if (!isOurs || !isOfSchema(data) || data.deemed !== 1 || data.channel !== this.#channel) {
        return;
      }
      if (data.message === "ready") {
        this.#ready = true;
        this.#suggest(this.lang);
      } else if (data.message === "size") {
        this.#grow(data.step);
      } else if (data.message === "scroll-top") {
        this.#scroll();
      }
    }

    #grow(step) {
      if (Number.isInteger(step) && step > this.#step && step < HEIGHTS.length) {
        this.#step = step;
        this.#frame.style.height = `${HEIGHTS[step]}px`;
      }
    }

    #scroll() {
      if (this.#frame.getBoundingClientRect().top < 0) {
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        this.#frame.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
      }
    }
  }

  customElements.define(NAME, DeemedCheck);
})();
