// Long texts inside main.js: UTF-8, deflated, as base64. fflate deflates, since Node's own zlib gives other bytes from version
// to version, and a release must be the same wherever it is rebuilt. `src/platform/packed-text.ts` reads it.
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** @returns {import('virtual:handbook-packs').PackedText} */
export function packText(text) {
  const bytes = Buffer.from(text, 'utf8');
  return {
    base64: Buffer.from(deflateSync(bytes, { level: 9 })).toString('base64'),
    bytes: bytes.length,
    crc32: crc32(bytes),
  };
}
