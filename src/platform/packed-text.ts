import type { PackedText } from 'virtual:handbook-packs';
import { crc32 } from '../core/packed/crc32';
import { inflate } from '../core/packed/inflate';

/** The text; null where it is not what was packed. */
export function unpackText(packed: PackedText): string | null {
  const inflated = inflate(bytesOf(packed.base64), packed.bytes);
  if (!inflated.ok || inflated.bytes.length !== packed.bytes || crc32(inflated.bytes) !== packed.crc32) return null;
  return new TextDecoder().decode(inflated.bytes);
}

function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  return Uint8Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
}
