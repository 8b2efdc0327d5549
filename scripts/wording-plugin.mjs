// Texts of the interface as data: an engine reads JSON several times faster than the same as code, of two languages mostly one is
// used, and data is packed far better than code. Both languages have the same keys (src/i18n/types.ts); those are kept once, and of
// each language its texts in their order, then the helpers that they ask for. They are packed beside the handbook
// (scripts/texts-plugin.mjs); src/i18n/fill.ts puts them together.
import path from 'node:path';
import { nameAt, readShort } from './short-keys.mjs';
import { LanguageData } from './wording-data.mjs';

/** The keys of some data, without the texts. */
function shapeOf(data) {
  return data instanceof Map ? Object.fromEntries([...data].map(([key, one]) => [key, shapeOf(one)])) : 0;
}

/** The keys as src/i18n/fill.ts reads them, which knows the next short one by itself. */
function writtenKeys(shape) {
  let n = 0;
  const rows = Object.entries(shape).map(([key, below]) => {
    if (/[,{}]/.test(key)) throw new Error(`“${key}” holds a sign that stands for something else.`);
    const name = key === nameAt(n) ? '' : key;
    if (name === '') n += 1;
    return below === 0 ? `${name},` : `${name}{${writtenKeys(below)}}`;
  });
  return rows.join('');
}

/** The texts of some data in the order of a shape; throws where the data has other keys. */
function inOrder(data, shape, way) {
  if (shape === 0) {
    if (data instanceof Map) throw new Error(`${way} is a text in English, and a group of texts here.`);
    return [data];
  }
  const other = [...(data instanceof Map ? data.keys() : [])].find((key) => !Object.hasOwn(shape, key));
  if (!(data instanceof Map) || other !== undefined) throw new Error(`${way}.${other ?? ''} is not there in English.`);
  return Object.entries(shape).flatMap(([key, below]) => {
    if (!data.has(key)) throw new Error(`${way}.${key} is there in English alone.`);
    return inOrder(data.get(key), below, `${way}.${key}`);
  });
}

const SIGNS = ['\0', '\x01', '\x02', '\x03', '\x05'];

function withoutSigns(text) {
  if (SIGNS.some((sign) => text.includes(sign)))
    throw new Error(`“${text}” holds a sign that stands for something else.`);
  return text;
}

/** A text as src/i18n/fill.ts reads it. Signs that no text holds take less room than JSON's quotation marks. */
function writtenOut(data) {
  if (typeof data === 'string') return withoutSigns(data);
  const { value, message } = data;
  if (value !== undefined) return `\x01${JSON.stringify(value)}`;
  if (message[0] !== '+') return `\x02${JSON.stringify(message)}`;
  let written = '\x03';
  let isText = true;
  for (const part of message.slice(1)) {
    if ((typeof part === 'string') !== isText) written += '\x03';
    else if (!isText) written += '\x03\x03';
    isText = typeof part === 'string';
    written += isText ? withoutSigns(part) : JSON.stringify(part);
  }
  return written;
}

/**
 * The texts that a release is given.
 * @param {string} dir src/i18n
 * @param {(file: string) => Promise<string>} read what the files of src have
 * @returns the keys, which are those of English, and of each language its texts and helpers, between U+0000
 */
export async function interfaceTexts(dir, read = readShort) {
  const helperNames = [];
  const loaded = async (name) => {
    const language = new LanguageData(read, helperNames);
    const file = path.join(dir, `${name}.ts`);
    await language.load(file);
    return { name, helpers: language.helpers, data: language.dataOf(file, name) };
  };
  const en = await loaded('en');
  const zh = await loaded('zh');
  const shape = shapeOf(en.data);
  const written = ({ name, helpers, data }) => {
    const own = helperNames.map((helper) => helpers.get(helper) ?? ''); // the other language's alone
    return [...inOrder(data, shape, name), ...own].map(writtenOut).join('\0');
  };
  return { shape: writtenKeys(shape), zh: written(zh), en: written(en) };
}

/**
 * The esbuild plugin: a release has `filled` for the modules of texts.
 * @param {(file: string) => Promise<string>} read what the files of src have
 */
export function wordingPlugin(read = readShort) {
  return {
    name: 'wording',
    setup(build) {
      build.onLoad({ filter: /[\\/]i18n[\\/]wordings\.ts$/ }, () => ({
        contents: "export { filled as wordingsIn } from './fill';",
        loader: 'js',
      }));
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => ({
        contents: await read(file),
        loader: 'ts',
      }));
    },
  };
}
