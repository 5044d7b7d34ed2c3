// A site whose pages believe in another day. The clock is set before anything else of the page runs.

/** For `inBrowsers(…, { change: on("2027-06-01") })`. */
export const on = (day) => (name, bytes) => {
  if (name === "index.html") {
    // The changed script would not fit its digest.
    return Buffer.from(bytes.toString().replace(/(<script src="[^"]*boot[^"]*") integrity="[^"]*"/, "$1"));
  }
  return /^boot[^/]*\.js$/.test(name.split("/").pop()) ? Buffer.from(clock(day) + bytes.toString()) : bytes;
};

const clock = (day) => `{
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...values) {
      super(...(values.length > 0 ? values : ["${day}T12:00:00"]));
    }
  };
}
`;
