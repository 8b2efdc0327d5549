import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../src/core/search/passages';
import { postingsOf } from '../../../src/core/search/postings';
import { readQuery, type Query } from '../../../src/core/search/query';
import { SearchIndex } from '../../../src/core/search/search-index';
import { tokensOf } from '../../../src/core/search/terms';
import { Vocabulary } from '../../../src/core/search/vocabulary';
import { inOneGo } from '../../../src/core/steps';

/** Of each passage of a note its words with their weights and how many there are; the note's name comes first. */
type Counted = readonly { readonly words: ReadonlyMap<string, number>; readonly length: number }[];

/** A word of the name or the text counts once, one of the nearest heading three times, of one above it once; 8 at most. */
function counted(path: string, text: string): Counted {
  const count = (parts: readonly (readonly [text: string, weight: number])[]): Map<string, number> => {
    const words = new Map<string, number>();
    for (const [part, weight] of parts)
      for (const { term } of tokensOf(part)) words.set(term, Math.min(8, (words.get(term) ?? 0) + weight));
    return words;
  };
  return [
    { words: count([[path, 1]]), length: tokensOf(path).length },
    ...inOneGo(passagesOf(text)).passages.map(({ headings, lines }) => ({
      words: count([
        ...headings.map((heading, at) => [heading, at === headings.length - 1 ? 3 : 1] as const),
        ...lines.map((line) => [line.text, 1] as const),
      ]),
      length: lines.reduce((sum, line) => sum + tokensOf(line.text).length, 0),
    })),
  ];
}

/**
 * The rule, passage by passage. Okapi BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.5): a word found f times in a
 * passage of length l gives idf · f / (f + k1 (1 − b + b l / average)), with idf = ln(1 + (N − n + ½) / (n + ½)) for a word
 * in n of N passages (an average below 1 divides as 1). What stands in the note's name counts three times for each of its passages in which anything was
 * found; of those the best three are taken, and to each 0.3 of the others' scores is added. A note of whose words only the
 * name holds any is found by a passage of average length. Terms that two words of a query share count for the later one.
 */
function ranked(notes: ReadonlyMap<string, Counted>, { words }: Query, limit: number): unknown[] {
  const all = [...notes.values()].flat();
  const average = all.reduce((sum, { length }) => sum + length, 0) / Math.max(1, all.length);
  const asked = words.map(({ terms }, at) => {
    const n = terms.reduce((sum, term) => sum + all.filter((one) => one.words.has(term)).length, 0);
    const idf = Math.log(1 + (all.length - Math.min(n, all.length) + 0.5) / (Math.min(n, all.length) + 0.5));
    return { idf, terms: terms.filter((term) => !words.slice(at + 1).some((later) => later.terms.includes(term))) };
  });
  const times = (one: Counted[number] | undefined, terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + (one?.words.get(term) ?? 0), 0);
  const found: { path: string; passage: number | null; score: number }[] = [];
  for (const [path, [name, ...passages]] of notes) {
    const bm25 = (one: Counted[number] | undefined, length: number): number =>
      asked.reduce((sum, { idf, terms }) => {
        const f = times(one, terms) + 3 * times(name, terms);
        return sum + (idf * f) / (f + 1.2 * (1 - 0.5 + (0.5 * length) / Math.max(1, average)));
      }, 0);
    const standing = passages
      .map((one, passage) => ({ passage, one }))
      .filter(({ one }) => asked.some(({ terms }) => times(one, terms) > 0))
      .map(({ passage, one }) => ({ passage, score: bm25(one, one.length) }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, 3);
    const sum = standing.reduce((total, { score }) => total + score, 0);
    for (const { passage, score } of standing) found.push({ path, passage, score: score + 0.3 * (sum - score) });
    const alone = bm25(undefined, average);
    if (standing.length === 0 && alone > 0) found.push({ path, passage: null, score: alone });
  }
  found.sort(
    (a, b) =>
      b.score - a.score || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || (a.passage ?? 0) - (b.passage ?? 0),
  );
  return found.slice(0, limit).map((one) => ({ ...one, score: one.score.toFixed(9) }));
}

const WORDS = [
  'mask',
  'masks',
  'masking',
  'masked',
  'ratio',
  'rational',
  'max_len',
  'len',
  '重建',
  '重建损失',
  '失',
  'loss',
];
const QUERIES = ['mask ratio', '重建损失', 'ra', 'mask mas', '失', 'max_len loss', 'len rat', 'loss 建损 masked', '建'];

const path = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('', ' mask', ' loss ratio', '重建'))
  .map((parts) => parts.join(''));
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom('\n\n# Head mask\n\n', '\n\n## loss\n\n', '\n')), {
    maxLength: 40,
  })
  .map((all) => all.join(' '));
