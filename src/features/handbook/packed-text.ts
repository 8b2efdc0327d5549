import { crc32 } from '../../core/packed/crc32';
import { inflate } from '../../core/packed/inflate';

/** A long text as scripts/pack-text.mjs puts it into main.js: UTF-8, deflated (RFC 1951), as base64. */
export interface PackedText {
  readonly base64: string;
  /** Of the text, in UTF-8. */
  readonly bytes: number;
  readonly crc32: number;
}

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
