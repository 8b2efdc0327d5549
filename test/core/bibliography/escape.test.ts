import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeTex, namesTex } from '../../../src/core/bibliography/latex/escape';
import { namesOf } from '../../../src/core/bibliography/latex/names';
import { plainText } from '../../../src/core/bibliography/latex/plain-text';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

it('is read back as it was', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'aZ9 \\{}$&#_%~^`\'"-–<>|é欧'), maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), (text) => {
      expect(plainText(escapeTex(text))).toBe(oneLine(text));
    }),
    { numRuns: 500 },
  );
});

it('has names read back as they were', () => {
  const names = ['Kaiming He', '欧阳修', 'Barnes and Noble', 'Jan van der Meer', 'O’Neil & Sons'];
  expect(namesOf(namesTex(names))).toEqual(names);
});
