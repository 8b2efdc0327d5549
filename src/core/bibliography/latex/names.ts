import { isEastAsianName, personName } from '../../reading/person-name';
import { plainText } from './plain-text';

/** People from a BibTeX list of names, as they are read; “others” is nobody. */
export function namesOf(tex: string): string[] {
  return splitNames(tex)
    .filter((name) => !/^(?:\{?others\}?|et\.? al\.?)$/i.test(name))
    .map(nameOf)
    .filter((name) => name !== '');
}

/** Splits at ` and ` outside of braces. */
function splitNames(tex: string): string[] {
  const names: string[] = [];
  const AND = /\s+and(?=\s)/iy;
  let depth = 0;
  let from = 0;
  for (let at = 0; at < tex.length; at++) {
    const sign = tex.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth <= 0 && /\s/.test(sign)) {
      AND.lastIndex = at;
      const and = AND.exec(tex)?.[0];
      if (and !== undefined) {
        names.push(tex.slice(from, at));
        from = at + and.length;
        at = from - 1;
      } else {
        while (/\s/.test(tex.charAt(at + 1))) at++;
      }
    }
  }
  names.push(tex.slice(from).replace(/^and\s|\sand$/gi, ''));
  return names.map((name) => name.trim()).filter((name) => name !== '' && !/^and$/i.test(name));
}

/** One name: in braces whole, in BibLaTeX's keys (`family=…, given=…`), with commas, or as it is read. */
function nameOf(tex: string): string {
  if (isOneGroup(tex)) return plainText(tex);
  const parts = splitAtCommas(tex);
  const keyed = /^\s*(?:family|given|prefix|suffix)(?:-i)?\s*=/i.test(tex) ? keyedParts(parts) : null;
  if (keyed !== null) return personName(keyed);
  const [first = '', second = '', ...rest] = parts.map(plainText);
  if (rest.length > 0) return personName({ family: first, suffix: second, given: rest.join(' ') });
  if (parts.length === 2) return personName({ family: first, given: second });
  return isEastAsianName(first) ? first.replace(/\s+/gu, '') : first;
}

function keyedParts(parts: readonly string[]): Parameters<typeof personName>[0] {
  const values = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim().toLowerCase();
    if (at > 0 && !values.has(name)) values.set(name, plainText(part.slice(at + 1).replace(/^\s*"|"\s*$/g, '')));
  }
  const of = (name: string): string => values.get(name) ?? '';
  return { family: of('family'), given: of('given'), particle: of('prefix'), suffix: of('suffix') };
}

/** Whether the whole text is one group in braces. */
function isOneGroup(tex: string): boolean {
  if (!tex.startsWith('{') || !tex.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    const sign = tex.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at === tex.length - 1;
  }
  return false;
}

function splitAtCommas(tex: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < tex.length; at++) {
    const sign = tex.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === ',' && depth <= 0) {
      parts.push(tex.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(tex.slice(from));
  return parts;
}