type Change =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

class Vault {
  readonly index = new SearchIndex(new Vocabulary());
  readonly notes = new Map<string, Counted>();

  apply(change: Change): void {
    const { path } = change;
    if (change.kind === 'write') this.write(path, change.text);
    else if (change.kind === 'remove') {
      this.index.remove(path);
      this.notes.delete(path);
    } else this.rename(path, change.to);
  }

  check(query: string, limit: number): void {
    const read = readQuery(query, this.index);
    const found = this.index.find(read, limit).map((one) => ({ ...one, score: one.score.toFixed(9) }));
    expect(found).toEqual(ranked(this.notes, read, limit));
  }

  private write(path: string, text: string): void {
    const { passages, hidden } = inOneGo(passagesOf(text));
    this.index.set(path, inOneGo(postingsOf({ titles: [path], passages, hidden }, this.index.vocabulary)));
    this.notes.set(path, counted(path, text));
  }

  /** Its words stay those of the old name until the note is read again. */
  private rename(from: string, to: string): void {
    this.index.rename(from, to);
    const note = this.notes.get(from);
    if (note === undefined) return;
    this.notes.delete(from);
    this.notes.set(to, note);
  }
}

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text }) },
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
);

describe('the order of what is found', () => {
  it('is that of the rule, whatever was written, renamed or removed, and whenever one asks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(change, fc.constantFrom(null, ...QUERIES), fc.constantFrom(1, 2, 100)), { maxLength: 20 }),
        (steps) => {
          const vault = new Vault();
          for (const [one, query, limit] of steps) {
            vault.apply(one);
            if (query !== null) vault.check(query, limit);
          }
          for (const query of QUERIES) vault.check(query, 100);
        },
      ),
    );
  });

  it('is that of the rule where notes fill segments, and where there are more answers than are kept at a time', () => {
    const vault = new Vault();
    const write = (at: number, rest: string): void => {
      const words = Array.from({ length: 80 }, (_, word) => `w${String((at * 37 + word * 101) % 3000)}`).join(' ');
      vault.apply({
        kind: 'write',
        path: `n${String(at)}`,
        text: `${words} ${WORDS[at % WORDS.length] ?? ''} ${rest}`,
      });
    };
    for (let at = 0; at < 800; at++) write(at, at % 3 === 0 ? '# mask\n\nratio' : '\n\n# loss\n\nmask 重建损失');
    const check = (): void => {
      for (const query of ['mask ratio', 'n0 w1', 'mask w5 w17 loss', '损']) vault.check(query, 10);
    };
    check();
    for (let at = 0; at < 800; at += 7) vault.apply({ kind: 'remove', path: `n${String(at)}` });
    for (let at = 1; at < 800; at += 50) vault.apply({ kind: 'rename', path: `n${String(at)}`, to: `m${String(at)}` });
    for (let at = 3; at < 900; at += 90) write(at, 'mask '.repeat(9));
    check();
    for (let at = 0; at < 900; at++) vault.apply({ kind: 'remove', path: `n${String(at)}` });
    check();
  });
});
