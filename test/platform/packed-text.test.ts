import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { packLongText, packText } from '../../scripts/pack-text.mjs';
import { unpackText } from '../../src/platform/packed-text';

const TEXT = '# 手册\n\nSlow is fast. 慢即是快 🐢\n'.repeat(50);

type Packed = Awaited<ReturnType<typeof packText> | ReturnType<typeof packLongText>>;

const base64Of = (packed: Packed): string => ('lzma' in packed ? packed.lzma : packed.deflated);
const withBase64 = (packed: Packed, base64: string): Packed =>
  'lzma' in packed ? { ...packed, lzma: base64 } : { ...packed, deflated: base64 };

it('that is deflated is unpacked by any other program', async () => {
  const { deflated } = await packText(TEXT);
  expect(inflateRawSync(Buffer.from(deflated, 'base64')).toString('utf8')).toBe(TEXT);
});

describe.each([
  ['deflated', packText],
  ['as LZMA', packLongText],
] as const)('a text packed %s', (_how, pack) => {
  let packed: Packed;
  let other: Packed;
  beforeAll(async () => {
    packed = await pack(TEXT);
    other = await pack('something else');
  });

  it('is ASCII, and shorter than the text', () => {
    expect(base64Of(packed)).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(base64Of(packed).length).toBeLessThan(TEXT.length / 4);
  });

  it('comes back whole', async () => {
    expect(unpackText(packed)).toBe(TEXT);
    expect(unpackText(await pack(''))).toBe('');
  });

  it('is null where it is damaged', () => {
    const damaged: Packed[] = [
      withBase64(packed, base64Of(packed).slice(0, 20)),
      withBase64(packed, base64Of(other)),
      { ...packed, bytes: packed.bytes - 1 },
      { ...packed, bytes: packed.bytes + 1 },
      { ...packed, crc32: packed.crc32 ^ 1 },
    ];
    for (const one of damaged) expect(unpackText(one)).toBeNull();
  });
});
