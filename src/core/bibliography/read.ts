import { readBibtex } from './bibtex/read-bibtex';
import type { Format, ReadItems } from './item';
import { itemsOf } from './item-of-entry';

/** What a text turned out to be, and what it holds. */
export interface ReadBibliography extends ReadItems {
  readonly format: Format;
}

const LOOKS_BIBTEX = /(?:^|[\s}])@[ \t]*[a-z_][\w-]*\s*[{(]/im;

/** Reads a bibliography, whatever its format; null where the text is none that is known. Nothing is thrown. */
export function readBibliography(written: string): ReadBibliography | null {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written;
  if (LOOKS_BIBTEX.test(text)) return { format: 'bibtex', ...itemsOf(readBibtex(text)) };
  return null;
}
