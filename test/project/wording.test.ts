// The texts as they ship (JSON, put together when first asked for) against the modules they are made of.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { lateSets } from '../../scripts/late-sets.mjs';
import {
  interfaceTexts,
  withoutTexts,
  wordingModule,
  wordingPlugin,
  writtenOut,
} from '../../scripts/wording-plugin.mjs';
import { translations } from '../../src/i18n';
import { filler } from '../../src/i18n/fill';

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

describe.each(['en', 'zh'] as const)('the texts in %s', (language) => {
  let shipped: Texts;
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
    shipped = module.exports.translations(language, await interfaceTexts('src/i18n', read)).ui as unknown as Texts;
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
});

describe('a group of texts as a module', () => {
  it('keeps as code what is more than parameters put into a text', async () => {
    const text = `const HELPER = (n) => n + 1, plural = (n, one) => \`\${n} \${one}s\`;
export const group = { plain: 'a', list: ['b', 'c'], of: (a, b) => \`\${b} of \${String(a)}\`, next: (n) => \`\${HELPER(n)}\`, asks: (n) => plural(n, 'note'),
  more: { many: (n = 2) => \`\${n}\`, HELPER, 'with-dash': () => 'd', none: '' } };`;
    const { code, data } = await wordingModule(text, 'reading');
    expect(data).toEqual({
      'reading.group': {
        plain: 'a',
        list: ['b', 'c'],
        of: { '': [1, ' of ', 0] },
        next: { '': [['+', [0, 0]]] },
        asks: { '': [[1, 0, 'note']] },
        more: { many: { '': 2 }, HELPER: { '': 0 }, 'with-dash': { '': ['d'] }, none: '' },
      },
    });
    const made = new Function('texts', `${code.replace('export ', '')}\nreturn group;`) as (
      texts: ReturnType<typeof filler>,
    ) => unknown;
    const shape = {
      plain: 0,
      list: 0,
      of: 0,
      next: 0,
      asks: 0,
      more: { many: 0, HELPER: 0, 'with-dash': 0, none: 0 },
    } as const;
    const inOrder = Object.values(data['reading.group'] as Texts).flatMap((one) =>
      typeof one === 'object' && one !== null && 'many' in one ? Object.values(one) : [one],
    );
    const written = ['of another group', inOrder.map(writtenOut).join('\0')];
    const texts = filler({ 'another.group': { first: 0 }, 'reading.group': shape }, written);
    const group = made(texts) as Record<string, (...values: unknown[]) => string> & {
      more: Record<string, (n?: number) => unknown>;
    };
    expect([
      group['of']?.(3, 'x'),
      group['next']?.(1),
      group['asks']?.(5),
      group.more['many']?.(),
      group.more['HELPER']?.(4),
      group.more['with-dash']?.(),
    ]).toEqual(['x of 3', '2', '5 notes', '2', 5, 'd']);
  });
});

describe('a text that hangs on what it is told', () => {
  const KINDS = [
    "(a) => (a === 1 ? 'one' : `${String(a)} of them`)",
    "(a) => `${a.key ?? ''} and ${a.list[1] ?? ''}`",
    '({ key, list }) => `${key}: ${list.join(", ")}`',
    "(a, b) => `(${b !== 'x' ? `${a} ` : plural(a, b)})`",
    '(a) => a.key',
    "(a) => `${a === null ? '' : plural(a.key, 'note')}`",
  ];
  const VALUES = [[1], [2, 'x'], [3, 'note'], [null], [{ key: 'k', list: ['p', 'q'] }], [{ list: [] }], []];

  it('is data, and says the same', async () => {
    const plural = 'const plural = (n, one) => `${n} ${one}s`;';
    const text = `${plural}\nexport const group = { ${KINDS.map((kind, n) => `t${String(n)}: ${kind}`).join()} };`;
    const { code, data } = await wordingModule(text, 'g');
    expect(code).toMatch(/texts\("g\.group", \[plural\]\)/);
    const texts = data['g.group'] as Texts;
    const written = Object.values(texts).map(writtenOut).join('\0');
    const shape = { 'g.group': Object.fromEntries(Object.keys(texts).map((key) => [key, 0 as const])) };
    const run = (script: string): Texts =>
      (new Function('texts', `${script.replace('export ', '')}\nreturn group;`) as (texts: unknown) => Texts)(
        filler(shape, [written]),
      );
    const [shipped, source] = [run(code), run(text)];
    for (const values of VALUES)
      for (const key of Object.keys(texts)) expect(said(shipped[key], values)).toEqual(said(source[key], values));
  });
});

describe('texts that are left in code', () => {
  it('are looked up, and say the same', () => {
    const code = [
      "'use strict of its own';",
      "var made = (n) => { const one = { 'a key that is long': 'a text that is long', short: 'abc' };",
      'if (n === \'a text that is long\') return"says so, at length";',
      "return `${n} of ${String(n)} 篇，一共是这么多\\n${one['a key that is long']}, and the last is ${one.short}`; };",
    ].join('\n');
    const { code: rest, texts } = withoutTexts(code);
    expect(texts.slice(0, 2)).toEqual(['a text that is long', 'says so, at length']);
    expect(rest).not.toMatch(/text that|at length|一共/);
    expect(rest).toContain("'use strict of its own'");
    const run = (text: string): ((n: unknown) => string) =>
      (new Function('own', `${text}\nreturn made;`) as (own: readonly string[]) => (n: unknown) => string)(texts);
    for (const n of [1, 'a text that is long', 'x']) expect(run(rest)(n)).toBe(run(code)(n));
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
