import { plainWords, withoutBlockId } from '../markdown/plain-words';
import { repairBlocks } from '../block/repair';
import { linksAsWords, replaceLinks } from '../markdown/links-as-words';
import { parseListLine } from '../markdown/list-lines';
import { linksOfLine } from '../markdown/links';
import { scanBody, scanNote } from '../markdown/scan';
import { headingText } from '../markdown/sections';
import { mathAsCode } from '../markdown/math-as-code';
import { privateLines } from '../private/private-lines';
import {
  withQuestions,
  withoutEmptySections,
  withoutOwnTitle,
  withoutWrappers,
  type SharedLine,
  type SharedTitle,
} from './shared-lines';

/** How a report is put for others. */
export interface SharingForm {
  /** What it begins with; null: as the note does. */
  readonly title: SharedTitle | null;
  /** Whether sections with nothing in them stay. */
  readonly keepsEmpty: boolean;
  /** What a generated part says that has nothing to tell, in any language, without its links. */
  readonly nothing: readonly string[];
  /** Names of the section for questions, which those marked in notes are put into; where there is none, they stay. */
  readonly questions?: readonly string[];
  /** Says of a note, by the path of a link to it, that it is private as a whole, and not named. */
  readonly isPrivate?: (path: string) => boolean;
}

const AS_WRITTEN: SharingForm = { title: null, keepsEmpty: false, nothing: [] };

/**
 * A report as it may be sent: Markdown without frontmatter, comments, markers of guarded blocks, block ids, private
 * lines (and what belongs to them), empty items and sections with nothing in them. Links within the vault lead nowhere
 * for others, so that only their words stay; and of those that say where a plan stands, nothing.
 */
export function sharedMarkdown(text: string, form: SharingForm = AS_WRITTEN): string {
  return sharedReport(text, form).markdown;
}

/** A report as it may be sent, and what is to be known of it before it is. */
export interface SharedReport {
  readonly markdown: string;
  /** The lines of that with words in them, and how many private ones stay behind below each. */
  readonly sheet: readonly Pick<SharedLine, 'text' | 'gone'>[];
  /** Where the links within the vault led that are words there, each as it was written. */
  readonly links: readonly string[];
  /** How many lines are private, blank ones aside. */
  readonly private: number;
}

/** `sharedMarkdown`, with what it holds and what stays behind. */
export function sharedReport(text: string, form: SharingForm = AS_WRITTEN): SharedReport {
  const { lines, gone } = sharedLines(text, form);
  const { title } = form;
  const head = title === null ? [] : [{ text: `# ${title.text}` }];
  return {
    markdown: head.map((line) => `${line.text}\n\n`).join('') + written(lines),
    sheet: [...head, ...lines.filter((line) => line.text.trim() !== '')],
    links: [...new Set(lines.flatMap(({ links = [] }) => links))],
    private: gone,
  };
}

/**
 * The same as plain text for a chat, which shows no Markdown: words only, boxes as ✓ and ○, addresses in brackets, and
 * no blank lines around headings and above items.
 *
 * @param headed - a heading as a chat shows it
 */
export function sharedPlainText(
  text: string,
  form: SharingForm = AS_WRITTEN,
  headed: (heading: string) => string = (heading) => heading,
): string {
  const lines: string[] = form.title === null ? [] : [form.title.text];
  let isBelowHeading = true;
  let underline = -1;
  let blanks: string[] = [];
  for (const line of scanBody(mathAsCode(written(sharedLines(text, form).lines)))) {
    const trimmed = line.text.trim();
    const isHeading = line.heading !== null;
    if (line.code === 'fence' || line.number === underline) continue;
    if (line.code === null && trimmed.includes('---') && /^[\s:|-]*$/.test(trimmed)) continue; // a rule, also a table's
    if (line.code === null && trimmed === '') {
      blanks = [''];
      continue;
    }
    if (!isHeading && !isBelowHeading && !isItem(line.text)) lines.push(...blanks);
    blanks = [];
    isBelowHeading = isHeading;
    if (line.heading !== null && line.heading.last > line.number) underline = line.heading.last;
    if (isHeading) lines.push(headed(wordsOf(headingText(line.text))));
    else lines.push(line.code === null ? plainTextLine(line.text) : line.text);
  }
  return `${lines.join('\n').trim()}\n`;
}

