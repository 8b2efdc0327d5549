// `node scripts/texts.mjs [main.js]`: the packed texts of a main.js in plain, to compare with src/content and src/i18n.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { decompress } from 'lzma';

const [file = 'main.js'] = process.argv.slice(2);
for (const [, how, base64] of readFileSync(file, 'utf8').matchAll(/(deflated|lzma):"([A-Za-z0-9+/=]+)"/g)) {
  const bytes = Buffer.from(base64, 'base64');
  const text = how === 'lzma' ? decompress(bytes) : inflateRawSync(bytes);
  console.log(Buffer.from(text).toString('utf8'));
}
