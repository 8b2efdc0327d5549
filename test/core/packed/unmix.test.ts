import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix } from '../../../scripts/pack-text.mjs';
import { unmix } from '../../../src/core/packed/unmix';
import { inOneGo } from '../../../src/core/steps';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const unpack = (packed: Uint8Array, length: number): Uint8Array => inOneGo(unmix(packed, length));

/** Texts in which much is repeated, near and far, and bytes without any order. */
const inputs: readonly Uint8Array[] = [
  ...fc.sample(fc.uint8Array({ maxLength: 300 }), { numRuns: 8, seed: 1 }),
  ...fc.sample(
    fc
      .array(fc.oneof(fc.constantFrom('the ', '手册', '\n- [ ] ', 'aaaa', '🐢'), fc.string({ maxLength: 6 })), {
        maxLength: 200,
      })
      .map((parts) => bytesOf(parts.join(''))),
    { numRuns: 8, seed: 2 },
  ),
  bytesOf('x'.repeat(3_000)),
  bytesOf('Slow is fast. 慢即是快。\n'.repeat(100)),
  bytesOf('Run `ls -l` in 2 rooms.\0在 2 个房间里运行 `ls -l`。\0'.repeat(40)),
];

describe('a mixed text', () => {
  it('is unpacked as it was', async () => {
    for (const input of inputs) expect(Buffer.compare(unpack(await mix(input), input.length), input)).toBe(0);
  });

  it('has the same bytes each time', async () => {
    const [input = new Uint8Array()] = inputs.slice(-1);
    expect(await mix(input)).toEqual(await mix(input));
  });

  it('of much that is repeated is a small part of it', async () => {
    const text = bytesOf('Slow is fast. 慢即是快。\n'.repeat(100));
    expect((await mix(text)).length).toBeLessThan(text.length / 40);
  });

  it('that is damaged, cut off or none gives as many bytes as were stated, and other ones', async () => {
    const text = bytesOf('Slow is fast. 慢即是快。\n'.repeat(20));
    const packed = await mix(text);
    for (let at = 0; at < packed.length; at += 7) {
      const damaged = packed.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      expect(unpack(damaged, text.length)).toHaveLength(text.length);
    }
    const cut = unpack(packed.subarray(0, packed.length / 2), text.length);
    expect(cut).toHaveLength(text.length);
    expect(Buffer.compare(cut, text)).not.toBe(0);
    expect(unpack(new Uint8Array(), 50)).toHaveLength(50);
    expect(unpack(packed, 0)).toHaveLength(0);
  });

  it('is unpacked in steps whose number goes by its length alone', () => {
    const steps = (length: number): number => [...unmix(new Uint8Array(), length)].length;
    expect(steps(8_192) - steps(4_096)).toBe(4);
  });
});
