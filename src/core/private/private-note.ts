import { readFrontmatter, splitNote, type Frontmatter } from '../markdown/frontmatter';
import type { Yaml } from '../ports';
import { propertyOf } from '../markdown/property';

const NO = /^(?:false|no|off|0|否|不)?$/i;

/**
 * Whether a whole note is private by its property `private`. Whoever writes the property means it: only a value that says
 * no, or nothing, leaves the note open.
 */
export function isPrivateNote(frontmatter: Frontmatter | null | undefined): boolean {
  const value = propertyOf(frontmatter ?? {}, 'private');
  if (value === undefined || value === null || value === false || value === 0) return false;
  return typeof value !== 'string' || !NO.test(value.trim());
}

/** The same by the note's text: it may have become private a moment ago, before the cache has heard of it. */
export function isPrivateText(text: string, yaml: Yaml): boolean {
  const read = readFrontmatter(text, yaml);
  return read.ok ? isPrivateNote(read.data) : mayBePrivateNote(text);
}

/** The same of properties that cannot be read: the safe reading is the private one, but where the line says no. */
export function mayBePrivateNote(text: string): boolean {
  const lines = (splitNote(text).yaml ?? '').matchAll(/^[ \t]*["']?private["']?[ \t]*:(.*)$/gim);
  return [...lines].some(([, value = '']) => !NO.test(value.replace(/["']|#.*$/g, '').trim()) || value.trim() === '');
}
