import { plainWords, withoutBlockId } from '../markdown/plain-words';
import { repairBlocks } from '../block/repair';
import { linksAsWords, replaceLinks } from '../markdown/links-as-words';
import { parseListLine } from '../markdown/list-lines';
import { scanBody, scanNote } from '../markdown/scan';
import { headingText, listSections } from '../markdown/sections';
import { mathAsCode } from '../markdown/math-as-code';
import { privateLines } from '../private/private-lines';

/**
 * A report as it may be sent: Markdown without frontmatter, comments, markers of guarded blocks, block ids, private
 * lines (and what belongs to them), empty items and sections with nothing in them. Links within the vault lead nowhere
 * for others, so that only their words stay.
 */
export function sharedMarkdown(text: string): string {
  const scanned = scanNote(repairBlocks(text, new Map()));
  const hidden = privateLines(scanned);
  const lines: string[] = [];
  for (const line of scanned) {
    if (hidden.has(line.number)) continue;
    if (line.kind === 'frontmatter' || line.kind === 'marker' || line.kind === 'comment') continue;
    if (line.code !== null) {
      lines.push(line.text);
      continue;
    }
    const shown = line.visible.trimEnd();
    if (parseListLine(shown)?.text === '') continue;
    lines.push(linksAsWords(withoutBlockId(shown)).trimEnd());
  }
  return `${withoutEmptySections(lines.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** The same as plain text for a chat, which shows no Markdown: words only, boxes as ✓ and ○, addresses in brackets. */
export function sharedPlainText(text: string): string {
  const lines: string[] = [];
  for (const line of scanBody(mathAsCode(sharedMarkdown(text)))) {
    const trimmed = line.text.trim();
    if (line.kind === 'code') {
      if (line.code !== 'fence') lines.push(line.text);
    } else if (trimmed.includes('---') && /^[\s:|-]*$/.test(trimmed)) {
      continue; // a rule, or the line below a table's head
    } else {
      lines.push(plainTextLine(line.text));
    }
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function plainTextLine(line: string): string {
  const quote = /^[ \t]*(?:>[ \t]?)+(?:\[![^\]]*\][+-]?[ \t]*)?/.exec(line)?.[0] ?? '';
  const rest = line.slice(quote.length);
  if (/^ {0,3}#{1,6}[ \t]/.test(rest)) return wordsOf(headingText(rest));
  const item = parseListLine(rest);
  if (item === null) {
    const number = /^[ \t]*\d{1,9}[.)][ \t]+/.exec(rest)?.[0] ?? '';
    return number + wordsOf(rest.slice(number.length).replace(/^\s*\||\|\s*$/g, ''));
  }
  const box = item.checkbox === null ? '' : item.checkbox === 'x' || item.checkbox === 'X' ? '✓ ' : '○ ';
  return `${item.indent}- ${box}${wordsOf(item.text)}`;
}

function wordsOf(markdown: string): string {
  const spelled = replaceLinks(markdown, (link) => {
    if (!link.external || link.form === 'wikilink') return null;
    const address = markdown.slice(link.destinationFrom, link.destinationTo).replace(/^<|>$/g, '');
    const shown = link.display ?? '';
    return shown === '' || shown === address ? address : `${shown} (${address})`;
  });
  return plainWords(spelled);
}

/** Takes out headings under which nothing is left; what a heading of a lower level holds counts for the one above. */
function withoutEmptySections(markdown: string): string {
  const lines = scanBody(markdown);
  const sections = listSections(markdown, lines);
  const heads = new Set(sections.flatMap(({ line, bodyLine }) => range(line, bodyLine)));
  // How many lines with words stand above each line.
  const words = [0];
  for (const { number, text } of lines) {
    words.push((words[number] ?? 0) + (text.trim() === '' || heads.has(number) ? 0 : 1));
  }
  const empty = sections.filter(({ bodyLine, endLine }) => words[bodyLine] === words[endLine]);
  const gone = new Set(empty.flatMap(({ line, bodyLine }) => range(line, bodyLine)));
  return lines.flatMap(({ number, text }) => (gone.has(number) ? [] : [text])).join('\n');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}
