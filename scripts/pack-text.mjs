// A long text inside main.js that only commands ask for, in UTF-8, as base64: bits coded by how likely a model says that they are,
// the same that src/core/packed/unmix.ts unpacks them by. It gives the same bytes everywhere, so that anyone can rebuild a release
// and compare. `src/platform/packed-text.ts` reads it.
import { build } from 'esbuild';
import { crc32 } from 'node:zlib';
import path from 'node:path';
import { cached } from './build-cache.mjs';

/** Modules of src as JavaScript, since Node does not read TypeScript, and what they export. */
async function modules(...files) {
  const contents = files.map((file) => `export * from './src/${file}';`).join('');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path.resolve(import.meta.dirname, '..') },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const code = outputFiles[0].text;
  return { code, exports: await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`) };
}

/**
 * @param {string} text
 * @param {string} [first] stands before it, and can be unpacked without it
 * @returns {Promise<import('virtual:shipped-texts').MixedText>}
 */
export async function packLongText(text, first = '') {
  const bytes = Buffer.from(first + text, 'utf8');
  const { code } = await modules('core/packed/text-model');
  const packed = await cached(`mixed by\n${code}`, bytes, mix);
  return {
    mixed: packed.toString('base64'),
    ...extentOf(bytes),
    first: extentOf(bytes.subarray(0, Buffer.byteLength(first))),
  };
}

const extentOf = (bytes) => ({ bytes: bytes.length, crc32: crc32(bytes) });

/** @param {Uint8Array} bytes */
export async function mix(bytes) {
  const { exports } = await modules('core/packed/text-model');
  return coded(bytes, new exports.TextModel(bytes.length));
}

/** What the text of `packLongText` was, from its bytes; for a person to read. */
export async function unmixed(packed, length) {
  const { exports } = await modules('core/packed/unmix', 'core/steps');
  return Buffer.from(exports.inOneGo(exports.unmix(packed, length))).toString('utf8');
}

/** The counterpart of `unmix`. */
function coded(bytes, model) {
  const packed = [];
  let low = 0;
  let high = 0xffffffff;
  for (const byte of bytes) {
    for (let place = 7; place >= 0; place--) {
      const bit = (byte >> place) & 1;
      const middle = low + Math.floor(((high - low) / 65_536) * model.chance());
      if (bit === 1) high = middle;
      else low = middle + 1;
      model.learn(bit);
      for (; ((low ^ high) & 0xff000000) === 0; high = ((high << 8) | 255) >>> 0) {
        packed.push(high >>> 24);
        low = (low << 8) >>> 0;
      }
    }
  }
  packed.push(high >>> 24, (high >>> 16) & 255, (high >>> 8) & 255, high & 255);
  return Uint8Array.from(packed);
}
