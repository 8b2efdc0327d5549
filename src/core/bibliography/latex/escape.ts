import { citedName } from '../../reading/short-authors';

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** Plain text as LaTeX has it, so that a reader sees the same: what `plainText` reads back. */
export function escapeTex(text: string): string {
  return text
    .replace(/[\\{}$&#_%~^`]/g, (sign) => ESCAPED[sign] ?? sign)
    .replace(/-(?=-)/g, '-{}') // two are a dash
    .replace(/'(?=')/g, "'{}"); // two are a quotation mark
}

/** An address or a number, which BibTeX's styles take to the letter: braces alone would break the file. */
export function verbatimTex(text: string): string {
  return text.trim().replace(/\s+/gu, '%20').replace(/\{/g, '%7B').replace(/\}/g, '%7D').replace(/\\/g, '%5C');
}

/** A list of names as BibTeX parts them; a name with an `and` or a comma of its own in braces. */
export function namesTex(names: readonly string[]): string {
  return names.map(nameTex).join(' and ');
}

function nameTex(written: string): string {
  const name = suffixSecond(written.trim());
  const text = escapeTex(name);
  const isWhole = /\sand\s|^others$/i.test(name) || /^[^,]*\p{Script=Han}/u.test(name);
  return isWhole ? `{${text}}` : text;
}

/** `Martin King, Jr.` as BibTeX parts it: `King, Jr., Martin`. */
function suffixSecond(name: string): string {
  const [, before = '', suffix = ''] = /^([^,]+), ((?:jr|sr)\.?)$/i.exec(name) ?? [];
  if (suffix === '') return name;
  const family = citedName(before);
  return `${family}, ${suffix}, ${before.slice(0, before.length - family.length).trim()}`;
}

/** Fields that are taken to the letter. */
export const VERBATIM: ReadonlySet<string> = new Set(['url', 'doi', 'eprint', 'file', 'pdf']);

/** A plain value as a field has it. */
export function fieldTex(name: string, value: string): string {
  return VERBATIM.has(name) ? verbatimTex(value) : escapeTex(value);
}
