import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, marksIn } from '../../../src/core/search/excerpt';
import { passagesOf } from '../../../src/core/search/passages';
import { postingsOf } from '../../../src/core/search/postings';
import { readQuery } from '../../../src/core/search/query';
import { SearchIndex } from '../../../src/core/search/search-index';
import { Vocabulary } from '../../../src/core/search/vocabulary';
import { inOneGo } from '../../../src/core/steps';

class Vault {
  readonly index = new SearchIndex(new Vocabulary());

  constructor(notes: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(notes)) this.write(path, text);
  }

  write(path: string, text: string): void {
    const { passages, hidden } = inOneGo(passagesOf(text));
    this.index.set(path, inOneGo(postingsOf({ titles: [path], passages, hidden }, this.index.vocabulary)));
  }

  find(text: string, limit = 10) {
    return this.index.find(readQuery(text, this.index), limit);
  }

  paths(text: string): string[] {
    return [...new Set(this.find(text).map(({ path }) => path))];
  }
}

describe('finding', () => {
  it('puts first what holds more of the words, then the rarer word, then the shorter passage', () => {
    const vault = new Vault({
      a: 'mask and ratio',
      b: 'mask alone',
      c: 'ratio here',
      d: 'mask there',
      e: 'mask again',
    });
    expect(vault.paths('mask ratio')[0]).toBe('a');
    expect(vault.paths('mask ratio')[1]).toBe('c'); // “ratio” stands in fewer passages
    const lengths = new Vault({ long: `mask ${'other words '.repeat(50)}`, short: 'mask and little else' });
    expect(lengths.paths('mask')).toEqual(['short', 'long']);
  });

  it('weighs the note’s name and the heading more than the text', () => {
    const vault = new Vault({
      x: 'about transformers',
      y: '# Transformers\n\nabout it',
      'transformers z': 'nothing else',
    });
    expect(vault.paths('transformer').at(-1)).toBe('x');
  });

  it('finds a word while it is typed, and a single Chinese character in any word', () => {
    const vault = new Vault({ a: 'the transformer', b: '交叉熵损失', c: 'other' });
    expect(vault.paths('transfo')).toEqual(['a']);
    expect(vault.paths('transfo ')).toEqual([]); // the word is over
    expect(vault.paths('t')).toEqual([]);
    expect(vault.paths('熵')).toEqual(['b']);
    expect(vault.paths('叉熵')).toEqual(['b']);
  });

  it('says which passage, and of one note three at most', () => {
    const text = ['one', 'two', 'three', 'four', 'five'].map((name) => `# ${name}\n\nmask`).join('\n\n');
    const found = new Vault({ a: text, b: 'mask' }).find('mask');
    expect(found.filter(({ path }) => path === 'a')).toHaveLength(3);
    expect(found.filter(({ path }) => path === 'a').map(({ passage }) => passage)).toEqual([0, 1, 2]);
    expect(new Vault({ mask: '' }).find('mask')).toMatchObject([{ path: 'mask', passage: null }]);
  });

  it('finds nothing by nothing', () => {
    const vault = new Vault({ a: 'words' });
    for (const text of ['', '   ', '。！', 'unknown']) expect(vault.find(text)).toEqual([]);
  });

  it('knows after any changes what an index made anew knows', () => {
    const path = fc.constantFrom('a', 'b', 'c');
    const text = fc
      .array(fc.constantFrom('mask', 'ratio', '重建', '# head\n\n', '损失', '\n\n', 'loss '))
      .map((all) => all.join(' '));
    const change = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path }),
      fc.record({ kind: fc.constant('rename' as const), path, to: path }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const vault = new Vault();
        const texts = new Map<string, string>();
        for (const one of changes) {
          if (one.kind === 'write') {
            vault.write(one.path, one.text);
            texts.set(one.path, one.text);
          } else if (one.kind === 'remove') {
            vault.index.remove(one.path);
            texts.delete(one.path);
          }
        }
        const anew = new Vault(Object.fromEntries(texts));
        for (const query of ['mask', 'ratio 重建', '损失 loss']) {
          const sorted = (found: ReturnType<Vault['find']>) =>
            found.map((one) => JSON.stringify({ ...one, score: one.score.toFixed(9) })).sort();
          expect(sorted(vault.find(query, 100))).toEqual(sorted(anew.find(query, 100)));
        }
        expect(vault.index.passages).toBe(anew.index.passages);
      }),
    );
  });

  it('follows a note that moved', () => {
    const vault = new Vault({ a: 'mask', b: 'ratio' });
    vault.index.rename('a', 'b');
    expect(vault.paths('mask')).toEqual(['b']);
    expect(vault.paths('ratio')).toEqual([]);
    vault.index.rename('none', 'c');
    expect(vault.index.size).toBe(1);
  });
});

describe('what is shown of a passage', () => {
  const vault = new Vault({ a: 'the masking ratio', b: '重建损失' });
  const query = (text: string) => readQuery(text, vault.index);
  const excerpt = (text: string, asked: string) => {
    const [passage] = inOneGo(passagesOf(text)).passages;
    if (passage === undefined) throw new Error('no passage');
    const { line, text: words, marks } = excerptOf(passage, query(asked));
    return { line, words, marked: marks.map(({ from, to }) => words.slice(from, to)) };
  };

  it('is the line that holds most of it, as it reads, with its words marked', () => {
    expect(excerpt('# H\n\nfirst\n- [ ] a **high** [[x|masking]] ratio\n- masks', 'mask ratio')).toEqual({
      line: 3,
      words: 'a high masking ratio',
      marked: ['masking', 'ratio'],
    });
    expect(excerpt('> 算重建损失的时候', '重建损失').marked).toEqual(['重建损失']);
  });

  it('is cut around the first word where the line is long', () => {
    const { words, marked } = excerpt(`${'before '.repeat(60)}the masking ratio ${'after '.repeat(60)}`, 'mask');
    expect(words.length).toBeLessThanOrEqual(162);
    expect(words).toMatch(/^….*masking.*…$/);
    expect(marked).toEqual(['masking']);
    expect(excerpt(`${'𠮷'.repeat(200)} mask`, 'mask').words).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    );
  });

  it('is the heading’s line where the text holds none of it', () => {
    expect(excerpt('words\n\n# Masking', 'mask')).toMatchObject({ line: 0, marked: [] });
    expect(marksIn('The Masking', query('mask'))).toEqual([{ from: 4, to: 11 }]);
  });
});
