import { describe, expect, it } from 'vitest';
import { heap } from '../../../bench/work';
import { postingsOf } from '../../../src/core/search/postings';
import { SearchIndex } from '../../../src/core/search/search-index';
import { Vocabulary } from '../../../src/core/search/vocabulary';
import { inOneGo } from '../../../src/core/steps';

describe('the vocabulary', () => {
  it('holds no text of a note, though words were cut out of it', () => {
    const before = heap();
    const index = new SearchIndex(new Vocabulary());
    for (let at = 0; at < 20; at++) {
      const text = Buffer.alloc(200_000, `word another_identifier_${String(at)}\n`).toString();
      const lines = [{ number: 0, text }];
      const note = { titles: [], passages: [{ headings: [], line: 0, lines }], hidden: 0 };
      index.set(String(at), inOneGo(postingsOf(note, index.vocabulary)));
    }
    expect(heap() - before).toBeLessThan(2_000_000); // the texts are 4 MB
    expect(index.size).toBe(20);
  });
});
