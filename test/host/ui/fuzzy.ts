type Match = [from: number, to: number];
export interface FuzzyMatchResult {
  readonly score: number;
  readonly matches: Match[];
}

/** Every word must be found; a whole word scores best, then its start, then its letters in order. Scores are 0 or less. */
export function prepareFuzzySearch(query: string): (text: string) => FuzzyMatchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: Match[] = [];
    let score = 0;
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at !== -1) {
        matches.push([at, at + word.length]);
        score -= at * 0.001;
        continue;
      }
      const scattered = lettersInOrder(lower, word);
      if (scattered === null) return null;
      matches.push(...scattered);
      score -= scattered.length;
    }
    return { score: score - text.length * 0.0001, matches: matches.sort((a, b) => a[0] - b[0]) };
  };
}

export function prepareSimpleSearch(query: string): (text: string) => FuzzyMatchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    const matches: Match[] = [];
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at === -1) return null;
      matches.push([at, at + word.length]);
    }
    return { score: 0, matches };
  };
}

function lettersInOrder(text: string, word: string): Match[] | null {
  const found: Match[] = [];
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at === -1) return null;
    const last = found.at(-1);
    if (last !== undefined && last[1] === at) last[1] = at + letter.length;
    else found.push([at, at + letter.length]);
    from = at + letter.length;
  }
  return found;
}

export function renderMatches(el: HTMLElement, text: string, matches: readonly Match[] | null, offset = 0): void {
  let at = 0;
  for (const [from, to] of matches ?? []) {
    const start = Math.max(from + offset, at);
    const end = to + offset;
    if (end <= start) continue;
    el.appendText(text.slice(at, start));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start, end) });
    at = end;
  }
  el.appendText(text.slice(at));
}
