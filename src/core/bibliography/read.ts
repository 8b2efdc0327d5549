import { readBibtex } from './bibtex/read-bibtex';
import { looksLikeJson, readCsl } from './csl/read-csl';
import type { Format, ReadItems } from './item';
import { itemsOf } from './item-of-entry';
import { readTagged, taggedFormat } from './tagged/read-tagged';

/** What a text turned out to be, and what it holds. */
export interface ReadBibliography extends ReadItems {
  readonly format: Format;
}

const LOOKS_BIBTEX = /(?:^|[\s}])@[ \t]*[a-z_][\w-]*\s*[{(]/im;

/** Reads a bibliography, whatever its format; null where the text is none that is known. Nothing is thrown. */
export function readBibliography(written: string): ReadBibliography | null {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written;
  if (looksLikeJson(text)) return { format: 'csl-json', ...readCsl(text) };
  const tagged = taggedFormat(text);
  const bibtex = text.search(LOOKS_BIBTEX);
  if (tagged !== null && (bibtex < 0 || tagged.at < bibtex)) {
    return { format: tagged.format, ...itemsOf(readTagged(text, tagged.format)) };
  }
  return bibtex < 0 ? null : { format: 'bibtex', ...itemsOf(readBibtex(text)) };
}
