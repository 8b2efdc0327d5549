import { readBibliography } from '../src/core/bibliography/read';
import { bibFile } from '../src/core/bibliography/export/bib-file';
import { planImport } from '../src/core/import/plan';
import { readSource } from '../src/core/reading/source';
import { median, type Figure } from './figure';

export const name = 'Import: 5,000 BibTeX entries read, and planned against 2,000 sources';

const ENTRIES = 5_000;
const SOURCES = 2_000;
const WORDS =
  'deep sparse masked neural residual scalable attention diffusion image language model learning of the a on'.split(
    ' ',
  );
const NAMES = ['He, Kaiming', 'M{\\"u}ller, Hans', 'van der Meer, Jan', "{\\'E}tienne, Paul", '李, 四光', 'Ann Lee'];

const words = (seed: number, count: number): string =>
  Array.from({ length: count }, (_one, at) => WORDS[(seed * 31 + at * at * 7 + at) % WORDS.length] ?? '').join(' ');
const titleOf = (number: number): string => `${words(number, 7)} ${String(number)}`;

/** A file as reference managers write it, abstracts and all. */
function bibliography(): string {
  const entries = Array.from({ length: ENTRIES }, (_one, number) => {
    const authors = Array.from({ length: 1 + (number % 5) }, (_two, at) => NAMES[(number + at) % NAMES.length] ?? '');
    return `@article{key${String(number)},
  title = {{${titleOf(number)}}: 50\\% of \\emph{everything}},
  author = {${authors.join(' and ')}},
  journal = {Journal of Things},
  year = {${String(1990 + (number % 35))}},
  volume = {${String(number % 90)}}, number = {${String(number % 12)}}, pages = {${String(number)}--${String(number + 9)}},
  doi = {10.1000/thing.${String(number)}}, url = {https://example.org/${String(number)}},
  keywords = {${words(number, 8)}},
  file = {Full Text:/home/someone/files/${String(number)}.pdf:application/pdf},
  abstract = {${words(number + 3, 130)}},
}
`;
  });
  return entries.join('\n');
}

/** Milliseconds of work, however busy the machine is. */
function timed(rounds: number, work: () => void): number {
  return median(
    Array.from({ length: rounds }, () => {
      const start = process.cpuUsage();
      work();
      const used = process.cpuUsage(start);
      return (used.user + used.system) / 1000;
    }),
  );
}

function figure(label: string, milliseconds: number, target?: number): Figure {
  const value = `${milliseconds.toFixed(0)} ms`;
  return target === undefined
    ? { label, value }
    : { label, value, target: `≤ ${String(target)} ms`, holds: milliseconds <= target };
}

export function run(): Figure[] {
  const text = bibliography();
  const read = readBibliography(text);
  if (read?.items.length !== ENTRIES) throw new Error('not every entry was read');
  // Half of the vault's sources are in the file: some know all that it says, others lack a property.
  const notes = Array.from({ length: SOURCES }, (_one, number) => ({
    path: `Sources/${String(number)}.md`,
    frontmatter: {
      title: titleOf(number * 2),
      citekey: number % 2 === 0 ? `key${String(number * 2)}` : `other${String(number)}`,
      year: 1990 + ((number * 2) % 35),
      doi: number % 3 === 0 ? `10.1000/thing.${String(number * 2)}` : undefined,
    },
  }));
  const sources = notes.map(({ path, frontmatter }) => readSource(path, frontmatter));
  const byPath = new Map(notes.map(({ path, frontmatter }) => [path, frontmatter]));
  const vault = { sources, frontmatterOf: (path: string) => byPath.get(path) ?? null };
  const plan = planImport(read, vault);
  const known = plan.steps.filter(({ kind }) => kind === 'known').length;
  const exported = sources.map((source) => ({ source, carried: null }));
  return [
    figure(
      `read: ${String(ENTRIES)} entries, ${(text.length / 1_000_000).toFixed(1)} MB`,
      timed(7, () => void readBibliography(text)),
      600,
    ),
    figure(
      `planned against ${String(SOURCES)} sources`,
      timed(7, () => void planImport(read, vault)),
      300,
    ),
    figure(
      `written: a .bib file of ${String(SOURCES)} sources`,
      timed(5, () => void bibFile(exported)),
    ),
    { label: 'entries that are in the vault already', value: String(known) },
  ];
}
