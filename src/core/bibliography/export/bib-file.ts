import { fingerprint } from '../../text/fingerprint';
import { compare } from '../../text/compare';
import type { Source } from '../../reading/types';
import { writeEntry } from '../write-entry';
import { uniqueKeys } from './citekeys';
import { exportEntry } from './export-entry';

/** A source that goes into a file. */
export interface Exported {
  readonly source: Source;
  /** The entry that its note carries, as BibTeX. */
  readonly carried: string | null;
}

/** Something about an entry that whoever cites it should know. */
export interface ExportProblem {
  readonly path: string;
  /** `double-key`: another source has the same key; `no-key`: it had none. */
  readonly code: 'double-key' | 'no-key';
  /** The key that it has in the file. */
  readonly key: string;
}

/** A `.bib` file's text, and what is to be said of it. */
export interface BibFile {
  readonly text: string;
  readonly problems: readonly ExportProblem[];
}

/** The sources as BibTeX and Biber read them, sorted by key; the first line lets the plugin know its own file again. */
export function bibFile(exported: readonly Exported[]): BibFile {
  const inOrder = [...exported].sort((a, b) => compare(a.source.path, b.source.path));
  const entries = inOrder.map(({ source, carried }) => exportEntry(source, carried));
  const keys = uniqueKeys(entries.map(({ key }) => key));
  const problems = inOrder.flatMap(({ source: { path, citekey } }, at): ExportProblem[] => {
    const key = keys[at] ?? '';
    if (key !== entries[at]?.key) return [{ path, code: 'double-key', key }];
    return citekey === null ? [{ path, code: 'no-key', key }] : [];
  });
  const texts = entries
    .map((entry, at) => ({ ...entry, key: keys[at] ?? entry.key }))
    .sort((a, b) => compare(a.key.toLowerCase(), b.key.toLowerCase()))
    .map(writeEntry);
  const body = texts.map((text) => `\n${text}\n`).join('');
  return { text: `${firstLine(body)}\n${body}`, problems };
}

const firstLine = (body: string): string => `% rh:bib ${fingerprint(body)}`;

/** Whether a file is ours and as we wrote it; line endings do not count, since a sync may change them. */
export function isOurBibFile(text: string): boolean {
  const [first = '', ...rest] = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .split('\n');
  return first === firstLine(rest.join('\n'));
}
