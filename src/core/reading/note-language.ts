import { splitNote } from '../markdown/frontmatter';
import { scanBody } from '../markdown/scan';
import { listSections } from '../markdown/sections';
import type { Language } from '../ports';

/**
 * The language that a note is written in, for a heading that is added to it: Chinese where Chinese characters stand in its
 * text, English where its sections (below the title) have English headings; else `fallback`. A title alone, often that of
 * an English paper, says nothing.
 */
export function languageOfNote(text: string, fallback: Language): Language {
  const { body } = splitNote(text);
  const lines = scanBody(body);
  const headings = listSections(body, lines).filter(({ level }) => level > 1);
  const titles = new Set(
    listSections(body, lines)
      .filter(({ level }) => level === 1)
      .map(({ line }) => line),
  );
  const prose = lines.filter(({ kind, number }) => (kind === 'text' || kind === 'comment') && !titles.has(number));
  if (prose.some((line) => /\p{Script=Han}/u.test(line.text))) return 'zh';
  return headings.some(({ heading }) => /\p{Script=Latin}/u.test(heading)) ? 'en' : fallback;
}
