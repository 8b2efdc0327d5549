import type { MixedText, Shipped } from 'virtual:shipped-texts';
import type { GivenTexts } from '../i18n/types';
import type { DeviceStorage } from './device-storage';
import { LongText } from './packed-text';

/** Under this name the device keeps what a start reads, once it is unpacked. */
const KEY = 'research-handbook-texts';

/** The texts that main.js brings. */
export interface ShippedTexts {
  readonly wordings: GivenTexts;
  /** Each handbook's `pack.yaml`, by its language, and the lists of courses, by `<course>/<day>`. */
  readonly manifests: ReadonlyMap<string, string>;
  /** The handbooks' notes, which only commands need. */
  readonly notes: ShippedNotes;
}

export interface ShippedNotes {
  /** Unpacks them while the app has its turns; without that, the first `read` holds the app up for seconds. */
  prepare(): Promise<void>;
  /** The notes as `virtual:shipped-texts` has them; null where main.js is damaged. */
  read(): string | null;
}

/**
 * The texts that every start needs. Unpacking them takes a second, so the device keeps them: of each version of the
 * plugin the first start alone waits for that.
 *
 * @throws Error where main.js is damaged: nothing can be said in the interface's own words then
 */
export async function readShippedTexts(shipped: Shipped, device: DeviceStorage): Promise<ShippedTexts> {
  if ('notes' in shipped) {
    const { start, notes } = shipped;
    return partsOf(start, { prepare: () => Promise.resolve(), read: () => notes });
  }
  const all = new LongText(shipped);
  const start = keptStart(shipped, device.read(KEY)) ?? (await unpackedStart(shipped, device));
  return partsOf(start, {
    prepare: () => all.prepare(),
    read: () => all.read()?.slice(start.length) ?? null,
  });
}

/** What the device keeps may be of another version, or nothing that we kept. */
function keptStart({ first }: MixedText, kept: unknown): string | null {
  const { of, text } = (kept ?? {}) as { readonly of?: unknown; readonly text?: unknown };
  return of === first.crc32 && typeof text === 'string' ? text : null;
}

async function unpackedStart(packed: MixedText, device: DeviceStorage): Promise<string> {
  const begins = new LongText(packed, packed.first);
  await begins.prepare();
  const text = begins.read();
  if (text === null)
    throw new Error(
      'Research Handbook: main.js is damaged; install the plugin again. main.js 已损坏，请重新安装插件。',
    );
  try {
    device.keep(KEY, { of: packed.first.crc32, text });
  } catch {
    // The device has no room left: the next start unpacks them again.
  }
  return text;
}

function partsOf(start: string, notes: ShippedNotes): ShippedTexts {
  const [shape = '', texts = '', ...manifests] = start.split('\x05');
  const both = texts.split('\0');
  const each = (language: number): string => both.filter((_, n) => n % 2 === language).join('\0');
  return { wordings: { shape, zh: each(1), en: each(0) }, manifests: new Map(manifests.map(languageAndText)), notes };
}

function languageAndText(manifest: string): [string, string] {
  const [language = '', text = ''] = manifest.split('\x01');
  return [language, text];
}
