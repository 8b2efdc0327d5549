// Texts of the interface as data: an engine reads JSON several times faster than the same as code, and of two languages mostly
// one is used. Of src/i18n/<language>.ts and its groups this makes a module that is put together when it is first asked for:
// strings and messages such as `${n} pages` from packed JSON, whatever else a text is (a choice, a helper) from its own code.
// Both languages have the same keys (src/i18n/types.ts); those are kept once, and of each language its texts in their order. The
// texts themselves are packed beside the handbook (scripts/texts-plugin.mjs), and given to these modules before they are asked.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import { readShort } from './short-keys.mjs';

/** How the parameters of a function are named: `name` as its place, and `{ key }` as a member of what stands at its place; or undefined. */
function parametersOf(params) {
  const named = new Map();
  for (const [place, one] of params.entries()) {
    if (one.type === 'Identifier') named.set(one.name, place);
    else if (
      one.type === 'ObjectPattern' &&
      one.properties.every(({ shorthand, value }) => shorthand && value.type === 'Identifier')
    )
      for (const { key } of one.properties) named.set(key.name, ['.', place, key.name]);
    else return undefined;
  }
  return named;
}

/** What an expression is worth, as src/i18n/fill.ts finds it: a parameter, a member of one, what a helper makes of such; or undefined. */
function valueIn(node, named, code) {
  const { type } = node;
  if (isText(node)) return textOf(node);
  if (type === 'Identifier') return named.get(node.name);
  if (type === 'MemberExpression') {
    const key = node.computed ? node.property.value : node.property.name;
    const object = valueIn(node.object, named, code);
    return object === undefined || node.optional || !['string', 'number'].includes(typeof key)
      ? undefined
      : ['.', object, key];
  }
  if (type === 'LogicalExpression') {
    const value = node.operator === '??' && node.right.value === '' ? valueIn(node.left, named, code) : undefined;
    return value === undefined ? undefined : ['??', value];
  }
  if (type === 'ConditionalExpression') return choiceIn(node, named, code);
  if (type === 'TemplateLiteral') return withParts('+', partsIn(node, named, code));
  if (type === 'CallExpression') return callIn(node, named, code);
  return undefined;
}

const withParts = (what, parts) => (parts.includes(undefined) ? undefined : [what, ...parts]);

/** `a === 1 ? b : c` as `['?', a, 1, b, c]`. */
function choiceIn({ test, consequent, alternate }, named, code) {
  const isEqual = test.operator === '===';
  if (test.type !== 'BinaryExpression' || !(isEqual || test.operator === '!==') || test.right.type !== 'Literal')
    return undefined;
  const ways = [consequent, alternate].map((way) => valueIn(way, named, code));
  return withParts('?', [valueIn(test.left, named, code), test.right.value, ...(isEqual ? ways : ways.reverse())]);
}

/** `helper(a, 'note')` as `[n, a, 'note']`, and `list.join(', ')` as `[',', list, ', ']`. */
function callIn({ callee, arguments: asked }, named, code) {
  const values = asked.map((value) => valueIn(value, named, code));
  if (callee.type === 'MemberExpression' && callee.property.name === 'join') {
    return withParts(',', [valueIn(callee.object, named, code), ...values]);
  }
  if (callee.type !== 'Identifier' || named.has(callee.name) || callee.name === 'String' || values.includes(undefined))
    return undefined;
  return [placeIn(code, callee.name), ...values];
}

/** What a text is made of: texts and values in turn. */
function partsIn({ quasis, expressions }, named, code) {
  const parts = expressions.map((one) => {
    const isWritten = one.type === 'CallExpression' && one.callee.name === 'String' && one.arguments.length === 1;
    return valueIn(isWritten ? one.arguments[0] : one, named, code);
  });
  return quasis.flatMap(({ value }, n) => [value.cooked, ...parts.slice(n, n + 1)]).filter((part) => part !== '');
}

/** Where a piece of code stands in the list, put there where it does not. */
function placeIn(code, piece) {
  const known = code.indexOf(piece);
  return known < 0 ? code.push(piece) - 1 : known;
}

/** Whether a function answers one value as it is: of a text with one value in it, `${n}`, the text is asked for. */
const isAlone = ({ type, quasis }) => type !== 'TemplateLiteral' || quasis.every(({ value }) => value.cooked === '');

