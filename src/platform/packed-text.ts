import type { DeflatedText, LzmaText } from 'virtual:handbook-packs';
import { crc32 } from '../core/packed/crc32';
import { inflate } from '../core/packed/inflate';
import { unlzma } from '../core/packed/unlzma';

/** The text; null where it is not what was packed. */
export function unpackText(packed: DeflatedText | LzmaText): string | null {
  const { bytes: length } = packed;
  const unpacked = 'lzma' in packed ? unlzma(bytesOf(packed.lzma), length) : inflate(bytesOf(packed.deflated), length);
  if (!unpacked.ok || unpacked.bytes.length !== length || crc32(unpacked.bytes) !== packed.crc32) return null;
  return new TextDecoder().decode(unpacked.bytes);
}

function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  return Uint8Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
}
