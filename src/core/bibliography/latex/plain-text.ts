import { plainMaths, shifted } from './maths';
import { ACCENTS, BARE_ACCENTS, LOWERED, RAISED, SIGNS } from './signs';

/** A field's LaTeX as plain text on one line: what a reader sees. Commands that are not known give their argument. */
export function plainText(tex: string): string {
  const text = /[\\{}$~`'-]/.test(tex) ? new TexReader(tex).read() : tex;
  return text.replace(/\s+/gu, ' ').trim();
}

/** What is done where a group ends. */
type GroupEnd = 'none' | 'raise' | 'lower' | 'drop' | 'quote';

const COMMAND = /\\([a-zA-Z]+)\*?[ \t\r\n]*/y;
/** What lengths and penalties take after them. */
const LENGTH = /[-+.\d]*[ ]?(?:pt|em|ex|mm|cm|in|mu|sp|bp|pc)?/y;
const LENGTH_COMMANDS: ReadonlySet<string> = new Set(['kern', 'hskip', 'hspace', 'mkern', 'mskip', 'penalty']);
const GROUP_ENDS: ReadonlyMap<string, GroupEnd> = new Map([
  ['textsuperscript', 'raise'],
  ['textsubscript', 'lower'],
  ['href', 'drop'],
  ['hspace', 'drop'],
  ['vspace', 'drop'],
  ['enquote', 'quote'],
  ['mkbibquote', 'quote'],
]);
/** A raised or lowered group is some signs. */
const LONGEST_SHIFTED = 40;

/** One pass over the text: groups are a stack, so that nesting costs nothing. */
class TexReader {
  private at = 0;
  private out = '';
  /** A combining sign that waits for its letter. */
  private accent = '';
  /** What the next group's end does. */
  private next: GroupEnd = 'none';
  private readonly groups: { readonly end: GroupEnd; readonly from: number }[] = [];
  private quotes = 0;
  private hasMathsEnd = true;

  constructor(private readonly tex: string) {}

  read(): string {
    const { tex } = this;
    while (this.at < tex.length) {
      const sign = tex.charAt(this.at);
      if (sign === '\\') this.command();
      else if (sign === '{') this.open();
      else if (sign === '}') this.close();
      else if (sign === '$') this.maths();
      else this.text(sign);
    }
    return this.out;
  }

  private open(): void {
    this.at++;
    if (this.next === 'quote') this.emit(this.quotes++ % 2 === 0 ? '“' : '‘');
    this.groups.push({ end: this.next, from: this.out.length });
    this.next = 'none';
  }

  private close(): void {
    this.at++;
    if (this.accent !== '') this.bareAccent();
    const group = this.groups.pop();
    if (group === undefined || group.end === 'none') return;
    if (group.end === 'quote') {
      this.out += --this.quotes % 2 === 0 ? '”' : '’';
      return;
    }
    const length = this.out.length - group.from;
    if (length > LONGEST_SHIFTED && group.end !== 'drop') return;
    const inside = this.out.slice(group.from);
    const after = group.end === 'drop' ? '' : (shifted(inside, group.end === 'raise' ? RAISED : LOWERED) ?? inside);
    this.out = this.out.slice(0, group.from) + after;
  }

  private text(sign: string): void {
    const { tex } = this;
    const pair = tex.slice(this.at, this.at + 2);
    if (sign === '~') this.emit(' ', 1);
    else if (tex.startsWith('---', this.at)) this.emit('—', 3);
    else if (pair === '--') this.emit('–', 2);
    else if (pair === '``') this.emit('“', 2);
    else if (pair === "''") this.emit('”', 2);
    else if (sign === '`') this.emit('‘', 1);
    else if (this.accent !== '' && /\s/.test(sign)) this.at++;
    else {
      const letter = String.fromCodePoint(tex.codePointAt(this.at) ?? 32);
      this.emit(letter, letter.length);
    }
  }

  private command(): void {
    const { tex } = this;
    COMMAND.lastIndex = this.at;
    const match = COMMAND.exec(tex);
    if (match === null) {
      this.at += 2;
      this.signCommand(tex.charAt(this.at - 1));
      return;
    }
    const [whole, name = ''] = match;
    this.at += whole.length;
    const sign = SIGNS.get(name);
    const accent = ACCENTS.get(name);
    const end = GROUP_ENDS.get(name);
    if (sign !== undefined) {
      this.emit(sign);
      if (tex.startsWith('{}', this.at)) this.at += 2;
    } else if (accent !== undefined) this.accent = accent;
    else if (name === 'ensuremath') this.emit(plainMaths(this.argument()));
    else if (name === 'url' || name === 'path' || name === 'nolinkurl') this.emit(this.argument());
    else if (end !== undefined && tex.charAt(this.at) === '{') this.next = end;
    else if (LENGTH_COMMANDS.has(name)) {
      LENGTH.lastIndex = this.at;
      this.at += LENGTH.exec(tex)?.[0].length ?? 0;
    }
  }

  private signCommand(sign: string): void {
    const accent = ACCENTS.get(sign);
    if (accent !== undefined && sign !== '') this.accent = accent;
    else if (sign === '(' || sign === '[') this.displayed(sign === '(' ? '\\)' : '\\]');
    else if (!'-/@!'.includes(sign)) this.emit(/[\\\n\s,;:]/.test(sign) ? ' ' : sign);
  }

  private maths(): void {
    const { tex } = this;
    const from = tex.startsWith('$$', this.at) ? this.at + 2 : this.at + 1;
    const to = tex.indexOf('$', from);
    if (to < 0) {
      this.emit('$', 1);
      return;
    }
    this.emit(plainMaths(tex.slice(from, to)));
    this.at = tex.startsWith('$$', to) && from > this.at + 1 ? to + 2 : to + 1;
  }

  private displayed(end: string): void {
    const to = this.hasMathsEnd ? this.tex.indexOf(end, this.at) : -1;
    this.hasMathsEnd = to >= 0;
    if (to < 0) return;
    this.emit(plainMaths(this.tex.slice(this.at, to)));
    this.at = to + 2;
  }

  /** The group that follows, as it is written; the cursor goes behind it. */
  private argument(): string {
    const { tex } = this;
    if (tex.charAt(this.at) !== '{') return '';
    const from = ++this.at;
    for (let depth = 1; this.at < tex.length; this.at++) {
      const sign = tex.charAt(this.at);
      if (sign === '\\') this.at++;
      else if (sign === '{') depth++;
      else if (sign === '}' && --depth === 0) return tex.slice(from, this.at++);
    }
    return tex.slice(from);
  }

  private bareAccent(): void {
    this.out += BARE_ACCENTS.get(this.accent) ?? '';
    this.accent = '';
  }

  /** Adds what a reader sees; an accent that waits goes onto its first letter. */
  private emit(text: string, length = 0): void {
    this.at += length;
    if (this.accent === '' || text === '') {
      this.out += text;
      return;
    }
    const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
    const letter = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    this.out += (letter + this.accent).normalize('NFC') + text.slice(first.length);
    this.accent = '';
  }
}
