import { noteName } from '../vault/path';
import { backticks, codeSpans } from './code-spans';
import { linksOfLine } from './links';

/** What a reader sees of a line of Markdown: links by their display text, no marks of emphasis or code, no block id. */
export function plainWords(markdown: string): string {
  let shown = '';
  let copied = 0;
  for (const link of linksOfLine(markdown)) {
    shown += markdown.slice(copied, link.from) + (link.display ?? shownName(link.path, link.subpath));
    copied = link.to;
  }
  shown += markdown.slice(copied);
  let words = '';
  let plain = 0;
  const line = withoutBlockId(shown);
  for (const { from, to } of codeSpans(line)) {
    words += withoutEmphasis(line.slice(plain, from)) + codeWords(line.slice(from, to));
    plain = to;
  }
  words += withoutEmphasis(line.slice(plain));
  return words.replace(/\s+/g, ' ').trim();
}

function codeWords(span: string): string {
  const marks = backticks(span, 0);
  return span.slice(marks, -marks).replace(/^ | $/g, '');
}

/** A line without the id that the app puts at the end of what is linked to (`^a1b2c3`), and without blanks there. */
export function withoutBlockId(line: string): string {
  const words = line.trimEnd();
  const id = /\s\^[\w-]+$/.exec(words);
  return id === null ? words : words.slice(0, id.index).trimEnd();
}

const PAIRS = ['**', '__', '~~', '=='] as const;

function withoutEmphasis(text: string): string {
  return withoutPairs(text)
    .replace(/\*([^\s*](?:[^*]*?[^\s*])?)\*/g, '$1')
    .replace(/(^|[\s(])_([^\s_](?:[^_]*?[^\s_])?)_(?=$|[\s),.;:!?])/g, '$1$2');
}

/** Takes out double marks with words between them, each pair once, from the left. */
function withoutPairs(text: string): string {
  if (!PAIRS.some((mark) => text.includes(mark))) return text;
  const closings = new Map<string, { readonly at: number[]; next: number }>(
    PAIRS.map((mark) => [mark, { at: closingsOf(text, mark), next: 0 }]),
  );
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const mark = text.slice(at, at + 2);
    const known = closings.get(mark);
    const close = known === undefined || isBlankAt(text, at + 2) ? undefined : nextFrom(known, at + 3);
    if (close === undefined) {
      at += 1;
      continue;
    }
    result += text.slice(copied, at) + text.slice(at + 2, close);
    copied = close + 2;
    at = copied;
  }
  return result + text.slice(copied);
}

/** Where the mark stands right behind a word. */
function closingsOf(text: string, mark: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    if (!isBlankAt(text, at - 1)) found.push(at);
  return found;
}

function nextFrom(known: { readonly at: readonly number[]; next: number }, from: number): number | undefined {
  while ((known.at[known.next] ?? from) < from) known.next += 1;
  return known.at[known.next];
}

function isBlankAt(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

function shownName(path: string, subpath: string): string {
  const name = noteName(path);
  return name === '' ? subpath.replace(/^#\^?/, '') : name;
}
