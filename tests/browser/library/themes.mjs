// How the page can be looked at: light, dark, in the person's own colors, on paper.

const THEMES = {
  light: { media: "screen", features: { "prefers-color-scheme": "light" } },
  dark: { media: "screen", features: { "prefers-color-scheme": "dark" } },
  "forced colors": { media: "screen", features: { "forced-colors": "active" } },
  print: { media: "print", features: { "prefers-color-scheme": "light" } },
  "print from dark": { media: "print", features: { "prefers-color-scheme": "dark" } },
};

/** Those in which engines look at every view; what takes them long waits for `cargo xtask test --long`. */
export const themes = ["light", "dark", ...(process.env.DEEMED_LONG ? ["forced colors", "print"] : [])];

/** Sessions by page: asking for a new one each time is slow. */
const sessions = new WeakMap();

/** Puts the page into a theme. Without motion, since an engine may look while something fades in. */
export async function wear(page, theme) {
  const { media, features } = THEMES[theme];
  if (!sessions.has(page)) {
    sessions.set(page, await page.driver.page.createCDPSession());
  }
  const wanted = { "prefers-reduced-motion": "reduce", "forced-colors": "none", ...features };
  const all = Object.entries(wanted);
  await sessions.get(page).send("Emulation.setEmulatedMedia", { media, features: all.map(([name, value]) => ({ name, value })) });
  const isWorn = await page.evaluate((queries) => queries.every((query) => matchMedia(query).matches), [
    media, ...all.map(([name, value]) => `(${name}: ${value})`),
  ]);
  if (!isWorn) {
    throw new Error(`the page does not take the theme "${theme}"`);
  }
}
