import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packText } from '../../scripts/pack-text.mjs';
import { unpackText } from '../../src/platform/packed-text';

const TEXT = '# 手册\n\nSlow is fast. 慢即是快 🐢\n'.repeat(50);

describe('a packed text', () => {
  const packed = packText(TEXT);

  it('is ASCII, shorter than the text, and unpacked by any other program', () => {
    expect(packed.base64).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(packed.base64.length).toBeLessThan(TEXT.length / 4);
    expect(inflateRawSync(Buffer.from(packed.base64, 'base64')).toString('utf8')).toBe(TEXT);
  });

  it('comes back whole', () => {
    expect(unpackText(packed)).toBe(TEXT);
    expect(unpackText(packText(''))).toBe('');
  });

  it.each([
    ['cut off', { base64: packed.base64.slice(0, 20) }],
    ['other bytes', { base64: packText('something else').base64 }],
    ['one byte too few', { bytes: packed.bytes - 1 }],
    ['one byte too many', { bytes: packed.bytes + 1 }],
    ['another check sum', { crc32: packed.crc32 ^ 1 }],
  ])('is null where it is damaged: %s', (_name, damage) => {
    expect(unpackText({ ...packed, ...damage })).toBeNull();
  });
});
