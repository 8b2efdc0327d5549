import { fenceLength, headingLevel, listMarkLength, RuleReader } from './block-starts';

const CHECKBOX = /^\[[^[\]]\](?=[ \t]|$)/u;
/** A footnote or the target of a link, which are shown elsewhere or not at all. */
const DEFINITION = /^\[[^[\]]+\]:/;

/**
 * Words, on one line, as they may stand behind the mark of a list item: what would begin a block of its own there (a
 * list, a heading, a quote, a fence, a rule), a box or a definition is escaped, so that they stay words.
 */
export function asItem(words: string): string {
  if (beginsBlock(words)) {
    const mark = /^\d*/.exec(words)?.[0].length ?? 0; // of a numbered item the point is escaped, since a digit cannot be
    return `${words.slice(0, mark)}\\${words.slice(mark)}`;
  }
  return CHECKBOX.test(words) || DEFINITION.test(words) ? `\\${words}` : words;
}

function beginsBlock(words: string): boolean {
  return (
    words.startsWith('>') ||
    headingLevel(words, 0) > 0 ||
    fenceLength(words, 0) > 0 ||
    listMarkLength(words, 0, false) > 0 ||
    new RuleReader().isRule(words, 0) ||
    new RuleReader().isRule(`- ${words}`, 0) // dashes alone, with the item's own
  );
}
