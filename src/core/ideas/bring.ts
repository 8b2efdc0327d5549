import { parseLinks } from '../markdown/links';
import { scanNote } from '../markdown/scan';
import { findSection } from '../markdown/sections';
import { withItems } from '../report/with-items';

/**
 * A report with an idea in the section for the advisor's questions.
 *
 * @param items - the idea's own line, and what goes below it
 * @param isIdea - whether a link in the report, by its path, leads to the idea
 * @returns the text; `there` where the section links the idea already, null where the item would not count
 */
export function withIdea(
  report: string,
  items: readonly string[],
  headings: readonly string[],
  isIdea: (link: string) => boolean,
): string | null {
  const lines = scanNote(report);
  const section = findSection(report, headings, lines);
  const isThere =
    section !== null &&
    parseLinks(report, lines.slice(section.bodyLine, section.endLine)).some(({ path }) => isIdea(path));
  return isThere ? report : withItems(report, items, headings);
}
