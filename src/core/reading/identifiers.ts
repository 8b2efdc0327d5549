/**
 * What sources are told apart by. Each function answers the form that two writings of one thing share, or null where the
 * text is no such thing.
 */

const NEW_ARXIV = /^(\d{2})(\d{2})\.(\d{4,5})(?:v\d+)?$/;
const OLD_ARXIV = /^([a-z-]+)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?$/i;

/** Sites that show a paper of arXiv under its id. */
const ARXIV_SITES = new RegExp(
  '^(?:https?://)?(?:www\\.)?(?:' +
    [
      '(?:[a-z]{2}\\.|export\\.|browse\\.)?arxiv\\.org/(?:abs|pdf|html|ps|format|e-print|src|bibtex)/',
      'ar5iv(?:\\.labs\\.arxiv)?\\.org/(?:(?:abs|html)/)?',
      'alphaxiv\\.org/(?:abs|pdf|html|overview)/',
      'huggingface\\.co/papers/',
    ].join('|') +
    ')',
  'i',
);

/** No id or address of one is longer; a text that is no such thing is not searched. */
const LONGEST = 400;

/**
 * An arXiv id without its version; from an id, an address (arXiv's own or of a site that shows its papers), an OAI name, a
 * citation (`arXiv:2401.00001v2 [cs.CV]`) or an arXiv DOI. Ids have five digits after the point since 2015
 * (arxiv.org/help/arxiv_identifier): where YAML made a number of one, its last nought is put back.
 */
export function arxivKey(written: string): string | null {
  if (written.length > LONGEST) return null;
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/[?#].*$/, '')
    .replace(ARXIV_SITES, '')
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^(?:doi:\s*)?10\.48550\/arxiv\./i, '')
    .replace(/^(?:oai:arxiv\.org|arxiv):\s*/i, '')
    .replace(/ ?\[[a-z-]+(?:\.[a-z-]+)?\]$/i, '')
    .replace(/(?:\.pdf)?[./]?$/i, '');
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
  const text = plainDoi(written).toLowerCase();
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text) ? text : null;
}

/** Whether a DOI is one that arXiv gives to each of its papers: it is the arXiv id once more. */
export function isArxivDoi(written: string): boolean {
  return doiKey(written)?.startsWith('10.48550/arxiv.') === true;
}

/**
 * A DOI as it is written, without what it stands in: its resolver, the address of a publisher's page that holds it, `DOI:`,
 * and what ends the sentence around it.
 */
export function plainDoi(written: string): string {
  const text = written.normalize('NFKC').trim();
  if (text.length > LONGEST) return text;
  const address =
    /^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/(?:[^\s?#]*?\/)??(10\.\d{4,9}(?:\.\d+)*(?:\/|%2f)[^\s?#]+)/i.exec(text);
  if (address !== null) {
    const [, inAddress = ''] = address;
    return withoutEnd(decoded(inAddress).replace(/\/(?:full|pdf|epdf|abstract|meta)$/i, ''));
  }
  return withoutEnd(text.replace(/^(?:doi\b[:\s]*)?/i, '').replace(/^(10\.\d{4,9}(?:\.\d+)*)%2f/i, '$1/'));
}

/** Points and commas end the sentence that a DOI stands in, and a bracket that it did not open ends the remark. */
function withoutEnd(doi: string): string {
  let text = doi.replace(/[.,;]{1,3}$/, '');
  while (text.endsWith(')') && count(text, ')') > count(text, '(')) text = text.slice(0, -1).replace(/[.,;]$/, '');
  return text;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
