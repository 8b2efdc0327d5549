import { inflateRawSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packLongText, packText, unmixed } from '../../scripts/pack-text.mjs';
import { LongText, unpackText } from '../../src/platform/packed-text';

const TEXT = '# 手册\n\nSlow is fast. 慢即是快 🐢\n'.repeat(50);

describe.each([
  ['deflated', packText, unpackText],
  ['mixed', packLongText, (packed: Mixed) => new LongText(packed).read()],
] as const)('a text that is %s', (how, pack, unpack) => {
  let packed: Packed;
  let other: Packed;
  const read = unpack as (packed: Packed) => string | null;
  const base64Of = (one: Packed): string => one[how] ?? '';
  beforeAll(async () => {
    packed = await pack(TEXT);
    other = await pack('something else');
  });

  it('is ASCII, and shorter than the text', () => {
    expect(base64Of(packed)).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(base64Of(packed).length).toBeLessThan(TEXT.length / 4);
  });

  it('comes back whole', async () => {
    expect(read(packed)).toBe(TEXT);
    expect(read(await pack(''))).toBe('');
  });

  it('is null where it is damaged', () => {
    const damaged: Packed[] = [
      { ...packed, [how]: base64Of(packed).slice(0, 20) },
      { ...packed, [how]: base64Of(other) },
      { ...packed, bytes: packed.bytes - 1 },
      { ...packed, bytes: packed.bytes + 1 },
      { ...packed, crc32: packed.crc32 ^ 1 },
    ];
    for (const one of damaged) expect(read(one)).toBeNull();
  });
});

type Deflated = Awaited<ReturnType<typeof packText>>;
type Mixed = Awaited<ReturnType<typeof packLongText>>;
type Packed = Omit<Deflated, 'deflated'> & { readonly deflated?: string; readonly mixed?: string };

it('is read outside of the app as well: a deflated one by any program, a mixed one by scripts/texts.mjs', async () => {
  const { deflated } = await packText(TEXT);
  expect(inflateRawSync(Buffer.from(deflated, 'base64')).toString('utf8')).toBe(TEXT);
  const { mixed, bytes } = await packLongText(TEXT);
  expect(await unmixed(Buffer.from(mixed, 'base64'), bytes)).toBe(TEXT);
});

describe('a long text', () => {
  beforeEach(() => vi.stubGlobal('window', globalThis));
  afterEach(() => vi.unstubAllGlobals());

  it('is unpacked once, whether asked for at once, in turns, or both', async () => {
    const text = new LongText(await packLongText(TEXT));
    const prepared = Promise.all([text.prepare(), text.prepare()]);
    expect(text.read()).toBe(TEXT);
    await prepared;
    expect(text.read()).toBe(TEXT);
  });

  it('that is damaged is not tried again', async () => {
    const packed = await packLongText(TEXT);
    const text = new LongText({ ...packed, crc32: packed.crc32 ^ 1 });
    await text.prepare();
    expect(text.read()).toBeNull();
  });
});
