// The texts as they ship (JSON, put together when first asked for) against the modules they are made of.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { lateSets } from '../../scripts/late-sets.mjs';
import { nameAt } from '../../scripts/short-keys.mjs';
import { interfaceTexts, wordingPlugin } from '../../scripts/wording-plugin.mjs';
import { translations } from '../../src/i18n';
import { filled } from '../../src/i18n/fill';
import type { GivenTexts } from '../../src/i18n/types';

/** With the keys that the sources have. */
const read = (file: string): Promise<string> => readFile(file, 'utf8');

type Texts = Readonly<Record<string, unknown>>;

/** Every text by its way through the groups: strings, lists of strings and functions. */
function leaves(texts: Texts, way = ''): [string, unknown][] {
  return Object.keys(texts).flatMap((key): [string, unknown][] => {
    const text = texts[key];
    const name = `${way}.${key}`;
    return typeof text === 'object' && text !== null && !Array.isArray(text)
      ? leaves(text as Texts, name)
      : [[name, text]];
  });
}

/** What a function says, or that it cannot work with these. */
function said(text: unknown, values: readonly unknown[]): unknown {
  if (typeof text !== 'function') return text;
  try {
    return (text as (...values: readonly unknown[]) => unknown)(...values);
  } catch {
    return 'throws';
  }
}

const SAMPLES: readonly (readonly unknown[])[] = [
  ['甲', '乙', '丙', '丁'],
  [0, 0, 0, 0],
  [1, 2, 3, 4],
  ['1', '', ' x', '%'],
  [['a', 'b'], ['c'], [], null],
  [null, null, null, null],
  [],
  [
    {
      line: 3,
      key: 'k',
      value: 'v',
      nearest: 'near',
      known: ['x'],
      lead: '今年',
      total: '4',
      active: 2,
      current: 1,
      longest: 2,
      forgiving: true,
      reached: 1,
      best: 'b',
    },
    'x',
    2,
  ],
  ['day', 'week', 'month', 'year'],
];

/** Every name that a text asks a value for, and some more that stand at the end of a list in data. */
const membersIn = (data: string): string[] => [
  ...new Set([...data.matchAll(/,"(\w+)"\]/g)].map(([, name]) => name ?? '').filter((name) => !(name in []))),
];

/** Answers values of all kinds that a text may be told, the same ones at each run. */
function randomValues(members: readonly string[]): () => unknown {
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T;
  const texts = ['', ' ', '1', '12', '5–12, 20', 'x', 'a title', '%', '°C', '甲', '“乙”', '今年', '10:30', ...UNITS];
  const rest = [null, undefined, true, false];
  const numbers = [0, 1, 2, 3, 4, 7, 12, 60, 61, 90, 150.4, 999, 1000, 1500, 2_500_000];
  const simple = (): unknown => one<() => unknown>([() => one(numbers), () => one(texts), () => one(rest)])();
  const list = (): unknown => Array.from({ length: random(4) }, simple);
  const objects = (length: number, below: () => unknown): unknown[] =>
    Array.from({ length }, () => Object.fromEntries(members.map((name) => [name, below()])));
  const flat = objects(20, () => one([simple, simple, list])());
  const deep = objects(60, () => one<() => unknown>([simple, simple, list, () => one(flat)])());
  const of = [simple, simple, list, () => one(deep), () => Array.from({ length: random(3) }, () => one(flat))];
  return () => one(of)();
}

const UNITS = ['minutes', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'quarter', 'year', 'workdays'];

