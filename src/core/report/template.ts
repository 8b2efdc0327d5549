import { splitNote } from '../markdown/frontmatter';
import { renderBlock } from '../block/guarded-block';
import { scanBody, type ScannedLine } from '../markdown/scan';
import { withTitle, type BlockTitles } from './block-titles';
import { REPORT_BLOCKS, type ReportBlock } from './model';

const VALUES = ['week', 'start', 'end', 'author'] as const;
export type ReportValues = Readonly<Record<(typeof VALUES)[number], string>>;

/** Every placeholder that a template may hold. */
export const REPORT_PLACEHOLDERS: readonly string[] = [...VALUES, ...REPORT_BLOCKS];

/** A report's body made from a template, and what is to be said about that template. */
export interface FilledTemplate {
  readonly body: string;
  /** Placeholders that nobody knows, as written; they stay in the text. */
  readonly unknown: readonly string[];
  /** Block placeholders that stand there more than once; only the first is filled, the others stay. */
  readonly repeated: readonly ReportBlock[];
  /** Blocks that the template has no place for; they are not in the report. */
  readonly missing: readonly ReportBlock[];
}

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

/** A line of the text, or the place of a block. */
type Piece = { readonly text: string } | { readonly block: ReportBlock };

/**
 * Fills a template's placeholders. Its frontmatter is not copied; code and comments are left as they are; a block
 * stands on lines of its own, whatever stood beside its placeholder.
 *
 * Blocks with nothing but blank lines between them are put together, with no line left between one's end and the next
 * one's begin: what a student writes there, a sync may drop when the blocks are refreshed elsewhere. A block brings its
 * title, unless the template has a heading above for it alone (the note's own title, of the first level, is none).
 *
 * Below a hint that a heading follows stand two blank lines: one to write on, and one that stays above the heading.
 *
 * @param blocks - their texts, without titles
 */
export function fillTemplate(
  template: string,
  values: ReportValues,
  blocks: ReadonlyMap<ReportBlock, string>,
  titles: BlockTitles = {},
): FilledTemplate {
  const text = splitNote(template)
    .body.replace(/\r\n?/g, '\n')
    .replace(/^\s*\n/, '');
  const { pieces, placed, ...said } = takenApart(text, values);
  return {
    body: putTogether(pieces, blocks, titles),
    ...said,
    missing: REPORT_BLOCKS.filter((one) => !placed.has(one)),
  };
}

function takenApart(
  text: string,
  values: ReportValues,
): Pick<FilledTemplate, 'unknown' | 'repeated'> & {
  readonly pieces: readonly Piece[];
  readonly placed: ReadonlySet<ReportBlock>;
} {
  const placed = new Set<ReportBlock>();
  const repeated = new Set<ReportBlock>();
  const unknown = new Set<string>();
  const pieces: Piece[] = [];
  const lines = scanBody(text);
  for (const line of lines) {
    if (isBelowHint(line, lines)) pieces.push({ text: '' });
    if (line.kind !== 'text' || !line.text.includes('{{')) {
      pieces.push({ text: line.text });
      continue;
    }
    let rest = '';
    let copied = 0;
    for (const match of line.text.matchAll(PLACEHOLDER)) {
      const [written, inside = ''] = match;
      const name = inside.trim();
      rest += line.text.slice(copied, match.index);
      copied = match.index + written.length;
      const value = VALUES.find((known) => known === name);
      const block = REPORT_BLOCKS.find((known) => known === name);
      if (value !== undefined) rest += values[value];
      else if (block === undefined || placed.has(block)) {
        if (block === undefined) unknown.add(written);
        else repeated.add(block);
        rest += written;
      } else {
        placed.add(block);
        if (rest.trim() !== '') pieces.push({ text: rest.trimEnd() });
        rest = '';
        pieces.push({ block });
      }
    }
    rest += line.text.slice(copied);
    if (rest.trim() !== '' || line.text.trim() === '') pieces.push({ text: rest });
  }
  return { pieces, placed, unknown: [...unknown], repeated: [...repeated] };
}

/** Whether a heading stands below a hint with one blank line between. */
function isBelowHint({ number, kind, heading }: ScannedLine, lines: readonly ScannedLine[]): boolean {
  const isHeading = kind === 'text' && heading !== null;
  return isHeading && lines[number - 1]?.text.trim() === '' && lines[number - 2]?.kind === 'comment';
}

function putTogether(pieces: readonly Piece[], blocks: ReadonlyMap<ReportBlock, string>, titles: BlockTitles): string {
  const next = nextOfEach(pieces);
  const lines: string[] = [];
  let above: Piece | null = null; // the last piece that is more than a blank line
  pieces.forEach((piece, at) => {
    const below = next[at] ?? null;
    if ('text' in piece) {
      if (isBlank(piece) && isBlock(above) && isBlock(below)) return;
      // A blank line after a block, so that what follows is a paragraph of its own.
      if (!isBlank(piece) && isBlock(pieces[at - 1] ?? null)) lines.push('');
      lines.push(piece.text);
    } else {
      const body = blocks.get(piece.block) ?? '';
      const isNamed = isHeading(above) && !isBlock(below);
      if (lines.length > 0 && lines.at(-1)?.trim() !== '' && !isBlock(above)) lines.push('');
      lines.push(renderBlock(piece.block, isNamed ? body : withTitle(piece.block, body, titles)));
    }
    if (!isBlank(piece)) above = piece;
  });
  return lines.join('\n');
}

/** For each piece the one below it that is more than a blank line. */
function nextOfEach(pieces: readonly Piece[]): (Piece | null)[] {
  const next: (Piece | null)[] = [];
  let below: Piece | null = null;
  for (let at = pieces.length - 1; at >= 0; at--) {
    next[at] = below;
    const piece = pieces[at];
    if (piece !== undefined && !isBlank(piece)) below = piece;
  }
  return next;
}

function isBlock(piece: Piece | null): boolean {
  return piece !== null && 'block' in piece;
}

function isBlank(piece: Piece): boolean {
  return 'text' in piece && piece.text.trim() === '';
}

function isHeading(piece: Piece | null): boolean {
  return piece !== null && 'text' in piece && /^ {0,3}#{2,6}[ \t]/.test(piece.text);
}
