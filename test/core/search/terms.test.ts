import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryTerms, tokensOf } from '../../../src/core/search/terms';

const termsOf = (text: string): string[] => [...tokensOf(text)].map(({ term }) => term);

describe('the terms of a text', () => {
  it.each([
    ['each two neighbouring characters of Chinese', '重建损失', ['重建', '建损', '损失']],
    ['a character that stands alone', '熵, 信息', ['熵', '信息']],
    ['kana as Chinese', 'テスト', ['テス', 'スト']],
    [
      'the two scripts apart, without a blank between',
      '用ResNet做3D重建',
      ['用', 'resnet', 'res', 'net', '做', '3d', '重建'],
    ],
    [
      'English words without their ending',
      'The Encoders never see hidden patches',
      ['the', 'encod', 'never', 'see', 'hidden', 'patch'],
    ],
    ['short words as they are', 'is its bus', ['is', 'its', 'bus']],
    ['letters of any width and case', 'ＬＯＳＳ Loss', ['loss', 'loss']],
    [
      'code as a whole and in its parts',
      'batch_size getFileCache',
      ['batch_size', 'batch', 'size', 'getfilecach', 'get', 'file', 'cach'],
    ],
    ['other alphabets as words', 'Größe ошибки', ['größe', 'ошибки']],
    ['nothing of marks', '— 。，!?* #', []],
  ])('are %s', (_what, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('leave out what is no word: keys, hashes, picture data', () => {
    expect(termsOf(`before ${'aGVsbG8'.repeat(20)} after`)).toEqual(['befor', 'after']);
  });

  it('stand where they were found', () => {
    const text = fc
      .array(fc.constantFrom('重', '建', '损', 'Loss', 'max_len', 'a', ' ', '，', '𠮷', 'é', '3'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { term, from, to, isPart } of tokensOf(written)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(written.length);
          expect(termsOf(written.slice(from, to))[0]).toBe(term);
          if (!isPart) expect(from).toBeGreaterThanOrEqual(last);
          if (!isPart) last = from;
        }
      }),
    );
  });
});

describe('the terms of a query', () => {
  it('are a name of code as a whole, or its parts where nothing is called so', () => {
    expect(queryTerms('batch_size', () => true)).toEqual(['batch_size']);
    expect(queryTerms('batch_size', (term) => term !== 'batch_size')).toEqual(['batch_size', 'batch', 'size']);
    expect(queryTerms('Patch patches PATCH', () => true)).toEqual(['patch']);
  });
});
