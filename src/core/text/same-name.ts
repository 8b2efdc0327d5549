/**
 * Whether two names (of properties, of spans) are one to a reader: letter case aside, as the app treats properties, and
 * however their letters are composed, since what was typed on one system and copied on another looks alike.
 */
export function isSameName(a: string, b: string): boolean {
  return a === b || foldedName(a) === foldedName(b);
}

/** What names that are one share. */
export function foldedName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