describe.each(['en', 'zh'] as const)('the texts in %s', (language) => {
  let shipped: Texts;
  let given: GivenTexts;
  const source = translations(language).ui as unknown as Texts;
  const english = translations('en').ui as unknown as Texts;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { translations } from './src/i18n'", resolveDir: process.cwd() },
      bundle: true,
      minify: true,
      write: false,
      format: 'cjs',
      target: 'es2022',
      plugins: [wordingPlugin(read)],
    });
    const module = { exports: {} as { translations: typeof translations } };
    (new Function('module', outputFiles[0]?.text ?? '') as (module: unknown) => void)(module);
    given = await interfaceTexts('src/i18n', read);
    shipped = module.exports.translations(language, given).ui as unknown as Texts;
  });

  it('are the same ones, in the order that English has', () => {
    expect(leaves(shipped).length).toBeGreaterThan(800);
    const names = (texts: Texts): string[] => leaves(texts).map(([name]) => name);
    expect(names(shipped).sort()).toEqual(names(source).sort());
    expect(names(shipped)).toEqual(leaves(english).map(([name]) => name)); // whatever order the language's own modules have
  });

  it('say the same', () => {
    for (const values of SAMPLES) {
      const says = (texts: Texts): unknown =>
        Object.fromEntries(leaves(texts).map(([name, text]) => [name, said(text, values)]));
      expect(says(shipped)).toEqual(says(source));
    }
  });

  it('say the same of whatever they are told', () => {
    const random = randomValues(membersIn(given.en + given.zh));
    const others = new Map(leaves(shipped));
    let words = 0;
    for (const [name, text] of leaves(source)) {
      if (typeof text !== 'function') continue;
      for (let n = 0; n < 300; n++) {
        const values = Array.from({ length: text.length + 1 }, () => random());
        const says = said(text, values);
        if (says === 'throws') continue; // was told what its types forbid
        const shippedSays = said(others.get(name), values);
        if (!Object.is(shippedSays, says)) expect([name, values, shippedSays]).toEqual([name, values, says]);
        words += 1;
      }
    }
    expect(words).toBeGreaterThan(50_000);
  });
});

/** What the modules at these places give to a release, with a text and the helpers of each language. */
async function shippedFrom(
  en: string,
  zh = en.replace('const en', 'const zh'),
  further: Readonly<Record<string, string>> = {},
): Promise<Texts> {
  const modules: Readonly<Record<string, string>> = { 'en.ts': en, 'zh.ts': zh, ...further };
  const given = await interfaceTexts('/i18n', (file) => Promise.resolve(modules[path.basename(file)] ?? ''));
  return { en: filled('en', given), zh: filled('zh', given) };
}

