// `node scripts/texts.mjs [main.js]`: the packed texts of a main.js in plain, to compare with src/content and src/i18n.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { unmixed } from './pack-text.mjs';

const [file = 'main.js'] = process.argv.slice(2);
const main = readFileSync(file, 'utf8');
for (const [, how, base64, length] of main.matchAll(/(deflated|mixed):"([A-Za-z0-9+/=]*)",bytes:(\w+)/g)) {
  const bytes = Buffer.from(base64, 'base64');
  console.log(how === 'mixed' ? await unmixed(bytes, Number(length)) : inflateRawSync(bytes).toString('utf8'));
}
