/** Keys, and positions in lists (from 0), that lead to a value in a block's options. */
export type OptionPath = readonly (string | number)[];

/** A stretch of one line of a block's text. */
export interface Place {
  /** Line in the block, from 0. */
  readonly line: number;
  /** Columns, half-open, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly path: OptionPath;
  readonly key: Place | null;
  readonly value: Place;
}

/**
 * Where the options of a block stand in its text, for messages that show them. The YAML itself is read by the app's parser,
 * which tells no places; so lines are matched by their indentation here, and whatever this cannot follow (a flow
 * collection over several lines, say) falls back to the line of the nearest key above it.
 */
export class Places {
  private byPath: ReadonlyMap<string, Found> | null = null;
  /** A key that stands a second time beside itself, and where both stand. */
  private twice: DoubledKey | null = null;

  private readonly lines: readonly string[];

  constructor(source: string) {
    this.lines = source.split('\n');
  }

  /** A line of the text, from 0. */
  line(number: number): string {
    return this.lines[number] ?? '';
  }

  /**
   * @param what - the key itself, or its value
   * @param text - a piece to mark within the value, where the path leads into a flow collection (`[day, wek]`)
   */
  of(path: OptionPath, what: 'key' | 'value', text?: string): Place | null {
    const found = this.found();
    for (let length = path.length; length > 0; length -= 1) {
      const hit = found.get(nameOf(path.slice(0, length)));
      if (!hit) continue;
      if (length === path.length) {
        const value = hit.value.from < hit.value.to ? hit.value : (hit.key ?? hit.value);
        return what === 'key' ? (hit.key ?? hit.value) : value;
      }
      return inner(this.line(hit.value.line), hit, String(path[path.length - 1]), what === 'value' ? text : undefined);
    }
    return null;
  }

  /** The first key that stands twice in one place, which YAML forbids; null where none does. */
  doubled(): DoubledKey | null {
    this.found();
    return this.twice;
  }

  /** Gone through once, however many messages ask. */
  private found(): ReadonlyMap<string, Found> {
    if (this.byPath !== null) return this.byPath;
    const byPath = new Map<string, Found>();
    for (const one of scan(this.lines)) {
      const name = nameOf(one.path);
      const first = byPath.get(name);
      if (first === undefined) byPath.set(name, one);
      else if (this.twice === null && first.key !== null && one.key !== null) {
        this.twice = { path: one.path, places: [first.key, one.key] };
      }
    }
    this.byPath = byPath;
    return byPath;
  }
}

/** A key that stands twice. */
export interface DoubledKey {
  readonly path: OptionPath;
  readonly places: readonly Place[];
}

function nameOf(path: OptionPath): string {
  return JSON.stringify(path);
}

/** Where a key or a value stands in a flow collection (`{from: 2026-09-01}`, `[day, wek]`), else the whole of it. */
function inner(whole: string, hit: Found, key: string, text: string | undefined): Place {
  const { line } = hit.value;
  const piece = whole.slice(0, hit.value.to);
  const at = (found: number, length: number): Place => ({ line, from: found, to: found + length });
  if (text !== undefined && text !== '') {
    const found = piece.indexOf(text, hit.value.from);
    if (found >= 0) return at(found, text.length);
  }
  const found = keyIn(piece, hit.value.from, key);
  if (found !== null) {
    const after = piece.slice(found + key.length).replace(/^["']?\s*:\s*/, '');
    const value = /^("[^"]*"|'[^']*'|[^,}\]]*)/.exec(after)?.[0].trimEnd() ?? '';
    return text === undefined || value === '' ? at(found, key.length) : at(piece.length - after.length, value.length);
  }
  return hit.value.from < hit.value.to ? hit.value : (hit.key ?? hit.value);
}

/** Where a key begins that is followed by a colon, and is not only the end of a longer one. */
function keyIn(line: string, from: number, key: string): number | null {
  for (let at = line.indexOf(key, from); at >= 0 && key !== ''; at = line.indexOf(key, at + 1)) {
    const before = line[at - 1] ?? ' ';
    if (/[\s{,["']/.test(before) && /^["']?\s*:/.test(line.slice(at + key.length))) return at;
  }
  return null;
}

interface Frame {
  readonly indent: number;
  readonly kind: 'map' | 'list';
  readonly path: OptionPath;
  /** The key, or the position, that was read last. */
  last: string | number;
}

/** Blanks before the colon are taken with the key, and cut off: to look for where they begin takes long where there are many. */
const KEY = /^("(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^\s"'[\]{}#&*!|>%@`,-][^:#]*|-[^\s:#][^:#]*):(?=\s|$)/;
/** Nothing of ours is nested deeper; each level costs as much as all above it. */
const DEEPEST = 20;

function scan(lines: readonly string[]): Found[] {
  const found: Found[] = [];
  const frames: Frame[] = [];
  lines.forEach((line, number) => {
    let column = line.length - line.trimStart().length;
    while (column < line.length) {
      const rest = line.slice(column);
      if (rest.startsWith('#') || frames.length > DEEPEST) return;
      if (/^-(\s|$)/.test(rest)) {
        const frame = enter(frames, column, 'list');
        frame.last = typeof frame.last === 'number' ? frame.last + 1 : 0;
        const start = column + 1 + (rest.slice(1).length - rest.slice(1).trimStart().length);
        found.push({ path: [...frame.path, frame.last], key: null, value: valueAt(line, number, start) });
        column = start;
        continue;
      }
      const matched = KEY.exec(rest);
      const key = matched?.[1]?.trimEnd() ?? '';
      if (matched === null || key === '') return;
      const frame = enter(frames, column, 'map');
      frame.last = unquote(key);
      const after = column + matched[0].length;
      const start = after + (line.slice(after).length - line.slice(after).trimStart().length);
      found.push({
        path: [...frame.path, frame.last],
        key: { line: number, from: column, to: column + key.length },
        value: valueAt(line, number, start),
      });
      return;
    }
  });
  return found;
}

/** The frame that a line at this column belongs to; a list may stand as deep as the key that holds it. */
function enter(frames: Frame[], indent: number, kind: Frame['kind']): Frame {
  for (let top = frames.at(-1); top; top = frames.at(-1)) {
    if (top.indent === indent && top.kind === kind) return top;
    if (top.indent < indent || (top.indent === indent && kind === 'list')) break;
    frames.pop();
  }
  const above = frames.at(-1);
  const frame: Frame = { indent, kind, path: above ? [...above.path, above.last] : [], last: '' };
  frames.push(frame);
  return frame;
}

function valueAt(line: string, number: number, from: number): Place {
  const rest = line.slice(from);
  const remark = rest.search(/(?:^|\s)#/);
  return { line: number, from, to: from + (remark < 0 ? rest : rest.slice(0, remark)).trimEnd().length };
}

function unquote(key: string): string {
  return /^(".*"|'.*')$/.test(key) ? key.slice(1, -1) : key;
}
