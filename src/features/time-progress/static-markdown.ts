import type { ProgressRow } from '../../core/progress/row';
import { BAR_STEPS } from '../../core/time/fraction';
import type { Wordings } from '../../i18n';
import { wordRow } from './texts';

const BAR_CELLS = 20;

/** The rows as a Markdown table, for editors and sites that do not draw the block. It says when it was written. */
export function staticMarkdown(rows: readonly ProgressRow[], now: string, t: Wordings): string {
  const table = [
    t.progress.head,
    ['---', '--:', '--:', '---', '--:', '---'],
    ...rows.map((row) => {
      const { elapsed, unit, total, percent, now: label } = wordRow(row, t);
      return [
        nameOf(row, t),
        escaped(`${elapsed}${unit}`),
        escaped(total ?? ''),
        bar(row.steps),
        percent,
        escaped(label),
      ];
    }),
  ];
  return [...table.map((cells) => `| ${cells.join(' | ')} |`), '', t.progress.asOf(now)].join('\n');
}

function nameOf(row: ProgressRow, t: Wordings): string {
  const { name } = wordRow(row, t);
  const link = row.name.of === 'text' ? row.name.link : null;
  if (link === null) return escaped(name);
  const words = name.replace(/[|[\]\\]/g, ' ');
  return words === link ? `[[${link}]]` : `[[${link}\\|${words}]]`;
}

/** Whole cells only: as everywhere, full means over. */
function bar(steps: number): string {
  const full = Math.floor((steps * BAR_CELLS) / BAR_STEPS);
  return '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
}

/** Text that Markdown takes for nothing but text, in a cell of a table. */
function escaped(text: string): string {
  return text
    .replace(/[\\|`*_<>[\]#~$=^]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}
