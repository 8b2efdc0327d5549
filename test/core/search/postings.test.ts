import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingsOf, readHead, readTerms, type Postings } from '../../../src/core/search/postings';
import { packPostings, unpackPostings } from '../../../src/core/search/stored-postings';
import { VarintReader, VarintWriter } from '../../../src/core/search/varints';
import { Vocabulary } from '../../../src/core/search/vocabulary';
import { tokensOf } from '../../../src/core/search/terms';
import { inOneGo } from '../../../src/core/steps';

interface Written {
  readonly titles: string[];
  readonly passages: { headings: string[]; line: number; lines: { number: number; text: string }[] }[];
  readonly hidden: number;
}

const words = fc
  .array(fc.constantFrom('loss', '重建', 'max_len', 'a', '熵', 'Patches'), { maxLength: 12 })
  .map((all) => all.join(' '));
const note: fc.Arbitrary<Written> = fc.record({
  titles: fc.array(words, { maxLength: 3 }),
  passages: fc
    .array(
      fc.record({
        headings: fc.array(words, { maxLength: 2 }),
        step: fc.nat(300),
        texts: fc.array(words, { maxLength: 4 }),
      }),
      {
        maxLength: 6,
      },
    )
    .map((all) => {
      let line = 0;
      return all.map(({ headings, step, texts }) => {
        line += step;
        return { headings, line, lines: texts.map((text, at) => ({ number: line + at, text })) };
      });
    }),
  hidden: fc.nat(1000),
});

/** Every term of a note with the passages that it stands in, read from its postings. */
function standing(postings: Postings, vocabulary: Vocabulary): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  readTerms(postings, readHead(postings), (id, passage, weight) => {
    const term = vocabulary.termOf(id);
    found.set(term, (found.get(term) ?? new Map<number, number>()).set(passage, weight));
  });
  return found;
}

/** The same, counted anew: a word of the text or the name once, of the nearest heading three times, of one above it once. */
function counted({ titles, passages }: Written): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  const add = (text: string, passage: number, weight: number): void => {
    for (const { term } of tokensOf(text)) {
      const places = found.get(term) ?? new Map<number, number>();
      found.set(term, places.set(passage, Math.min(8, (places.get(passage) ?? 0) + weight)));
    }
  };
  for (const title of titles) add(title, 0, 1);
  for (const [at, { headings, lines }] of passages.entries()) {
    for (const [place, heading] of headings.entries()) add(heading, at + 1, place === headings.length - 1 ? 3 : 1);
    for (const { text } of lines) add(text, at + 1, 1);
  }
  return found;
}

describe('a note’s postings', () => {
  it('say of each term where it stands and how often, and of each passage its line', () => {
    fc.assert(
      fc.property(note, (written) => {
        const vocabulary = new Vocabulary();
        const postings = inOneGo(postingsOf(written, vocabulary));
        expect(standing(postings, vocabulary)).toEqual(counted(written));
        const { hidden, lines } = readHead(postings);
        expect(hidden).toBe(written.hidden);
        expect(lines).toEqual([0, ...written.passages.map(({ line }) => line)]);
      }),
    );
  });

  it('come back from the device as they were, whatever other terms are known there', () => {
    fc.assert(
      fc.property(note, words, (written, before) => {
        const first = new Vocabulary();
        const postings = inOneGo(postingsOf(written, first));
        const packed: unknown = JSON.parse(JSON.stringify(packPostings(postings, first)));
        const second = new Vocabulary();
        for (const { term } of tokensOf(before)) second.idOf(term);
        const back = unpackPostings(packed, second);
        expect(back).not.toBeNull();
        expect(standing(back ?? new Uint8Array(), second)).toEqual(standing(postings, first));
        expect({ ...readHead(back ?? new Uint8Array()), termsAt: 0 }).toEqual({ ...readHead(postings), termsAt: 0 });
      }),
    );
  });

  it('are kept in the order of the alphabet, so that no text can be read from them', () => {
    const vocabulary = new Vocabulary();
    const lines = [{ number: 0, text: 'zebra yak xerus 重建损失' }];
    const postings = inOneGo(
      postingsOf({ titles: [], passages: [{ headings: [], line: 0, lines }], hidden: 0 }, vocabulary),
    );
    expect(JSON.stringify(packPostings(postings, vocabulary))).toContain('"xeru yak zebra 建损 损失 重建"');
  });

  it('are not believed where anything in the store is other than it can be', () => {
    const sound = [0, [0, 3], [0, 2], 'loss max', [1, 8, 2, 0, 8]];
    expect(unpackPostings(sound, new Vocabulary())).not.toBeNull();
    for (const damaged of [
      null,
      {},
      'x',
      [],
      [0, [0, 3], [0, 2], 'loss max'],
      [-1, ...sound.slice(1)],
      [0.5, ...sound.slice(1)],
      [0, [3, 0], [0, 2], 'loss max', [1, 8, 2, 0, 8]],
      [0, [0], [0, 2], 'loss max', [1, 8, 2, 0, 8]],
      [0, [], [], '', []],
      [0, [0, 3], [0, 2], 'loss  max', [1, 8, 2, 0, 8]],
      [0, [0, 3], [0, 2], 'loss loss', [1, 8, 2, 0, 8]],
      [0, [0, 3], [0, 2], 'loss max', [1, 16, 2, 0, 8]],
      [0, [0, 3], [0, 2], 'loss max', [1, 8, 2, 8, 0]],
      [0, [0, 3], [0, 2], 'loss max', [1, 8, 2, 0, 1]],
      [0, [0, 3], [0, 2], 'loss max', [1, 8, 2, 0]],
      [0, [0, 3], [0, 2], 'loss max', [1, 8, 2, 0, 8, 1]],
      [0, [0, 3], [0, 2], 'loss max', [0, 2, 0, 8]],
      [0, [0, '3'], [0, 2], 'loss max', [1, 8, 2, 0, 8]],
    ]) {
      expect(unpackPostings(damaged, new Vocabulary())).toBeNull();
    }
  });

  it('are written in numbers of as few bytes as they need', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        const writer = new VarintWriter();
        for (const number of numbers) writer.write(number);
        const bytes = writer.take();
        const reader = new VarintReader(bytes);
        expect(numbers.map(() => reader.read())).toEqual(numbers);
        expect(reader.at).toBe(bytes.length);
      }),
    );
    const writer = new VarintWriter();
    for (const number of [0, 127, 128, 16_383, 16_384]) writer.write(number);
    expect(writer.take()).toHaveLength(1 + 1 + 2 + 2 + 3);
  });
});
