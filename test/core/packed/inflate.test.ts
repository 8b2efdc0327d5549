import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../src/core/packed/inflate';

const LIMIT = 1_000_000;
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const outcome = (input: Uint8Array, limit = LIMIT): string => {
  const inflated = inflate(input, limit);
  return inflated.ok ? Buffer.from(inflated.bytes).toString('hex') : inflated.problem;
};

/** What zlib makes of the bytes, all of which it has to use up; null where it refuses them. */
function byZlib(input: Uint8Array): string | null {
  try {
    const { buffer, engine } = inflateRawSync(input, { info: true, maxOutputLength: LIMIT }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return engine.bytesWritten === input.length ? buffer.toString('hex') : null;
  } catch {
    return null;
  }
}

/** Text with words that come again, near and far, as well as bytes of any kind. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom('手册', 'heatmap ', 'aaaa').map((t) => Buffer.from(t)),
    ),
    {
      maxLength: 200,
    },
  )
  .map((parts) => Buffer.concat(parts));
const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED),
});

describe('inflate', () => {
  it('gives back what zlib deflated, at every level and by every strategy', () => {
    fc.assert(
      fc.property(content, settings, (bytes, how) => {
        expect(outcome(deflateRawSync(bytes, how))).toBe(bytes.toString('hex'));
      }),
      { numRuns: 300 },
    );
  });

  it('reads blocks of all kinds in one stream, and repeats from the farthest place there is', () => {
    const far = Buffer.concat([Buffer.from('slow is fast'), Buffer.alloc(32_768 - 12, 7), Buffer.from('slow is fast')]);
    expect(outcome(deflateRawSync(far, { level: 9, windowBits: 15 }))).toBe(far.toString('hex'));
    // RFC 1951, 3.2.3: a stored block of "ab", then a last one with the fixed code, holding its end alone.
    expect(outcome(bytesOf('000200fdff6162' + '0300'))).toBe('6162');
  });

  it('says that a stream was cut off, wherever that was', () => {
    const whole = deflateRawSync(Buffer.from('Log lines, reports, home. '.repeat(40) + '慢即是快'));
    for (let length = 0; length < whole.length; length++) {
      expect([length, outcome(whole.subarray(0, length))]).toEqual([length, 'truncated']);
    }
  });

  it('refuses more than its bound, and keeps no more than that of a bomb', () => {
    const bomb = deflateRawSync(Buffer.alloc(64_000_000), { level: 9 });
    expect(bomb.length).toBeLessThan(70_000);
    expect(outcome(bomb)).toBe('too-large');
    const text = deflateRawSync(Buffer.from('x'.repeat(500)));
    expect(outcome(text, 499)).toBe('too-large');
    expect(outcome(text, 500)).toBe('78'.repeat(500));
    expect(outcome(deflateRawSync(Buffer.from('abc'), { level: 0 }), 2)).toBe('too-large');
    expect(outcome(bytesOf('0300'), 0)).toBe('');
    const kept = inflate(deflateRawSync(Buffer.from('x'.repeat(500))), 100_000_000);
    expect(kept.ok && kept.bytes.buffer.byteLength).toBeLessThan(10_000);
  });

  it.each([
    ['a fourth kind of block', '07'],
    ['a stored block whose length is not repeated', '010200ffff6162'],
    ['a distance to before the beginning', '030200'],
    ['something after its end', '030000'],
    ['a code with too many symbols', '050092040000'],
  ])('calls %s damaged', (_name, hex) => {
    expect(byZlib(bytesOf(hex))).toBe(null);
    expect(outcome(bytesOf(hex))).toBe('damaged');
  });

  it('takes and refuses random bytes as zlib does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const found = inflate(bytes, LIMIT);
        expect(found.ok ? Buffer.from(found.bytes).toString('hex') : null).toBe(byZlib(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes and refuses a damaged stream as zlib does', () => {
    fc.assert(
      fc.property(content, settings, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, how, at, flip) => {
        const damaged = Uint8Array.from(deflateRawSync(bytes, how));
        const place = at % damaged.length;
        damaged[place] = (damaged[place] ?? 0) ^ flip;
        const found = inflate(damaged, LIMIT);
        expect(found.ok ? Buffer.from(found.bytes).toString('hex') : null).toBe(byZlib(damaged));
      }),
      { numRuns: 1000 },
    );
  });
});
