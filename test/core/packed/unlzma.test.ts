import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lzma } from '../../../scripts/pack-text.mjs';
import { unlzma } from '../../../src/core/packed/unlzma';

const LIMIT = 200_000;
const pack = (bytes: Uint8Array): Uint8Array => Uint8Array.from(lzma(bytes));

const TEXT = new TextEncoder().encode('one and another and yet another, and the rest');

/** Texts in which much is repeated, near and far, and bytes without any order. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 500 }),
  fc
    .array(fc.oneof(fc.constantFrom('the ', '手册', '\n- [ ] ', 'aaaa'), fc.string({ maxLength: 6 })), {
      maxLength: 300,
    })
    .map((parts) => new TextEncoder().encode(parts.join(''))),
);

describe('an LZMA file', () => {
  it('is unpacked as it was packed by another program', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        expect(unlzma(pack(input), LIMIT)).toEqual({ ok: true, bytes: input });
      }),
    );
  });

  it('with distances of every size is unpacked', () => {
    const noise = Uint8Array.from({ length: 6_000 }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 255);
    const far = new Uint8Array(12_000);
    far.set(noise);
    for (const [to, from, length] of [
      [6_000, 0, 300],
      [6_300, 5_990, 290],
      [6_600, 6_597, 400],
      [7_000, 1_234, 5_000],
    ] as const) {
      far.copyWithin(to, from, from + length);
    }
    const unpacked = unlzma(pack(far), LIMIT);
    expect(unpacked.ok && Buffer.compare(unpacked.bytes, far)).toBe(0);
  });

  it('is refused where it would be too large, and nothing of it is kept', () => {
    expect(unlzma(pack(new Uint8Array(1000)), 999)).toEqual({ ok: false, problem: 'too-large' });
    expect(unlzma(pack(new Uint8Array(1000)), 1000)).toMatchObject({ ok: true });
  });

  it('is refused or other bytes where it is damaged, and is never read for ever', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (input, where, change) => {
        const packed = pack(input);
        const at = where % packed.length;
        packed[at] = (packed[at] ?? 0) ^ change;
        const { ok } = unlzma(packed, LIMIT);
        expect(typeof ok).toBe('boolean');
      }),
    );
  });

  it('is refused where it is cut off', () => {
    const packed = pack(TEXT);
    for (let length = 0; length < packed.length; length++) {
      const unpacked = unlzma(packed.subarray(0, length), LIMIT);
      // Its last bytes say nothing more: without them it is refused, or whole.
      if (length < packed.length - 8) expect(unpacked).toMatchObject({ ok: false });
      else if (unpacked.ok) expect(unpacked.bytes).toEqual(TEXT);
    }
  });
});
