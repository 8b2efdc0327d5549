// The style sheet: each part lies beside what it dresses and is joined here, in the order in which later rules win.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The parts in their order, relative to the project: first what all views share, last what changes any of them. */
export const STYLES = [
  'src/ui/styles/tokens.css',
  'src/ui/styles/parts.css',
  'src/features/time-progress/styles.css',
  'src/features/heatmap/styles.css',
  'src/features/heatmap/day/popover.css',
  'src/features/home/styles.css',
  'src/ui/form/styles.css',
  'src/features/reading-log/styles.css',
  'src/features/search/styles.css',
  'src/features/search/ask/styles.css',
  'src/features/marks/styles.css',
  'src/features/group/styles.css',
  'src/features/courses/styles.css',
  'src/features/ideas/styles.css',
  'src/features/experiments/styles.css',
  'src/features/sessions/styles.css',
  'src/features/handbook/styles.css',
  'src/ui/result-list.css',
  'src/features/block-rules/styles.css',
  'src/features/bibliography/styles.css',
  'src/features/weekly-report/styles.css',
  'src/ui/choice-view.css',
  'src/ui/error-box.css',
  'src/ui/styles/direction.css',
  'src/ui/styles/motion.css',
  'src/ui/styles/forced-colors.css',
  'src/ui/styles/print.css',
];

const HEAD = `/* Research Handbook: the look of every view.
   Colours: Obsidian's variables, mixed with one another; none is written out (system colour names in forced colours, a probe in @supports). */
`;

/** The files that the style sheet is made of, with their full paths: what a watching build has to watch. */
export function styleFiles() {
  return STYLES.map((file) => path.join(root, file));
}

/** The text of the released styles.css. */
export async function joinStyles() {
  const parts = await Promise.all(styleFiles().map((file) => readFile(file, 'utf8')));
  return [HEAD, ...parts].map((part) => part.replaceAll('\r\n', '\n')).join('\n');
}
