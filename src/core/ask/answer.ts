/** A stretch of an answer: words of the model, or a quotation. */
export interface AnswerPart {
  readonly text: string;
  /** Of a quotation, the number of its passage as the model has it; null for the model's own words. */
  readonly n: number | null;
  /** Whether it is a quotation, and stands in that passage. */
  readonly valid: boolean;
}

/** `[2: "words"]`, with the quotation marks and signs of Chinese, too. */
const QUOTATION = /[[【](\d{1,3})\s*[:：]\s*["“”「『]([^]{1,2000}?)["“”」』]\s*[\]】]/g;

/** What stands in a text whatever its widths of characters and white space. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/**
 * Reads an answer, and checks each quotation against the passage that it names: whether it stands there, but for white space and widths
 * of characters (NFKC).
 *
 * @param passages - as they were sent
 */
export function readAnswer(answer: string, passages: readonly string[]): AnswerPart[] {
  const parts: AnswerPart[] = [];
  const sent = passages.map(folded);
  let at = 0;
  for (const { index, 0: whole, 1: number = '', 2: text = '' } of answer.matchAll(QUOTATION)) {
    const n = Number(number);
    const words = folded(text);
    if (index > at) parts.push({ text: answer.slice(at, index), n: null, valid: false });
    parts.push({ text, n, valid: words.length > 1 && sent[n - 1]?.includes(words) === true });
    at = index + whole.length;
  }
  if (at < answer.length) parts.push({ text: answer.slice(at), n: null, valid: false });
  return parts;
}

export const isQuotation = (part: AnswerPart): part is AnswerPart & { readonly n: number } => part.n !== null;
