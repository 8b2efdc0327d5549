/** A paper that an alert names. */
export interface AlertPaper {
  /** Ends in `…` where the alert cut it. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | null;
  /** Of http or https; null where there is none. */
  readonly url: string | null;
  readonly arxiv: string | null;
  readonly doi: string | null;
  /** What else is said of it, for the words that are looked for. */
  readonly about: string;
  /** Whether it is only a new version of one that is out already. */
  readonly isReplaced: boolean;
}

/** A piece that names no paper, on that line (from 0). */
export interface AlertProblem {
  readonly line: number;
  readonly text: string;
}

export interface ReadAlerts {
  readonly papers: readonly AlertPaper[];
  readonly problems: readonly AlertProblem[];
  /** Who sent it. */
  readonly from: 'Google Scholar' | 'arXiv' | 'RSS';
}

/** Words that a paper must have one of, and words that leave it out. */
export interface AlertWords {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** Reads words that are separated by commas; a minus before one leaves out what has it. */
export function readAlertWords(text: string): AlertWords {
  const words = text
    .toLowerCase()
    .split(/[,，;；、\n]/)
    .map((word) => word.trim().replace(/^["“]|["”]$/g, ''))
    .filter((word) => word !== '' && word !== '-');
  return {
    wanted: words.filter((word) => !word.startsWith('-')),
    unwanted: words
      .filter((word) => word.startsWith('-'))
      .map((word) =>
        word
          .slice(1)
          .trim()
          .replace(/^["“]|["”]$/g, ''),
      ),
  };
}

/** Whether a paper is one that is looked for; new versions of old ones are not. A word counts where one of the text begins with it. */
export function isWanted({ title, authors, about, isReplaced }: AlertPaper, { wanted, unwanted }: AlertWords): boolean {
  const text = [title, ...authors, about].join('\n').toLowerCase();
  const has = (word: string): boolean => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || /^\p{Script=Han}/u.test(word)) return true;
    }
    return false;
  };
  return !isReplaced && !unwanted.some(has) && (wanted.length === 0 || wanted.some(has));
}
