// A site whose pages believe in another day. The clock is set before anything else of the page runs.

import { withScript } from "./site.mjs";

/** For `inBrowsers(…, { change: on("2027-06-01") })`. */
export const on = (day) => (name, bytes) =>
  name === "index.html" ? Buffer.from(withScript(bytes, clock(day))) : bytes;

const clock = (day) => `{
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...values) {
      super(...(values.length > 0 ? values : ["${day}T12:00:00"]));
    }
  };
}
`;
