/**
 * The name that an author is cited by: the last word with the particles before it (`van der Maaten`), what stands
 * before a comma (`He, Kaiming`), and names without Latin letters whole (欧阳修).
 */
export function citedName(author: string): string {
  const name = author.trim();
  const comma = name.indexOf(',');
  if (comma > 0) return name.slice(0, comma).trim();
  if (!/\p{Script=Latin}/u.test(name)) return name;
  const words = name.split(/\s+/);
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  return particle > 0 ? words.slice(particle).join(' ') : (words.at(-1) ?? name);
}

/** How authors are joined, in a language's words. */
export interface AuthorWords {
  and(one: string, other: string): string;
  etAl(first: string): string;
}

/** One or two authors by name, more by the first; null without any. */
export function shortAuthors(authors: readonly string[], words: AuthorWords): string | null {
  const [first, second, ...more] = authors.map(citedName).filter((name) => name !== '');
  if (first === undefined) return null;
  if (second === undefined) return first;
  return more.length > 0 ? words.etAl(first) : words.and(first, second);
}
