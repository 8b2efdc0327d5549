import type { Shipped } from 'virtual:shipped-texts';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packLongText } from '../../scripts/pack-text.mjs';
import type { DeviceStorage } from '../../src/platform/device-storage';
import { readShippedTexts } from '../../src/platform/shipped-texts';

const TEXTS = 'Slow is fast\0慢即是快\0one\0一\0two\0二';
const START = ['{"a":0}', TEXTS, 'zh\x01pack: cv-lab', 'en\x01pack: cv-lab\nlanguage: en'].join('\x05');
const NOTES = 'zh\x01手册/地图.md\x01# 地图\n'.repeat(30);

/** A device that keeps one thing. */
function deviceWith(kept: unknown, keep = (value: unknown): void => void (kept = value)): DeviceStorage {
  return { read: () => kept, keep: (_name: string, value: unknown) => keep(value) } as unknown as DeviceStorage;
}

let packed: Exclude<Shipped, { readonly notes: string }>;
let later: typeof packed;
beforeAll(async () => {
  packed = await packLongText(NOTES, START);
  later = await packLongText(NOTES, START.replace('Slow', 'Slower'));
});
beforeEach(() => vi.stubGlobal('window', globalThis));
afterEach(() => vi.unstubAllGlobals());

describe('the texts that ship', () => {
  it('are the same packed and in plain', async () => {
    for (const shipped of [packed, { start: START, notes: NOTES }]) {
      const { wordings, manifests, notes } = await readShippedTexts(shipped, deviceWith(null));
      expect(wordings).toEqual({ shape: '{"a":0}', zh: '慢即是快\0一\0二', en: 'Slow is fast\0one\0two' });
      expect([...manifests]).toEqual([
        ['zh', 'pack: cv-lab'],
        ['en', 'pack: cv-lab\nlanguage: en'],
      ]);
      await notes.prepare();
      expect(notes.read()).toBe(NOTES);
    }
  });

  it('are taken from the device after the first start', async () => {
    const device = deviceWith(null);
    await readShippedTexts(packed, device);
    const { text, of } = device.read('') as { text: string; of: number };
    device.keep('', { of, text: text.replace('fast', 'kept') });
    expect((await readShippedTexts(packed, device)).wordings.en).toMatch(/^Slow is kept/);
  });

  it('are unpacked anew where the device keeps those of another version, or what is none', async () => {
    const device = deviceWith(null);
    await readShippedTexts(packed, device);
    expect((await readShippedTexts(later, device)).wordings.en).toMatch(/^Slower is fast/);
    for (const kept of ['', 7, [], { of: packed.first.crc32 }, { of: packed.first.crc32, text: 1 }, { text: 'x' }])
      expect((await readShippedTexts(packed, deviceWith(kept))).wordings.en).toMatch(/^Slow is fast/);
  });

  it('are there where the device has no room to keep them', async () => {
    const full = deviceWith(null, () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect((await readShippedTexts(packed, full)).wordings.zh).toMatch(/^慢即是快/);
  });

  it('of a damaged main.js are none, and nothing is kept', async () => {
    const device = deviceWith(null);
    const damaged = { ...packed, mixed: `AAAA${packed.mixed.slice(4)}` };
    await expect(readShippedTexts(damaged, device)).rejects.toThrow('main.js');
    expect(device.read('')).toBeNull();
  });
});
