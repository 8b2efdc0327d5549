import { lenientDay } from '../time/lenient-day';
import { ask, Draft, plainTitle, type Asked, type Converted, type VaultFacts } from './conversion';
import {
  Code,
  endOfCode,
  isList,
  isObject,
  readLiteral,
  skipBlanks,
  type Literal,
  type LiteralObject,
} from './literal';
import { style } from './style';

const CALL = /\brender(HeatmapCalendar|HeatmapTracker|ContributionGraph)\s*\(/g;
const DECLARED = /\b(?:const|let|var)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=(?!=)/gu;
const ASSIGNED = /^[ \t]*([\p{ID_Start}$_][\p{ID_Continue}$]*)\.([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=(?!=)/gmu;
const PAGES = /\bdv\.pages\s*\(/g;
const WHERE = /\.(?:where|filter)\s*\(/g;
const PUSHED = /\.push\s*\(|\.map\s*\(/g;
const SAID = /\bdv\.(?:span|header|paragraph|el)\s*\(/g;

/**
 * Reads a script that draws a heatmap of another plugin: what it hands over, and how it gathers that from notes. Read as
 * text with `readLiteral`, never run. Null where it draws none, or where it cannot be told what it draws.
 */
export function convertScript(text: string, facts: VaultFacts): Converted | null {
  const calls = some(text, CALL);
  const [call] = calls;
  if (call === undefined) return null;
  const names = namesIn(text);
  const data = argumentOf(text, call.index + call[0].length, names);
  if (data === null) return null;
  const draft = new Draft();
  const whole = { ...data, ...assignedIn(text, names) };
  const hasData = givenEntries(draft, whole) || gathered(draft, text, names, facts);
  if (!hasData) return null;
  draft.set('title', titleOf(text, names, whole));
  style(draft, whole, call[1] === 'ContributionGraph');
  if (calls.length > 1) draft.loseCode(text.slice(calls[1]?.index, (calls[1]?.index ?? 0) + 60));
  return draft.done();
}

/** Scripts that people paste have a handful of each; each is looked at up to the script's end. */
const MOST_MATCHES = 40;

function some(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) if (found.push(match) === MOST_MATCHES) break;
  return found;
}

/** What names in the script stand for, as far as they are plain values. */
function namesIn(text: string): ReadonlyMap<string, Literal> {
  const names = new Map<string, Literal>();
  let free = 0;
  for (const match of some(text, DECLARED)) {
    const [whole, name = ''] = match;
    if (match.index < free) continue;
    const { value, end } = readLiteral(text, match.index + whole.length, names);
    if (value instanceof Code) continue;
    names.set(name, value);
    free = end;
  }
  return names;
}

/** What is given to the data afterwards: `data.basePath = "daily notes"`. */
function assignedIn(text: string, names: ReadonlyMap<string, Literal>): LiteralObject {
  const given: Record<string, Literal> = {};
  for (const match of some(text, ASSIGNED)) {
    const [whole, name = '', key = ''] = match;
    if (typeof names.get(name) === 'object') given[key] = readLiteral(text, match.index + whole.length, names).value;
  }
  return given;
}

/** The second argument of a call, as an object. */
function argumentOf(text: string, from: number, names: ReadonlyMap<string, Literal>): LiteralObject | null {
  const comma = endOfCode(text, from);
  if (text.charAt(comma) !== ',') return null;
  const { value } = readLiteral(text, comma + 1, names);
  return isObject(value) ? value : null;
}

/** Days that stand in the script itself. */
function givenEntries(draft: Draft, data: LiteralObject): boolean {
  const list = data['entries'] ?? data['data'];
  if (!isList(list) || list.length === 0) return false;
  const entries = list.flatMap((one) => {
    if (!isObject(one)) return [];
    const date = lenientDay(one['date']);
    const amount = Number(one['intensity'] ?? one['value'] ?? 4);
    if (date === null || !Number.isFinite(amount)) draft.loseCode(codeOf(one));
    draft.loseOptions(one, ['date', 'intensity', 'value', 'content', 'summary', 'items']);
    const note = one['content'] ?? one['summary'];
    const said = typeof note === 'string' && note.trim() !== '' ? note.trim() : null;
    return date === null || !Number.isFinite(amount)
      ? []
      : [{ date, value: amount, ...(said !== null && { note: said }) }];
  });
  const isPlain =
    entries.every((entry) => !('note' in entry)) && new Set(entries.map(({ date }) => date)).size === entries.length;
  draft.set('data', isPlain ? Object.fromEntries(entries.map(({ date, value }) => [date, value])) : entries);
  return entries.length > 0;
}

/** Entries that the script gathers from notes. */
function gathered(draft: Draft, text: string, names: ReadonlyMap<string, Literal>, facts: VaultFacts): boolean {
  const pages = some(text, PAGES)[0];
  if (pages === undefined) return false;
  const from = pages.index + pages[0].length;
  const source = text.charAt(skipBlanks(text, from)) === ')' ? '' : readLiteral(text, from, names).value;
  const entry = entryIn(text, names);
  if (typeof source !== 'string' || entry === null) return false;
  const asked = askedBy(draft, text, source, entry, names);
  if (asked === null) return false;
  // Where each day has the same amount, or one that is not understood, the days are what is left.
  const amount = entry['intensity'] ?? entry['value'];
  const isRead = amount instanceof Code && propertyIn(amount.text, names) !== null;
  ask(draft, { ...asked, isCounted: asked.property !== null && !isRead }, facts);
  return true;
}

/** The object that each page becomes. */
function entryIn(text: string, names: ReadonlyMap<string, Literal>): LiteralObject | null {
  for (const match of some(text, PUSHED)) {
    const brace = text.indexOf('{', match.index);
    const { value } = brace < 0 ? { value: null } : readLiteral(text, brace, names);
    if (isObject(value) && value['date'] !== undefined) return value;
  }
  return null;
}

function askedBy(
  draft: Draft,
  text: string,
  source: string,
  entry: LiteralObject,
  names: ReadonlyMap<string, Literal>,
): Asked | null {
  const date = dateIn(codeOf(entry['date']), names);
  if (date === undefined) return null;
  const amount = entry['intensity'] ?? entry['value'];
  let property = amount === undefined ? null : propertyIn(codeOf(amount), names);
  if (amount !== undefined && property === null && typeof amount !== 'number') draft.loseCode(codeOf(amount));
  for (const match of some(text, WHERE)) {
    const start = match.index + match[0].length;
    const condition = text.slice(start, endOfCode(text, start));
    const [, body = condition] = /=>\s*([\s\S]*)$/.exec(condition) ?? [];
    const named = propertyIn(body, names);
    if (named === null || (property !== null && named !== property)) draft.loseCode(condition);
    else property ??= named;
  }
  draft.loseOptions(entry, ['date', 'intensity', 'value', 'filePath', 'customHref']);
  return { source, property, date };
}

/** `page.steps`, `p["steps"]`, `p[NAME]`, `Number(page.steps)`, `page.steps ?? 0`: the property's name. */
function propertyIn(code: string, names: ReadonlyMap<string, Literal>): string | null {
  const inner = /^(?:Number|parseFloat|parseInt)\(([^()]*)\)$/.exec(code.trim())?.[1] ?? code;
  const [, dotted, key] =
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.([\p{ID_Start}$_][\p{ID_Continue}$.]*)|\[([^\]]+)\])(?:\s*(?:\?\?|\|\|)\s*\d+)?$/u.exec(
      inner.trim(),
    ) ?? [];
  if (dotted !== undefined) return /^file(?:\.|$)/.test(dotted) ? null : dotted;
  const meant = key === undefined ? null : readLiteral(key, 0, names).value;
  return typeof meant === 'string' ? meant : null;
}

/** The property of a note's day, `file.ctime` and its like, or null for the day in its name; undefined: not understood. */
function dateIn(code: string, names: ReadonlyMap<string, Literal>): string | null | undefined {
  if (/\.file\.(?:name|day)\b/.test(code)) return null;
  const [, time] = /\.file\.([cm](?:time|day))\b/.exec(code) ?? [];
  if (time !== undefined) return `file.${time}`;
  return propertyIn(code.replace(/\.(?:toString|toISODate|toFormat|format)\([^()]*\)$/, ''), names) ?? undefined;
}

function titleOf(text: string, names: ReadonlyMap<string, Literal>, data: LiteralObject): string {
  const given = data['heatmapTitle'] ?? data['title'];
  if (typeof given === 'string' || typeof given === 'number') return plainTitle(String(given));
  for (const match of some(text, SAID)) {
    let at = match.index + match[0].length;
    if (/header|el/.test(match[0])) at = endOfCode(text, at) + 1;
    const { value } = readLiteral(text, at, names);
    if (typeof value === 'string') return plainTitle(value);
  }
  return '';
}

/** As it is written, or nearly so; of what stands within it only what is plain, since names may hold one another many times over. */
function codeOf(value: Literal | undefined): string {
  if (value instanceof Code) return value.text;
  if (isList(value)) return '[…]';
  if (!isObject(value)) return value === undefined ? '' : String(value);
  const parts = Object.entries(value).map(([key, one]) => `${key}: ${isObject(one) ? '{…}' : codeOf(one)}`);
  return `{ ${parts.join(', ')} }`;
}
