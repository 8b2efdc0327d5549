import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHan } from '../../scripts/han-text.mjs';
import { readHan } from '../../src/platform/han-text';

describe('texts of the interface as ASCII', () => {
  it.each([
    ['', ''],
    ['Open marks', 'Open marks'],
    // As Python's codec `hz` writes them, but for the braces.
    ['己所不欲', '~<:Ky2;S{~'],
    ['周报 2026', '~V\\1(~ 2026'],
    ['二', '二'], // its second byte would be the sign that ends Han
    ['好✅', '~:C~✅'],
  ])('write %j as %j', (text, written) => {
    expect(writeHan(text)).toBe(written);
    expect(readHan(written)).toBe(text);
  });

  it('come back whole, whatever they are', () => {
    const part = fc.oneof(
      fc.string().map((text) => text.replaceAll('~', '')),
      fc.constantFrom('周报', '“好”', '…', '——', '·', '於', '二', '🐢', '\0', '\x01', '\\'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        expect(readHan(writeHan(text))).toBe(text);
      }),
    );
  });

  it('have no place for the sign that stands around Han', () => {
    expect(() => writeHan('~')).toThrow('~');
  });
});
