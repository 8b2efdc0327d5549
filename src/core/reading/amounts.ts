/** Minutes in a day; no single line can hold more. */
const MOST_MINUTES = 1440;

const HOURS_AND_MINUTES =
  /^(?:(\d{1,4}(?:\.\d+)?)\s*(?:h|hrs?|hours?|小时|个小时)(?:\s*,|\s+and\b)?)?\s*(?:(\d{1,5}(?:\.\d+)?)\s*(?:m|mins?|minutes?|分|分钟)?)?$/i;

/**
 * Minutes as people write them, and Dataview: `60`, `60 min`, `1.5h`, `1h30m`, `1 hour, 30 minutes`, `1 小时 30 分钟`;
 * rounded to whole ones.
 * Null where it is no length of time, or longer than a day.
 */
export function parseMinutes(written: string): number | null {
  const text = written.normalize('NFKC').trim();
  const match = HOURS_AND_MINUTES.exec(text);
  if (text === '' || match === null) return null;
  const minutes = Math.round(Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0));
  return minutes <= MOST_MINUTES ? minutes : null;
}

/** One of the three passes over a paper, or null. */
export function parsePass(written: string): 1 | 2 | 3 | null {
  const text = written.normalize('NFKC').trim();
  return text === '1' ? 1 : text === '2' ? 2 : text === '3' ? 3 : null;
}

/**
 * How many pages a list of pages and ranges holds: `4-6` is 3, `4-6, 9` is 4; page marks (`p. 4`, `第 4 页`) are fine.
 * Null where it cannot be read, and where a range runs backwards.
 */
export function countPages(written: string): number | null {
  const text = written.normalize('NFKC').replace(/pp?\.?\s*(?=\d)|[第页]/gi, '');
  let pages = 0;
  for (const part of text.split(/[,;、]/)) {
    const range = /^\s*(\d{1,5})(?:\s*[-–—~至到]\s*(\d{1,5}))?\s*$/.exec(part);
    if (range === null) return null;
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    if (last < first) return null;
    pages += last - first + 1;
  }
  return pages;
}