describe('a text that hangs on what it is told', () => {
  const HELPERS = `
const plural = (n, one, many = \`\${one}s\`) => \`\${n} \${n === 1 ? one : many}\`;
const DAYS = ['Mon', 'Tue'], UNITS = { day: ['d', 'ds'], 1: ['x'] }, WHOLE = 'whole';
function quoted(name) { return \`“\${name}”\`; }
const twice = ({ key }) => { const one = quoted(key); const other = one + 'and'; return \`\${other} \${one}\`; };`;
  const KINDS = [
    '() => "d"',
    '() => WHOLE',
    '(a) => a',
    'quoted',
    'twice',
    "(a) => (a === 1 ? 'one' : `${String(a)} of them`)",
    "(a) => `${a.key ?? ''} and ${a.list[1] ?? ''}`",
    '({ key, list: [first, second] }, b) => `${key}: ${first}${b}${second}`',
    '({ key, list }) => `${key}: ${list.join(", ")}`',
    "(a, b) => `(${b !== 'x' ? `${a} ` : plural(a, b)})`",
    "(a) => `${a === null ? '' : plural(a.key, 'note', 'notes of it')}`",
    "(a) => DAYS[a - 1] ?? ''",
    "(a, b) => UNITS[b][a === 1 ? 0 : 1] + '.'",
    "(a) => (a === undefined || a > 2 ? `${'a'}${a}` : !(a < 1) && a !== 2)",
    '(a) => (!a ? "no" : quoted(a))',
    '(a) => [a, "b", null].filter((part) => part !== null).map(quoted).map((name) => `${name}${a}`).join()',
    '(a) => `${(a / 3).toFixed(1)} ${Math.ceil(a / 2)} ${a.toLocaleString("en")}`',
    '(a) => `${a}`.replace(/\\p{L}/u, (letter) => `${letter.toUpperCase()}${a}`)',
    "(a) => a?.list?.[0] ?? 'none'",
    "(a) => { if (a === 1) return 'one'; if (a === 2) { const b = a - 1; return `${b} less`; } const c = [a, 'c']; return c.map((d) => `${a}${d}${c.length}`).join(); }",
  ];
  const VALUES = [
    [1],
    [2, 'x'],
    [3, 'note'],
    [null],
    [{ key: 'k', list: ['p', 'q'] }, 'day'],
    [{ list: [] }],
    [],
    [1234.5, 'day'],
    [1, 1],
    ['é'],
  ];
  const program = `${HELPERS}\nexport const en = { ${KINDS.map((kind, n) => `t${String(n)}: ${kind}`).join()} };`;

  it('is data, and says the same', async () => {
    const shipped = (await shippedFrom(program))['zh'] as Texts;
    const source = (new Function(`${program.replace('export ', '')}\nreturn en;`) as () => Texts)();
    for (const values of VALUES)
      for (const key of Object.keys(source))
        expect([key, said(shipped[key], values)]).toEqual([key, said(source[key], values)]);
  });

  it('may take helpers of other modules, and each language its own', async () => {
    const { en, zh } = await shippedFrom(
      "import { of } from './en/of'; export const en = { some: (n) => of(n), words: { none: 'none', yes: true, list: ['a'] } };",
      "import { among as of } from './zh/among'; export const zh = { words: { yes: false, list: ['b'], none: '无' }, some: of };",
      { 'of.ts': 'export const of = (n) => `of ${n}`;', 'among.ts': 'export const among = (n) => `之${n}`;' },
    );
    const says = (texts: unknown): unknown => ({ ...(texts as Texts), some: said((texts as Texts)['some'], [3]) });
    expect(says(en)).toEqual({ some: 'of 3', words: { none: 'none', yes: true, list: ['a'] } });
    expect(says(zh)).toEqual({ some: '之3', words: { none: '无', yes: false, list: ['b'] } });
  });

  it.each([
    ['what is set anew', '(a) => { let b = a; b += 1; return b; }'],
    ['a loop', '(a) => { for (const b of a) return b; return a; }'],
    ['an assignment', '(a) => (a.b = 1)'],
    ['a sum of numbers', '(a, b) => a + b'],
    ['a name of nowhere', '(a) => window.name'],
    ['a function of several values within', '(a) => a.map((one, n) => n)'],
    ['what is spread', '(a) => [...a].join()'],
    ['a value made of others', '{ a: 1 + 2 }'],
  ])('is refused with %s', async (_what, kind) => {
    await expect(shippedFrom(`export const en = { text: ${kind} };`)).rejects.toThrow('no data says this');
  });

  it('needs the keys that English has', async () => {
    const zh = (texts: string): Promise<Texts> =>
      shippedFrom("export const en = { a: { b: 'x' }, c: 'y' };", `export const zh = ${texts};`);
    await expect(zh("{ a: { b: 'x' } }")).rejects.toThrow('zh.c is there in English alone');
    await expect(zh("{ a: { b: 'x', d: 'x' }, c: 'y' }")).rejects.toThrow('zh.a.d is not there in English');
    await expect(zh("{ a: { b: 'x' }, c: { d: 'y' } }")).rejects.toThrow('zh.c is a text in English');
  });

  it('has its key, whether it is the next short one or another', async () => {
    const names = Array.from({ length: 70 }, (_, n) => nameAt(n));
    const keys = [
      'own',
      ...names.slice(0, 3),
      'another-one',
      ...names.slice(4, 6),
      ...names.slice(3, 4),
      ...names.slice(6),
    ];
    const group = (of: readonly string[]): string => `{ ${of.map((key) => `'${key}': '${key}'`).join()} }`;
    const { en } = await shippedFrom(
      `export const en = { a: ${group(keys)}, none: {}, b: { a: ${group(names)}, ab: 'x' }, c: 'y' };`,
    );
    const texts = (of: readonly string[]): Texts => Object.fromEntries(of.map((key) => [key, key]));
    expect(en).toEqual({ a: texts(keys), none: {}, b: { a: texts(names), ab: 'x' }, c: 'y' });
    await expect(shippedFrom("export const en = { 'a,': 'x' };")).rejects.toThrow('stands for something else');
  });

  it('holds no sign that separates texts', async () => {
    for (const text of ["'a\\0'", '(a) => `\\x03${a}`'])
      await expect(shippedFrom(`export const en = { text: ${text} };`)).rejects.toThrow('stands for something else');
  });
});

describe('sets of Unicode in regular expressions', () => {
  it('are left to when they are used, and mean the same', () => {
    const code =
      'const n=a=>{return/[\\p{L}"\\\\]\\/—/gu.test(a)},m=/^\\P{Lu}$/u,o="/\\p{L}/",p=/[a-z]+/;return [n(\'"/—\'),n("-"),m.test("A"),m.source,o,p.source]';
    const late = lateSets(code);
    expect(late).not.toMatch(/\/[^"]*\\[pP]\{\w+\}[^"]*\/[gu]/);
    expect(late).toContain('/[a-z]+/');
    const run = (text: string): unknown => (new Function(text) as () => unknown)();
    expect(run(late)).toEqual(run(code));
    expect(run(late)).toEqual([true, false, false, '^\\P{Lu}$', '/p{L}/', '[a-z]+']);
  });
});
