import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/core/markdown/plain-words';

describe('plain words', () => {
  it.each([
    ['读 [[慢即是快|慢即是快]] 和 [[handbook/group]]', '读 慢即是快 和 group'],
    ['read [the notes](https://example.org/a) today', 'read the notes today'],
    ['**bold**, *thin*, _lean_, ~~gone~~, ==seen==', 'bold, thin, lean, gone, seen'],
    ['call `a * b * c` twice', 'call a * b * c twice'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['see [[note#A heading]] ^block-1', 'see note'],
    ['<b onclick="x">text</b>', '<b onclick="x">text</b>'],
    ['  much   space  ', 'much space'],
    ['', ''],
  ])('of %j are %j', (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });
});
