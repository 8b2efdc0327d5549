/** Bytes of a name: with `.md`, within the 143 that an encrypted home folder allows. */
const MOST_BYTES = 140;
const MOST_CHARACTERS = 100;

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A note's name from a title: without what Windows, macOS, Linux or Android cannot store, without what would break a link
 * to it (`#`, `^`, `|`, `[[`), short enough for every file system, and still readable.
 *
 * @param fallback - the name where nothing readable is left
 */
export function fileNameFor(title: string, fallback: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replace(/[\p{Cf}]/gu, (character) => (character === '\u200D' ? character : '')) // keeps families of emoji together
    .replace(/\[\[|\]\]|%%/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?[:|] ?/g, ' - ')
    .replace(/[\\/]/g, '-')
    .replace(/"/g, "'")
    .replace(/[*?<>#^[\]]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = trimEnds(cut(trimEnds(plain)));
  if (!/[\p{L}\p{N}\p{S}]/u.test(short)) return fallback;
  return DEVICES.test(short) ? `_${short}` : short;
}

/** Names that may be tried one after the other until one is free: the plain one, with the year, then numbered. */
export function* fileNamesFor(title: string, year: number | null, fallback: string): Generator<string> {
  const name = fileNameFor(title, fallback);
  yield name;
  if (year !== null) yield `${name} (${year})`;
  for (let number = 2; ; number++) yield `${name} (${number})`;
}

/** No point or blank at the ends: a first one hides the file, a last one Windows drops. */
function trimEnds(name: string): string {
  let from = 0;
  let to = name.length;
  while (from < to && isPointOrBlank(name.charAt(from))) from += 1;
  while (to > from && isPointOrBlank(name.charAt(to - 1))) to -= 1;
  return name.slice(from, to).replace(/^-+\s+|\s-+$/g, '');
}

function isPointOrBlank(character: string): boolean {
  return character === '.' || character.trim() === '';
}

/** Cuts at a blank where one is near, and never inside a character. */
function cut(name: string): string {
  let bytes = 0;
  let kept = '';
  let characters = 0;
  for (const character of name) {
    bytes += utf8Length(character);
    characters += 1;
    if (bytes > MOST_BYTES || characters > MOST_CHARACTERS) {
      const blank = kept.lastIndexOf(' ');
      return blank > kept.length * 0.7 ? kept.slice(0, blank) : kept;
    }
    kept += character;
  }
  return name;
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
