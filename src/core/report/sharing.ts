import { plainWords } from '../markdown/plain-words';
import { repairBlocks } from '../block/repair';
import { parseLinks, type NoteLink } from '../markdown/links';
import { parseListLine } from '../markdown/list-lines';
import { indentOf, scanNote, type ScannedLine } from '../markdown/scan';
import { listSections } from '../markdown/sections';
import { mathAsCode } from '../markdown/math-as-code';
import { noteName } from '../vault/path';
import { isPrivateLine } from './private-line';

/**
 * A report as it may be sent: Markdown without frontmatter, comments, markers of guarded blocks, block ids, private
 * lines (and what hangs below them), empty items and sections with nothing in them. Links within the vault lead nowhere
 * for others, so that only their words stay.
 */
export function sharedMarkdown(text: string): string {
  const sound = repairBlocks(text, new Map());
  const lines: string[] = [];
  let below: number | null = null; // indent of a private item whose children go with it
  for (const line of scanNote(sound)) {
    if (line.kind === 'frontmatter' || line.kind === 'marker' || line.kind === 'comment') continue;
    const shown = line.kind === 'code' ? line.text : visibleOf(line);
    if (below !== null && (shown.trim() === '' || indentOf(shown) > below)) continue;
    below = null;
    if (line.kind !== 'code' && isPrivateLine(shown)) {
      below = parseListLine(shown) === null ? null : indentOf(shown);
      continue;
    }
    if (line.kind !== 'code' && parseListLine(shown)?.text === '') continue;
    lines.push(line.kind === 'code' ? shown : withoutVaultLinks(shown.replace(/\s+\^[\w-]+\s*$/, '')).trimEnd());
  }
  return `${withoutEmptySections(lines.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** The same as plain text for a chat, which shows no Markdown: words only, boxes as ✓ and ○, addresses in brackets. */
export function sharedPlainText(text: string): string {
  const lines: string[] = [];
  for (const line of scanNote(mathAsCode(sharedMarkdown(text)))) {
    const trimmed = line.text.trim();
    if (line.kind === 'code') {
      if (!/^(?:[>\s]|[-*+]\s)*(?:`{3,}|~{3,})/.test(line.text)) lines.push(line.text);
    } else if (/^\|?[\s:|-]*-{3,}[\s:|-]*$/.test(trimmed)) {
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

function visibleOf(line: ScannedLine): string {
  return line.kind === 'guarded' ? line.text.replace(/%%.*?%%|<!--.*?-->/g, '').trimEnd() : line.visible;
}

function plainTextLine(line: string): string {
  const quote = /^[ \t]*(?:>[ \t]?)+(?:\[![^\]]*\][+-]?[ \t]*)?/.exec(line)?.[0] ?? '';
  const rest = line.slice(quote.length);
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(rest);
  if (heading !== null) return wordsOf(heading[1] ?? '');
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

function withoutVaultLinks(line: string): string {
  return replaceLinks(line, (link) => {
    if (link.external) return null;
    const name = link.path === '' ? link.subpath.replace(/^#\^?/, '') : noteName(link.path);
    return link.display === null || link.display === '' || link.embed ? name : link.display;
  });
}

function replaceLinks(text: string, by: (link: NoteLink) => string | null): string {
  let result = '';
  let copied = 0;
  for (const link of parseLinks(text)) {
    const words = by(link);
    if (words === null) continue;
    result += text.slice(copied, link.from) + words;
    copied = link.to;
  }
  return result + text.slice(copied);
}

/** Takes out headings under which nothing is left; what a heading of a lower level holds counts for the one above. */
function withoutEmptySections(markdown: string): string {
  const lines = scanNote(markdown);
  const sections = listSections(markdown, lines);
  const heads = new Set(sections.map(({ line }) => line));
  const empty = sections.filter(
    ({ line, endLine }) =>
      !lines.some(({ number, text }) => line < number && number < endLine && text.trim() !== '' && !heads.has(number)),
  );
  const gone = new Set(empty.map(({ line }) => line));
  return lines.flatMap(({ number, text }) => (gone.has(number) ? [] : [text])).join('\n');
}
