import { plainHtml } from './csl/plain-html';

/** An element of XML, or of HTML that is close to it. */
export interface Element {
  /** What stands in its start tag behind the name. */
  readonly attributes: string;
  /** What stands between its tags, as written. */
  readonly inner: string;
  /** Where its start tag begins, and where its end tag does. */
  readonly start: number;
  readonly end: number;
}

/**
 * The elements of a name, in order: each ends at the next end tag of that name, so one within another of the same name is
 * part of it. One without an end is none. The text is gone through once.
 */
export function elementsOf(text: string, name: string): Element[] {
  const found: Element[] = [];
  const end = `</${name}`;
  const start = new RegExp(`<${name}(?=[\\s/>])`, 'g');
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const close = text.indexOf('>', start.lastIndex);
    if (close < 0) break;
    const attributes = text.slice(start.lastIndex, close);
    if (attributes.endsWith('/')) {
      found.push({ attributes, inner: '', start: match.index, end: close });
      continue;
    }
    const stop = text.indexOf(end, close);
    if (stop < 0) break;
    found.push({ attributes, inner: text.slice(close + 1, stop), start: match.index, end: stop });
    start.lastIndex = stop;
  }
  return found;
}

/** The value of an attribute in a start tag; null where it has none. */
export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes.slice(0, 4_000));
  return match === null ? null : plainHtml(match[1] ?? match[2] ?? '');
}

/** What an element says, without tags; `''` where there is none of the names. */
export function saidIn(text: string, ...names: readonly string[]): string {
  for (const name of names) {
    const said = plainHtml(withoutCdata(elementsOf(text, name)[0]?.inner ?? ''));
    if (said !== '') return said;
  }
  return '';
}

/** Text that XML quotes as a whole, as it would be written without that. */
function withoutCdata(text: string): string {
  let plain = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf('<![CDATA[', at);
    const to = from < 0 ? -1 : text.indexOf(']]>', from);
    if (to < 0) return plain + text.slice(at);
    plain += text.slice(at, from) + text.slice(from + 9, to);
    at = to + 3;
  }
}
