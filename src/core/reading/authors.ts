/** One word in Chinese characters: a whole name. */
const HAN = /^[\p{Script=Han}·•]+$/u;
/** Given names by their first letters alone: `A.`, `K. M.`, `J.-P.`, `KM`. */
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const OTHERS = /^(?:et al\.?|and others|others|等)$/i;
const ET_AL = /[ ,，]{1,3}(?:et al\.?|等) ?$/i;

/**
 * Authors from one line of text, as people and programs write them. Between them stands `;`, a line's end, ` and ` (also ` & `),
 * or a comma; a comma may also stand within a name, family name first (`He, Kaiming`, BibTeX and APA). Which it is, is
 * told by what stands around it:
 * - several words on both sides, or a Chinese name: between names (`Kaiming He, Xinlei Chen`);
 * - a family name alone before it, in each of the names that ` and ` or `;` part: within them (`He, Kaiming and Chen, Xinlei`);
 * - initials behind it: within (`He, K., Chen, X.`).
 * Names stay as they are written. “et al.” is nobody.
 *
 * @returns each name, without blanks around it; links are left as they are
 */
export function authorNames(text: string): string[] {
  const lines = text.replace(/[^\S\n]+/g, ' ').split(/[;；\n]/);
  const listed = lines.map((part) => part.replace(ET_AL, ''));
  if (listed.length > 1) return listed.flatMap((part) => (isChinese(part) ? parts(part) : [part])).filter(isName);
  const [line = ''] = listed;
  const named = line.split(/,? (?:and|&) /i).filter(isName);
  const isReversed = named.length > 1 && named.every((name) => parts(name).length === 2 && isOneName(parts(name)));
  return (isReversed ? named : named.flatMap((name) => namesIn(name, named.length > 1))).filter(isName);
}

/** The names of a line between which only commas stand. */
function namesIn(line: string, isListed: boolean): string[] {
  const found = withSuffixes(parts(line));
  const paired = pairsWithInitials(found);
  if (paired !== null) return paired;
  return !isListed && found.length === 2 && isOneName(found) ? [line.trim()] : found;
}

/** `He` and `Kaiming`, not `Kaiming He` and `Xinlei Chen`. */
function isOneName([family = '', given = '']: readonly string[]): boolean {
  if (HAN.test(family) || HAN.test(given)) return false;
  return words(family) === 1 || words(given) === 1;
}

/** `He, K., Chen, X.`: each second part is the first letters of the name before. */
function pairsWithInitials(found: readonly string[]): string[] | null {
  if (found.length % 2 !== 0 || found.some((part, at) => INITIALS.test(part) !== (at % 2 === 1))) return null;
  return found.filter((_part, at) => at % 2 === 0).map((family, at) => `${family}, ${found[2 * at + 1] ?? ''}`);
}

function withSuffixes(found: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of found) {
    const before = SUFFIX.test(part) ? names.pop() : undefined;
    names.push(before === undefined ? part : `${before}, ${part}`);
  }
  return names;
}

/** Commas in a link's text or address part nothing. */
function parts(line: string): string[] {
  const found = line.match(/(?:\[\[[^[\]]*\]\]|\[[^[\]]*\]\([^()\s]*\)|[^,，、])+/g) ?? [];
  return found.map((part) => part.trim()).filter((part) => part !== '');
}

const isChinese = (part: string): boolean => parts(part).length > 1 && parts(part).every((name) => HAN.test(name));
const isName = (name: string): boolean => name.trim() !== '' && !OTHERS.test(name.trim());
const words = (name: string): number => name.split(' ').length;
