import { noteName } from '../vault/path';
import { backticks, codeSpans } from './code-spans';
import { linksOfLine, type NoteLink } from './links';

/** What a reader sees of a line of Markdown: links by their display text, no marks of emphasis or code, no block id. */
export function plainWords(markdown: string): string {
  return wordPieces(markdown)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A part of a line as a reader sees it. */
export interface WordPiece {
  readonly text: string;
  /** Where it leads; null for plain words. */
  readonly link: PieceLink | null;
}

export interface PieceLink {
  /** A path with its heading or block, as a link names it; of one that leads out of the vault, the address. */
  readonly target: string;
  readonly external: boolean;
}

/** Noncharacters of Unicode, which no text holds: they stand for a link’s brackets while marks are taken out around and in it. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/** What `plainWords` says, in pieces, so that links can stay links. */
export function wordPieces(markdown: string): WordPiece[] {
  const text = markdown.replace(/[\uFDD0\uFDD1]/g, '');
  const links = linksOfLine(text);
  const pieces: WordPiece[] = [];
  const add = (piece: string, link: PieceLink | null): void => {
    if (piece !== '') pieces.push({ text: piece, link });
  };
  shownWords(text, links)
    .split(OPEN)
    .forEach((part, index) => {
      const [shown = '', after] = part.split(CLOSE);
      const link = index === 0 ? undefined : links[index - 1];
      add(shown, link === undefined ? null : targetOf(link, text));
      add(after ?? '', null);
    });
  return pieces;
}

function targetOf(link: NoteLink, text: string): PieceLink {
  const { external, path, subpath, destinationFrom, destinationTo } = link;
  if (!external) return { target: path + subpath, external };
  return { target: text.slice(destinationFrom, destinationTo).replace(/^<|>$/g, ''), external };
}

function shownWords(markdown: string, links: readonly NoteLink[]): string {
  const source = withoutBlockId(markdown); // as it was written: what a link shows makes no id of the words before it
  let shown = '';
  let copied = 0;
  for (const link of links) {
    shown += source.slice(copied, link.from) + OPEN + (link.display ?? shownName(link.path, link.subpath)) + CLOSE;
    copied = link.to;
  }
  shown += source.slice(copied);
  let words = '';
  let plain = 0;
  for (const { from, to } of codeSpans(shown)) {
    words += withoutEmphasis(shown.slice(plain, from)) + codeWords(shown.slice(from, to));
    plain = to;
  }
  words += withoutEmphasis(shown.slice(plain));
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
    .replace(/(^|[\s(\uFDD0])_([^\s_](?:[^_]*?[^\s_])?)_(?=$|[\s),.;:!?\uFDD1])/g, '$1$2');
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
