import type { Keyword, Keywords } from './keywords';

/** A keyword on a line, and what belongs to it. Offsets are those in the line. */
export interface LineMark {
  readonly keyword: Keyword;
  /** The keyword as written, and the topic in brackets behind it. */
  readonly from: number;
  readonly to: number;
  /** What stands in the brackets; an empty range where there are none. */
  readonly argFrom: number;
  readonly argTo: number;
  /** What it says. */
  readonly textFrom: number;
  readonly textTo: number;
  /** Whether it is struck through. */
  readonly struck: boolean;
  /** Whether it is what the line, or a cell of a table, begins with. */
  readonly first: boolean;
}

/** Stands for each character that is no place for a mark (code, links, formulas): neither a word nor a blank. */
export const MASK = '\uFFFC';

const WORD_BEFORE = /[\p{L}\p{M}\p{N}_#@/\\.$&-]$/u;
/** Han may follow a Latin keyword; `READ-ONLY` and `TODO.md` are words of their own. */
const WORD_AFTER = /^(?:[\p{N}_]|(?!\p{Script=Han})\p{L}|[-./@\\][\p{L}\p{N}])/u;
const TOPIC = /[(（]([^()（）]*)[)）]/y;
const COLON = /[*_=~]{0,3}[:：](:?)/y;
const LEADER =
  /^(?:[ \t]*>)*[ \t]*(?:\[![^\]]*\][+-]?[ \t]*)?(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[^\]]\][ \t]+)?(?:#{1,6}[ \t]+)?/;

/**
 * The marks of one line: a keyword with a topic, a colon, or nothing behind it, where the line begins (behind what marks a
 * list, a box, a quote, a callout, a heading, a cell, a comment), and with a colon anywhere. Han keywords need a colon or a
 * topic. In code a keyword counts only where a comment begins.
 *
 * @param line - with `MASK` in place of what is no place for a mark
 */
export function lineMarks(line: string, { byForm, pattern }: Keywords, isCode: boolean): LineMark[] {
  const found: LineMark[] = [];
  let reader: LineReader | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    const [form] = match;
    const keyword = byForm.get(form);
    reader ??= new LineReader(line, isCode);
    const mark = keyword === undefined ? null : reader.read(keyword, form, match.index);
    if (mark === null) continue;
    const last = found.at(-1);
    if (last !== undefined && last.textTo > mark.leader)
      found[found.length - 1] = { ...last, textFrom: Math.min(last.textFrom, mark.leader), textTo: mark.leader };
    const { leader: _leader, ...plain } = mark;
    found.push(plain);
    pattern.lastIndex = mark.to;
  }
  return found.map((mark) => ({ ...mark, textTo: trimmedEnd(line, mark) }));
}

class LineReader {
  private readonly begin: number;
  private readonly isRow: boolean;
  private readonly bars = new Finder('|');
  private readonly ends: readonly Finder[];
  private readonly strikes = new Finder('~~');
  /** How many `~~` stand before `strike`, which is the next one. */
  private passed = 0;
  private strike: number;

  constructor(
    private readonly line: string,
    private readonly isCode: boolean,
  ) {
    this.begin = isCode ? line.search(/\S|$/) : (LEADER.exec(line)?.[0].length ?? 0);
    this.isRow = !isCode && line.startsWith('|', this.begin);
    this.ends = (isCode ? ['*/', '-->'] : ['%%', '-->']).map((sign) => new Finder(sign));
    this.strike = this.strikes.next(line, 0);
  }

  read(keyword: Keyword, form: string, from: number): (LineMark & { readonly leader: number }) | null {
    const { line, isCode } = this;
    const leader = this.leaderOf(from);
    const first = isCode ? this.isComment(leader) : this.isBegin(leader);
    const end = from + form.length;
    const isHan = !/^[A-Z]/.test(form);
    if (!first && WORD_BEFORE.test(line.slice(Math.max(0, from - 2), from))) return null;
    if (!isHan && WORD_AFTER.test(line.slice(end, end + 3))) return null;
    const topic = at(TOPIC, line, end);
    const to = end + (topic?.[0].length ?? 0);
    const colon = at(COLON, line, to);
    if (colon?.[1] === ':') return null; // a field of Dataview's
    if (isCode ? !first : !first && colon === null) return null;
    if (isHan && colon === null && topic === null) return null;
    const struck = this.struckUntil(from);
    const afterColon = to + (colon?.[0].length ?? 0);
    const textFrom = afterColon + (/^[*_=~]+/.exec(line.slice(afterColon, afterColon + 3))?.[0].length ?? 0);
    const stops = [this.isRow ? this.bars.next(line, to) : line.length, struck ?? line.length];
    for (const finder of this.ends) stops.push(finder.next(line, to));
    return {
      keyword,
      from,
      to,
      argFrom: topic === null ? end : end + 1,
      argTo: topic === null ? end : to - 1,
      textFrom: Math.min(textFrom, ...stops),
      textTo: Math.min(...stops),
      struck: struck !== null,
      first,
      leader,
    };
  }

  /** Where the marks of emphasis and the blanks before a place begin; in code a stroke alone emphasises. */
  private leaderOf(from: number): number {
    const signs = this.isCode ? ' \t~' : ' \t*=~';
    let leader = from;
    while (leader > this.begin && signs.includes(this.line.charAt(leader - 1))) leader -= 1;
    return leader;
  }

  private isBegin(leader: number): boolean {
    const { line } = this;
    if (leader === this.begin || (this.isRow && line.charAt(leader - 1) === '|')) return true;
    return line.startsWith('%%', leader - 2) || line.startsWith('<!--', leader - 4);
  }

  /** Whether a comment of some language opens right before the place. */
  private isComment(leader: number): boolean {
    const { line, begin } = this;
    const sign = line.charAt(leader - 1);
    let opens = leader;
    while (opens > begin && line.charAt(opens - 1) === sign) opens -= 1;
    const run = leader - opens;
    switch (sign) {
      case '#':
        return true;
      case '/':
        return run >= 2 && line.charAt(opens - 1) !== ':';
      case '-':
        return run >= 2;
      case '%':
      case ';':
        return opens <= begin || ' \t'.includes(line.charAt(opens - 1));
      case '*':
        return opens <= begin || line.charAt(opens - 1) === '/';
      default:
        return false;
    }
  }

  /** Where the stroke through a place ends; null where there is none. Asked in the order of the line. */
  private struckUntil(from: number): number | null {
    while (this.strike < from) {
      this.passed += 1;
      this.strike = this.strikes.next(this.line, this.strike + 2);
    }
    return this.passed % 2 === 1 && this.strike < this.line.length ? this.strike : null;
  }
}

/** Where a sign stands next, or the line's end; asked in the order of the line, all answers take one walk. */
class Finder {
  private known = -1;

  constructor(private readonly sign: string) {}

  next(line: string, from: number): number {
    if (this.known < from) {
      const found = line.indexOf(this.sign, from);
      this.known = found < 0 ? line.length : found;
    }
    return this.known;
  }
}

function at(pattern: RegExp, line: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(line);
}

/** Where the words of a mark end: without blanks, and without the emphasis that began before its keyword. */
function trimmedEnd(line: string, { from, textFrom, textTo }: LineMark): number {
  const sign = line.charAt(from - 1);
  const signs = sign === '*' || sign === '=' ? ` \t${sign}` : ' \t';
  let end = textTo;
  while (end > textFrom && signs.includes(line.charAt(end - 1))) end -= 1;
  return end;
}
