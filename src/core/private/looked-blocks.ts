import { headingLevel, listMarkLength, RuleReader } from '../markdown/block-starts';
import type { LinePlace } from '../markdown/line-place';

const FOOTNOTE = /^\[\^[^\]\s]+\]:/;
const MOST_LABEL = 200;

/** What begins on a line by its look, wherever in a block it stands. Asked for lines one after the other. */
export class LookedBlocks {
  private readonly rules = new RuleReader();

  /** Whether a block begins there, so that the line goes on with nothing above; a quote is told by its marks alone. */
  begins(text: string, { at }: LinePlace): boolean {
    return (
      headingLevel(text, at) > 0 ||
      this.isItem(text, at) ||
      this.isRule(text, at) ||
      FOOTNOTE.test(text.slice(at, at + MOST_LABEL))
    );
  }

  isItem(text: string, at: number): boolean {
    return listMarkLength(text, at, false) > 0 && !this.isRule(text, at);
  }

  private isRule(text: string, at: number): boolean {
    this.rules.start();
    return this.rules.isRule(text, at);
  }
}