/** A function that does nothing but put values into a text, as the parts of that text; or undefined. */
function messageOf({ type, params, body }, code) {
  const named = type === 'ArrowFunctionExpression' ? parametersOf(params) : undefined;
  if (named === undefined) return undefined;
  const parts = (list) => (isAlone(body) ? [valueIn(body, named, list)] : partsIn(body, named, list));
  const isPlain = body.type !== 'Identifier' && !parts([]).includes(undefined);
  return isPlain ? parts(code) : undefined;
}

const isText = ({ type, value, expressions }) =>
  (type === 'Literal' && typeof value === 'string') || (type === 'TemplateLiteral' && expressions.length === 0);
const textOf = (node) => (node.type === 'Literal' ? node.value : node.quasis[0].value.cooked);
const isNamed = ({ type, kind, computed, method }) => type === 'Property' && kind === 'init' && !computed && !method;

/** What a text is in the JSON: itself; `{"": parts}` for a message; `{"": n}` for the n-th piece of code. */
function dataOf(node, source, code) {
  if (isText(node)) return textOf(node);
  if (node.type === 'ArrayExpression' && node.elements.every((one) => one !== null && isText(one))) {
    return node.elements.map(textOf);
  }
  if (node.type === 'ObjectExpression' && node.properties.every(isNamed)) {
    return Object.fromEntries(
      node.properties.map(({ key, value }) => [key.name ?? key.value, dataOf(value, source, code)]),
    );
  }
  return { '': messageOf(node, code) ?? placeIn(code, source.slice(node.start, node.end)) };
}

/** Whether it is a group of texts, not a text. */
const isGroup = (data) => typeof data === 'object' && !Array.isArray(data) && !('' in data);

/** The keys of some data, without the texts. */
function shapeOf(data) {
  return isGroup(data) ? Object.fromEntries(Object.entries(data).map(([key, one]) => [key, shapeOf(one)])) : 0;
}

/** The texts of some data in the order of a shape; throws where the data has other keys. */
function textsOf(data, shape, way) {
  if (shape === 0) {
    if (isGroup(data)) throw new Error(`${way} is a text in English, and a group of texts here.`);
    return [data];
  }
  const other = Object.keys(isGroup(data) ? data : {}).find((key) => !Object.hasOwn(shape, key));
  if (!isGroup(data) || other !== undefined) throw new Error(`${way}.${other ?? ''} is not there in English.`);
  return Object.entries(shape).flatMap(([key, below]) => {
    if (!Object.hasOwn(data, key)) throw new Error(`${way}.${key} is there in English alone.`);
    return textsOf(data[key], below, `${way}.${key}`);
  });
}

/** A text as src/i18n/fill.ts reads it. Signs that no text holds take less room than JSON's quotation marks. */
export function writtenOut(data) {
  if (typeof data === 'string') {
    if (['\0', '\x01', '\x02', '\x03', '\x04', '\x05'].some((sign) => data.includes(sign)))
      throw new Error(`“${data}” holds a sign that stands for something else.`);
    return data;
  }
  const { '': own } = data;
  const isSimple = Array.isArray(own) && own.every((part) => typeof part !== 'object' && !(part > 9));
  if (!isSimple) return `\x01${JSON.stringify(data)}`;
  return `\x02${own.map((part) => (typeof part === 'number' ? `\x03${part}` : writtenOut(part))).join('')}`;
}

/**
 * The module of a group of texts, every object of which comes from data; what is no object stays as it is.
 * @param {string} text TypeScript
 * @param {string} group its name
 * @returns JavaScript that asks for `texts`, which answers what is filled in by a key and a list of code; and `data`, by key
 */
export async function wordingModule(text, group) {
  const { code: source } = await transform(text, { loader: 'ts', target: 'es2022' });
  const data = {};
  let module = '';
  let end = 0;
  for (const statement of parse(source, { ecmaVersion: 2022, sourceType: 'module' }).body) {
    const [declared] = statement.declaration?.declarations ?? []; // what a group keeps for itself stays code
    const value = declared?.init;
    if (value?.type !== 'ObjectExpression') continue;
    const key = `${group}.${declared.id.name}`;
    const code = [];
    data[key] = dataOf(value, source, code);
    module += `${source.slice(end, value.start)}texts(${JSON.stringify(key)}, [${code.join(', ')}])`;
    end = value.end;
  }
  return { code: module + source.slice(end), data };
}

const nameOf = (file) => path.basename(file, '.ts');
const sorted = (data) => Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))); // the same bytes each time

