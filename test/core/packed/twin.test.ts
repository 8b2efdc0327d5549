import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Twin } from '../../../src/core/packed/twin';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What stands in the twin once all of a text has come. */
function after(text: string): string {
  const bytes = bytesOf(text);
  const twin = new Twin();
  bytes.forEach((_, at) => {
    twin.move(bytes, at + 1);
  });
  return twin.next === 0 ? '' : String.fromCharCode(twin.next);
}

it('a text goes along the text before it, by lines and by what both have', () => {
  expect(after('see `ls`\0')).toBe('s');
  expect(after('see `ls`\0看 `')).toBe('l');
  expect(after('see `ls`\0看 `l')).toBe('s');
  expect(after('a `b`\nc [d](e)\0一\n二 [')).toBe('d');
  expect(after('a\nb\0一\n二')).toBe('b');
});

it('a text has nothing before it at first, or beyond what is there', () => {
  expect(after('')).toBe('');
  expect(after('abc')).toBe('');
  expect(after('a\0一\n二\n')).toBe('');
});

it('a text that is the same as the one before it is what stands there', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '`', ' ', '\n', '手', '1'), { minLength: 1 }), (signs) => {
      const text = signs.join('');
      const bytes = bytesOf(`${text}\0${text}`);
      const twin = new Twin();
      const from = bytesOf(text).length + 1;
      bytes.forEach((_, at) => {
        if (at >= from) expect(twin.next).toBe(bytes[at]);
        twin.move(bytes, at + 1);
      });
    }),
  );
});
