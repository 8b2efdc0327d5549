// `node scripts/texts.mjs [main.js]`: the texts of a main.js in plain, to compare with src/content and src/i18n.
import { readFileSync } from 'node:fs';
import { unmixed } from './pack-text.mjs';

const [file = 'main.js'] = process.argv.slice(2);
const main = readFileSync(file, 'utf8');
for (const [, base64, length] of main.matchAll(/"mixed":"([A-Za-z0-9+/=]*)","bytes":(\d+)/g)) {
  const text = await unmixed(Buffer.from(base64, 'base64'), Number(length));
  // eslint-disable-next-line no-control-regex -- the signs that stand between texts, groups, languages and notes
  console.log(text.replace(/[\0-\x05]/g, '\n'));
}
