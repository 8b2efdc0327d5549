// `node scripts/texts.mjs [main.js]`: the texts of a main.js in plain, to compare with src/content and src/i18n.
import { readFileSync } from 'node:fs';
import { tokenizer } from 'acorn';
import { unmixed, writtenInHan } from './pack-text.mjs';

const [file = 'main.js'] = process.argv.slice(2);
const main = readFileSync(file, 'utf8');
for (const [, base64, length] of main.matchAll(/"mixed":"([A-Za-z0-9+/=]*)","bytes":(\d+)/g)) {
  console.log(await unmixed(Buffer.from(base64, 'base64'), Number(length)));
}
// The interface's texts are one long string a language, its groups between U+0004, its texts between U+0000.
for (const { value } of tokenizer(main, { ecmaVersion: 2022 })) {
  if (typeof value === 'string' && value.includes('\0') && value.length > 5000)
    console.log((await writtenInHan(value)).replaceAll('\0', '\n').replaceAll('\x04', '\n'));
}
