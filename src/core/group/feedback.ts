import { parseListedItem } from '../markdown/list-lines';
import { placeOf } from '../markdown/line-place';
import { plainLine } from '../markdown/plain-line';
import { asItem } from '../markdown/as-item';
import { scanNote } from '../markdown/scan';
import { findSection, headingKey } from '../markdown/sections';
import { privateLines } from '../private/private-lines';
import { itemsOf } from '../report/outline';
import { withItems } from '../report/with-items';
import { withoutTemplaterTags } from '../text/templater';

/**
 * Somebody else's words, on one line, as they may stand in a note of one's own: what a program would run or load there (code
 * that queries, HTML, embeds, templates) is escaped, and stays words.
 */
export function harmless(text: string): string {
  const words = withoutTemplaterTags(plainLine(text)).replace(/[\\`<]|!(?=\[)/g, '\\$&');
  return asItem(words);
}

/** The body of a new feedback note: each question quoted, with an item to answer it in. */
export function feedbackBody(title: string, questions: readonly string[]): string {
  const parts = questions.map((question) => `> ${harmless(question)}\n\n- \n`);
  return `# ${title}\n\n${parts.length === 0 ? '- \n' : parts.join('\n')}`;
}

/** Something that the advisor said: an item, or a paragraph. Quotes and headings are none. */
export interface FeedbackPoint {
  readonly text: string;
  /** The question that it stands below; null where there is none. */
  readonly about: string | null;
}

export function feedbackPoints(text: string): FeedbackPoint[] {
  const lines = scanNote(text);
  const hidden = new Set(privateLines(lines));
  const quotes = lines.filter(
    ({ kind, visible, number }) => kind === 'text' && placeOf(visible).quotes > 0 && !hidden.has(number),
  );
  for (const { number } of quotes) hidden.add(number);
  let next = 0; // of the quotes, which come in the order of the items
  return itemsOf(lines, hidden).flatMap((item) => {
    const words = [item.text, ...item.below].map(plainLine).filter((one) => one !== '');
    if (words.length === 0) return [];
    while ((quotes[next]?.number ?? Infinity) < item.line) next += 1;
    const quote = quotes[next - 1];
    return [{ text: words.join('; '), about: quote === undefined ? null : wordsOf(quote.visible) }];
  });
}

/**
 * A report with the points that its section for feedback does not hold yet, each as an open box with its question below it;
 * known by their text, ticked or not. Where there is no such section, it is put at the end.
 *
 * @param headings - names of the section, the one for a new section first
 * @returns the text, and how many points are new; null where they would not count there, since code or a comment was never closed
 */
export function withFeedback(
  report: string,
  points: readonly FeedbackPoint[],
  headings: readonly string[],
): { readonly text: string; readonly added: number } | null {
  const lines = scanNote(report);
  const section = findSection(report, headings, lines);
  const known = new Set(
    (section === null ? [] : lines.slice(section.bodyLine, section.endLine)).map(({ text }) =>
      pointKey(parseListedItem(text)?.text ?? text),
    ),
  );
  const fresh = points.filter(({ text }) => {
    const key = pointKey(harmless(text));
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
  if (fresh.length === 0) return { text: report, added: 0 };
  const items = fresh.flatMap(({ text, about }) => [
    `- [ ] ${harmless(text)}`,
    ...(about === null ? [] : [`  - ${harmless(about)}`]),
  ]);
  const text = withItems(report, items, headings);
  return text === null ? null : { text, added: fresh.length };
}

function wordsOf(quote: string): string {
  return plainLine(quote.slice(placeOf(quote).at));
}

function pointKey(text: string): string {
  return headingKey(text.replaceAll('\\', ''));
}
