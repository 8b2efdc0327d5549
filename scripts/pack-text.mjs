// Long texts inside main.js, in UTF-8, as base64: deflated what is needed at the start, since that is quick to unpack, and as LZMA
// files what only a command asks for, since they are a seventh smaller. Zopfli and LZMA's own packer take seconds and give the same
// bytes everywhere, which Node's zlib does not from version to version: anyone can rebuild a release and compare.
// `src/platform/packed-text.ts` reads both.
import { crc32 } from 'node:zlib';
import { compress } from 'lzma';
import { cached } from './build-cache.mjs';

async function packed(text, how, pack) {
  const bytes = Buffer.from(text, 'utf8');
  const base64 = (await cached(how, bytes, pack)).toString('base64');
  return { [how]: base64, bytes: bytes.length, crc32: crc32(bytes) };
}

/** @returns {Promise<import('virtual:handbook-packs').DeflatedText>} */
export function packText(text) {
  return packed(text, 'deflated', async (bytes) => {
    const { deflateAsync } = await import('@gfx/zopfli'); // once loaded, it prints itself whole at any error of this process
    return deflateAsync(bytes, { numiterations: 15 });
  });
}

/** @returns {Promise<import('virtual:handbook-packs').LzmaText>} */
export function packLongText(text) {
  return packed(text, 'lzma', async (bytes) => lzma(bytes));
}

/** @param {Uint8Array} bytes */
export function lzma(bytes) {
  return Uint8Array.from(compress(bytes, 9));
}
