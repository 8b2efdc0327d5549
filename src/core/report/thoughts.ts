import { inlineFields } from '../markdown/inline-fields';
import { scanNote } from '../markdown/scan';
import { findSections, insideSections } from '../markdown/sections';

const FIELDS = new Set(['limitation', 'limitations', 'idea', 'ideas', '局限', '想法']);

/**
 * Whether a source's note holds a limitation or an idea: words under one of the headings (comments and headings are
 * none), or a field such as `[idea:: …]` anywhere.
 *
 * @param headings - names of such headings, in any language
 */
export function holdsThoughts(text: string, headings: readonly string[]): boolean {
  const lines = scanNote(text);
  const written = lines.filter((line) => line.kind === 'text' && !/^[\s>*+-]*(?:#{1,6}[ \t].*)?$/.test(line.visible));
  const isInside = insideSections(findSections(text, headings, lines));
  return (
    written.some(({ number }) => isInside(number)) ||
    written.some(({ visible }) => inlineFields(visible).some(({ key, value }) => FIELDS.has(key) && value !== ''))
  );
}
