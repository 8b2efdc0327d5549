/** What a link is made of, as offsets in the text. */
export interface LinkParts {
  readonly form: 'wikilink' | 'markdown';
  readonly to: number;
  /** What is shown, as written; null where nothing is said of it. */
  readonly display: string | null;
  /** Where the destination stands, angle brackets included. */
  readonly destinationFrom: number;
  readonly destinationTo: number;
}

const CLOSE = ']]';

/** Finds links at given places of one line, asked for in ascending order, in time that grows with the line alone. */
export class LinkReader {
  private close = -1;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  /** `[[destination|display]]` whose brackets open there, or null. A bar in a table is escaped; that backslash is none of it. */
  wikilink(at: number): LinkParts | null {
    const { text, end } = this;
    if (!text.startsWith('[[', at)) return null;
    const destinationFrom = at + 2;
    let stop = destinationFrom;
    while (stop < end && !'[]|'.includes(text.charAt(stop))) stop += 1;
    if (stop < end && text.charAt(stop) === '|') {
      const close = this.closeFrom(stop + 1);
      if (close < 0) return null;
      const destinationTo = text.charAt(stop - 1) === '\\' && stop > destinationFrom ? stop - 1 : stop;
      return wikilinkOf(text.slice(stop + 1, close), close + 2, destinationFrom, destinationTo);
    }
    return text.startsWith(CLOSE, stop) && stop + 2 <= end ? wikilinkOf(null, stop + 2, destinationFrom, stop) : null;
  }

  /** `[display](destination "title")` whose bracket opens there, or null. */
  markdown(at: number): LinkParts | null {
    const { text } = this;
    const close = this.displayEnd(at + 1);
    if (close < 0 || text.charAt(close + 1) !== '(') return null;
    const from = this.blanks(close + 2);
    const to = text.charAt(from) === '<' ? this.bracketed(from) : this.bare(from);
    if (to < 0) return null;
    const after = this.title(to);
    if (after >= this.end || text.charAt(after) !== ')') return null;
    const display = text.slice(at + 1, close);
    return { form: 'markdown', to: after + 1, display, destinationFrom: from, destinationTo: to };
  }

  private closeFrom(at: number): number {
    if (this.close < at) {
      const found = this.text.indexOf(CLOSE, at);
      this.close = found < 0 ? this.text.length : found;
    }
    return this.close + CLOSE.length <= this.end ? this.close : -1;
  }

  /** The bracket that closes the display: it may hold brackets in pairs, not nested ones, and escaped signs. */
  private displayEnd(from: number): number {
    let isInside = false;
    for (let at = from; at < this.end; at++) {
      const character = this.text.charAt(at);
      if (character === '\\') at += 1;
      else if (character === '[') {
        if (isInside) return -1;
        isInside = true;
      } else if (character === ']') {
        if (!isInside) return at;
        isInside = false;
      }
    }
    return -1;
  }

  private blanks(from: number): number {
    let at = from;
    while (at < this.end && ' \t'.includes(this.text.charAt(at))) at += 1;
    return at;
  }

  private bracketed(from: number): number {
    let at = from + 1;
    while (at < this.end && !'<>'.includes(this.text.charAt(at))) at += 1;
    return at < this.end && this.text.charAt(at) === '>' ? at + 1 : -1;
  }

  /** A destination without blanks; parentheses stand in it in pairs. */
  private bare(from: number): number {
    let opened = -1;
    let at = from;
    for (; at < this.end; at++) {
      const character = this.text.charAt(at);
      if (/\s/.test(character)) break;
      if (character === '(') {
        if (opened >= 0) break;
        opened = at;
      } else if (character === ')') {
        if (opened < 0) break;
        opened = -1;
      }
    }
    return opened < 0 ? at : -1;
  }

  private title(from: number): number {
    const at = this.blanks(from);
    const quote = this.text.charAt(at);
    if (at === from || (quote !== '"' && quote !== "'")) return at;
    const close = this.text.indexOf(quote, at + 1);
    return close < 0 || close >= this.end ? at : this.blanks(close + 1);
  }
}

function wikilinkOf(display: string | null, to: number, destinationFrom: number, destinationTo: number): LinkParts {
  return { form: 'wikilink', to, display, destinationFrom, destinationTo };
}
