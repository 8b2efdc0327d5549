import { noteName } from '../vault/path';
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
  return shown
    .replace(/[ \t]\^[\w-]+\s*$/, '')
    .split(/(`+[^`]+`+)/)
    .map((piece, index) => (index % 2 === 1 ? piece.replace(/^`+ ?| ?`+$/g, '') : withoutEmphasis(piece)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutEmphasis(text: string): string {
  return text
    .replace(/(\*\*|__|~~|==)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/\*([^\s*](?:[^*]*?[^\s*])?)\*/g, '$1')
    .replace(/(^|[\s(])_([^\s_](?:[^_]*?[^\s_])?)_(?=$|[\s),.;:!?])/g, '$1$2');
}

function shownName(path: string, subpath: string): string {
  const name = noteName(path);
  return name === '' ? subpath.replace(/^#\^?/, '') : name;
}
