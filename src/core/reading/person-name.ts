/** A person's name in its parts, as CSL, Zotero and BibLaTeX keep them. */
export interface NameParts {
  readonly family?: string;
  readonly given?: string;
  /** What stands before the family name: `van der`. */
  readonly particle?: string;
  readonly suffix?: string;
}

/** Letters of names that are written family name first and without a blank: Chinese, Japanese, Korean. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー·•・]+$/u;

/** Whether a name is written in letters that are put together family name first. */
export function isEastAsianName(name: string): boolean {
  return EAST_ASIAN.test(name.replace(/\s+/gu, ''));
}

/** A name as it is read: given name, particle, family name; one in Chinese, Japanese or Korean letters whole, family name first. */
export function personName({ family = '', given = '', particle = '', suffix = '' }: NameParts): string {
  const [f, g, p, s] = [family, given, particle, suffix].map((part) => part.replace(/\s+/gu, ' ').trim());
  if (f !== '' && isEastAsianName(`${f ?? ''}${g ?? ''}`)) return `${f ?? ''}${g ?? ''}`.replace(/\s+/gu, '');
  const name = [g, p, f].filter((part) => part !== '').join(' ');
  if (s === undefined || s === '') return name;
  return /^(?:jr|sr)/i.test(s) ? `${name}, ${s}` : `${name} ${s}`;
}

/**
 * The family name for comparing: of `Laurens van der Maaten` and `van der Maaten, Laurens` alike `maaten`; a name in
 * Chinese letters is compared whole, since which of them are the family's cannot be told.
 */
export function surnameKey(name: string): string {
  const [first = '', ...rest] = name.split(',');
  const family =
    rest.length > 0 && !/^\s*(?:jr|sr|i{1,3}|iv)\.?\s*$/i.test(rest[0] ?? '') ? first : withoutSuffix(first);
  if (isEastAsianName(name)) return name.replace(/\s+/gu, '');
  const word = family.trim().split(/\s+/u).at(-1) ?? '';
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const withoutSuffix = (name: string): string => name.trim().replace(/ (?:jr|sr|i{2,3}|iv)\.?$/i, '');
