/** A place where an entry may begin. */
export interface EntryStart {
  /** Of the `@`. */
  readonly at: number;
  readonly type: string;
  /** Behind the opening bracket. */
  readonly from: number;
  readonly close: '}' | ')';
}

const START = /@[ \t]*([a-z_][\w-]*)\s*([{(])/gi;

/**
 * Places where entries may begin: at the start of a line, a stray sign aside, or behind the end of another. A value may hold
 * such a line, too.
 */
export function entryStarts(text: string): EntryStart[] {
  const starts: EntryStart[] = [];
  for (const match of text.matchAll(START)) {
    const [whole, type = '', open = ''] = match;
    if (!mayBegin(text, match.index)) continue;
    const from = match.index + whole.length;
    starts.push({ at: match.index, type: type.toLowerCase(), from, close: open === '(' ? ')' : '}' });
  }
  return starts;
}

function mayBegin(text: string, at: number): boolean {
  const before = blanksBefore(text, at);
  if (before < 0 || '\n\r})"'.includes(text.charAt(before))) return true;
  const further = blanksBefore(text, before);
  return text.charAt(before) !== '%' && (further < 0 || '\n\r'.includes(text.charAt(further)));
}

function blanksBefore(text: string, at: number): number {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t' || text[before] === '\uFEFF')) before--;
  return before;
}

const HEAD = /@[ \t]*[a-z_][\w-]*\s*[{(]\s*[^\s,{}()="]+\s*,\s*[a-z][\w-]*\s*=/iy;

/** Whether what begins here is an entry and no words of a value: a key and a first field follow. */
export function looksLikeEntry(text: string, { at }: EntryStart): boolean {
  HEAD.lastIndex = at;
  return HEAD.test(text);
}
