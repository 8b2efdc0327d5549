import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packLongText, unmixed } from '../../scripts/pack-text.mjs';
import { LongText } from '../../src/platform/packed-text';

const TEXT = '# 手册\n\nSlow is fast. 慢即是快 🐢\n'.repeat(50);

describe('a text that is packed', () => {
  let packed: Mixed;
  let other: Mixed;
  const read = (one: Mixed): string | null => new LongText(one).read();
  beforeAll(async () => {
    packed = await packLongText(TEXT);
    other = await packLongText('something else');
  });

  it('is ASCII, and shorter than the text', () => {
    expect(packed.mixed).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(packed.mixed.length).toBeLessThan(TEXT.length / 4);
  });

  it('comes back whole', async () => {
    expect(read(packed)).toBe(TEXT);
    expect(read(await packLongText(''))).toBe('');
  });

  it('is null where it is damaged', () => {
    const damaged: Mixed[] = [
      { ...packed, mixed: packed.mixed.slice(0, 20) },
      { ...packed, mixed: other.mixed },
      { ...packed, bytes: packed.bytes - 1 },
      { ...packed, bytes: packed.bytes + 1 },
      { ...packed, crc32: packed.crc32 ^ 1 },
    ];
    for (const one of damaged) expect(read(one)).toBeNull();
  });

  it('is read outside of the app as well, by scripts/texts.mjs', async () => {
    expect(await unmixed(Buffer.from(packed.mixed, 'base64'), packed.bytes)).toBe(TEXT);
  });
});

type Mixed = Awaited<ReturnType<typeof packLongText>>;

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