/** Of each group of a shape its texts, written out. */
function groupsOf(data, shape, language) {
  textsOf(data, shape, language); // throws where there are other groups
  return Object.keys(shape).map((group) =>
    textsOf(data[group], shape[group], `${language}.${group}`).map(writtenOut).join('\0'),
  );
}

/** What the groups of a language hold. */
async function dataIn(dir, read) {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.ts'));
  const made = files.map(async (file) => wordingModule(await read(path.join(dir, file)), nameOf(file)));
  return Object.assign({}, ...(await Promise.all(made)).map(({ data }) => data));
}

/** So long is a text at least that is worth being looked up, as it stands in the code. */
const WORTH = 10;

/** The texts that are left in some code, and the code with `own[n]` in their place. */
export function withoutTexts(code) {
  const texts = [];
  const edits = [];
  const place = (text) => `own[${placeIn(texts, text)}]`;
  const isWorth = ({ start, end }) => end - start >= WORTH;
  const visit = (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string' && isWorth(node)) {
      const before = /\w$/.test(code.slice(0, node.start)) ? ' ' : ''; // `return"…"`
      edits.push([node.start, node.end, before + place(node.value)]);
    } else if (node.type === 'TemplateElement' && isWorth(node)) {
      edits.push([node.start, node.end, `\${${place(node.value.cooked)}}`]);
    }
    for (const [key, below] of Object.entries(node)) {
      const isName = node.type === 'Property' && key === 'key' && !node.computed;
      if (isName || below === null || typeof below !== 'object') continue;
      for (const one of Array.isArray(below) ? below : [below]) if (typeof one?.type === 'string') visit(one);
    }
  };
  for (const statement of parse(code, { ecmaVersion: 2022 }).body)
    if (statement.directive === undefined) visit(statement);
  let rest = '';
  let end = 0;
  for (const [from, to, text] of edits.sort(([a], [b]) => a - b)) {
    rest += code.slice(end, from) + text;
    end = to;
  }
  return { code: rest + code.slice(end), texts };
}

/**
 * The texts that the modules of this plugin are given.
 * @param {string} dir src/i18n
 * @param {(file: string) => Promise<string>} read what the files of src have
 * @returns the keys as JSON, which are those of English, and the texts of each language: those of its code, then its groups, between U+0004
 */
export async function interfaceTexts(dir, read = readShort) {
  const [zh, en] = await Promise.all([dataIn(path.join(dir, 'zh'), read), dataIn(path.join(dir, 'en'), read)]);
  const shape = sorted(shapeOf(en));
  const written = async (data, language) => {
    const { texts } = await languageCode(path.join(dir, `${language}.ts`), read);
    return [texts.map(writtenOut).join('\0'), ...groupsOf(data, shape, language)].join('\x04');
  };
  return { shape: JSON.stringify(shape), zh: await written(zh, 'zh'), en: await written(en, 'en') };
}

/** A language's groups as one script, and the texts that their code asks for. */
async function languageCode(file, read) {
  const groups = {
    name: 'wording-groups',
    setup(build) {
      build.onLoad({ filter: /[\\/]i18n[\\/]\w+[\\/][\w-]+\.ts$/ }, async ({ path: group }) => {
        const { code } = await wordingModule(await read(group), nameOf(group));
        return { contents: code, loader: 'js' };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'iife',
    globalName: 'language',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
    plugins: [groups],
  });
  return withoutTexts(outputFiles[0].text);
}

/** A language's module: its code in one function. */
async function languageModule(file, read) {
  const language = nameOf(file);
  const { code } = await languageCode(file, read);
  const names = [...(await readFile(file, 'utf8')).matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
  return {
    contents: `import { filler } from './fill';
import { given } from './given';
let made;
const all = () => (made ??= read());
function read() {
  const [first, ...groups] = given.${language}.split('\\x04');
  const own = first.split('\\0');
  const texts = filler(JSON.parse(given.shape), groups);
  ${code}
  return language.${language};
}
export const ${language} = { ${names.map((name) => `get ${name}() { return all().${name}; }`).join(', ')} };`,
    loader: 'js',
    resolveDir: path.dirname(file),
  };
}

/**
 * The esbuild plugin.
 * @param {(file: string) => Promise<string>} read what the files of src have
 */
export function wordingPlugin(read = readShort) {
  return {
    name: 'wording',
    setup(build) {
      build.onLoad({ filter: /[\\/]i18n[\\/](?:en|zh)\.ts$/ }, ({ path: file }) => languageModule(file, read));
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => ({
        contents: await read(file),
        loader: 'ts',
      }));
    },
  };
}