const isItem = (text: string): boolean => /^\s*[-*+]\s/.test(text);

interface OpenLines {
  readonly lines: readonly SharedLine[];
  /** Private lines that were left out, blank ones aside. */
  readonly gone: number;
}

function sharedLines(text: string, form: SharingForm): OpenLines {
  const { title, keepsEmpty, nothing, questions = [] } = form;
  const open = openLines(text, keepsEmpty ? new Set() : new Set(nothing.map((words) => words.trim())), form);
  let lines = withQuestions(open.lines, questions);
  if (title !== null) lines = withoutOwnTitle(lines, title);
  if (!keepsEmpty) lines = withoutEmptySections(lines);
  if (title !== null) lines = withoutWrappers(lines);
  return { lines, gone: open.gone };
}

function written(lines: readonly SharedLine[]): string {
  const text = lines.map((line) => line.text).join('\n');
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

/** What of a report is for others, line by line. */
function openLines(text: string, nothing: ReadonlySet<string>, { isPrivate }: SharingForm): OpenLines {
  const scanned = scanNote(repairBlocks(text, new Map()));
  const hidden = privateLines(scanned);
  const lines: SharedLine[] = [];
  let gone = 0;
  for (const line of scanned) {
    if (hidden.has(line.number)) {
      if (line.text.trim() === '') continue;
      gone += 1;
      const above = lines.pop();
      if (above !== undefined) lines.push({ ...above, gone: (above.gone ?? 0) + 1 });
      continue;
    }
    if (line.kind === 'frontmatter' || line.kind === 'marker' || line.kind === 'comment') continue;
    const generated = line.kind === 'guarded';
    if (line.code !== null) {
      lines.push({ text: line.text, generated, block: line.block });
      continue;
    }
    const shown = line.visible.trimEnd();
    if (shown.trim() === '' && line.text.trim() !== '') continue; // a remark within a part
    const item = parseListLine(shown);
    if (item?.text === '') continue;
    if (generated && item !== null && nothing.has(replaceLinks(item.text, () => '').trim())) continue;
    const words = line.block === 'plan-review' ? shown.replace(PLACE, '') : shown;
    const plain = withoutBlockId(words);
    const links = linksOfLine(plain).flatMap((link) => (link.external || link.path === '' ? [] : [link.path]));
    lines.push({ text: linksAsWords(plain, isPrivate).trimEnd(), generated, block: line.block, links });
  }
  return { lines, gone };
}

/** Where a plan stands: in a mail it leads nowhere, and the same name behind each item says nothing. */
const PLACE = / · \[\[[^[\]]+\]\]$/;

function plainTextLine(line: string): string {
  const quote = /^[ \t]*(?:>[ \t]?)+(?:\[![^\]]*\][+-]?[ \t]*)?/.exec(line)?.[0] ?? '';
  const rest = line.slice(quote.length);
  const item = parseListLine(rest);
  if (item === null) {
    const number = /^[ \t]*\d{1,9}[.)][ \t]+/.exec(rest)?.[0] ?? '';
    return number + wordsOf(rest.slice(number.length).replace(/^\s*\||\|\s*$/g, ''));
  }
  const box = item.checkbox === null ? '' : item.checkbox === 'x' || item.checkbox === 'X' ? '✓ ' : '○ ';
  const words = box + wordsOf(item.text.replace(ESCAPE, '$1'));
  return /^[✓○] /u.test(words) ? item.indent + words : `${item.indent}- ${words}`;
}

/** The sign with which `asItem` keeps words from beginning a block. */
const ESCAPE = /^(\d*)\\(?=[-#>*+.)_`~[])/;

function wordsOf(markdown: string): string {
  const spelled = replaceLinks(markdown, (link) => {
    if (!link.external || link.form === 'wikilink') return null;
    const address = markdown.slice(link.destinationFrom, link.destinationTo).replace(/^<|>$/g, '');
    const shown = link.display ?? '';
    return shown === '' || shown === address ? address : `${shown} (${address})`;
  });
  return plainWords(spelled);
}
