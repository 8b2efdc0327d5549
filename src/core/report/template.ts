import { splitNote } from '../markdown/frontmatter';
import { renderBlock } from '../block/guarded-block';
import { scanBody } from '../markdown/scan';
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

/**
 * Fills a template's placeholders. Its frontmatter is not copied; code and comments are left as they are; a block
 * stands on lines of its own, whatever stood beside its placeholder.
 */
export function fillTemplate(
  template: string,
  values: ReportValues,
  blocks: ReadonlyMap<ReportBlock, string>,
): FilledTemplate {
  const text = splitNote(template)
    .body.replace(/\r\n?/g, '\n')
    .replace(/^\s*\n/, '');
  const placed = new Set<ReportBlock>();
  const repeated = new Set<ReportBlock>();
  const unknown = new Set<string>();
  const lines: string[] = [];
  for (const line of scanBody(text)) {
    if (line.kind !== 'text' || !line.text.includes('{{')) {
      pushText(lines, line.text);
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
        if (rest.trim() !== '') pushText(lines, rest.trimEnd());
        rest = '';
        pushBlock(lines, renderBlock(block, blocks.get(block) ?? ''));
      }
    }
    rest += line.text.slice(copied);
    if (rest.trim() !== '' || line.text.trim() === '') pushText(lines, rest);
  }
  return {
    body: lines.join('\n'),
    unknown: [...unknown],
    repeated: [...repeated],
    missing: REPORT_BLOCKS.filter((block) => !placed.has(block)),
  };
}

function pushBlock(lines: string[], block: string): void {
  if (lines.length > 0 && lines.at(-1)?.trim() !== '') lines.push('');
  lines.push(block);
}

/** A blank line after a block, so that what follows is a paragraph of its own. */
function pushText(lines: string[], text: string): void {
  if (text.trim() !== '' && lines.at(-1)?.endsWith('%%') === true && lines.at(-1)?.includes('rh:end') === true)
    lines.push('');
  lines.push(text);
}
