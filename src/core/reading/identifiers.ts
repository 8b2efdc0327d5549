/**
 * What sources are told apart by. Each function answers the form that two writings of one thing share, or null where the
 * text is no such thing.
 */

const NEW_ARXIV = /^(\d{2})(\d{2})\.(\d{4,5})(?:v\d+)?$/;
const OLD_ARXIV = /^([a-z-]+)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?$/i;

/**
 * An arXiv id without its version; from an id, an address or an arXiv DOI. Ids have five digits after the point since
 * 2015 (arxiv.org/help/arxiv_identifier): where YAML made a number of one, its last nought is put back.
 */
export function arxivKey(written: string): string | null {
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\//i, '')
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^(?:doi:)?10\.48550\/arxiv\./i, '')
    .replace(/^arxiv:\s*/i, '')
    .replace(/\.pdf$|[?#].*$/i, '');
  const old = OLD_ARXIV.exec(text);
  if (old !== null) return `${(old[1] ?? '').toLowerCase()}/${old[2] ?? ''}`;
  const match = NEW_ARXIV.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', number = ''] = match;
  if (Number(month) < 1 || Number(month) > 12) return null;
  return `${year}${month}.${year >= '15' ? number.padEnd(5, '0') : number}`;
}

/** A DOI in lower case without its resolver (DOIs know no case, ISO 26324). */
export function doiKey(written: string): string | null {
  const text = plainDoi(written.normalize('NFKC').trim()).toLowerCase();
  return /^10\.\d{4,9}\/\S+$/.test(text) ? text : null;
}

/** A DOI as it is written, without its resolver. */
export function plainDoi(written: string): string {
  return written.replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, '').replace(/^doi:\s*/i, '');
}

/** A BibTeX key; they know no case, and some tools write an `@` before it. */
export function citekeyKey(written: string): string | null {
  const text = written.trim().replace(/^@/, '').toLowerCase();
  return text === '' ? null : text;
}

/**
 * A title by its letters and digits alone, and by a `++`, `+` or `#` that ends a word: C, C++ and C# have books of the
 * same name. Where there are none, the title itself.
 */
export function titleKey(written: string): string | null {
  const text = written.normalize('NFKC').toLowerCase();
  const letters = text.replace(
    /([\p{L}\p{N}])(\+{2,}|[+#](?![\p{L}\p{N}]))|[^\p{L}\p{N}\p{M}]/gu,
    (_signs, letter?: string, mark?: string) => (letter ?? '') + (mark ?? ''),
  );
  return letters !== '' ? letters : text.trim() || null;
}

/** Whether the text is an address that a browser opens. */
export function isWebAddress(written: string): boolean {
  return /^https?:\/\/[^\s/]+\.?[^\s]*$/i.test(written.trim());
}
