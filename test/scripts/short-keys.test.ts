// That src is right with short keys, and so that no text is asked for by another name than it has, the compiler says in
// `npm run typecheck` (scripts/check-texts.mjs).
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { expect, it } from 'vitest';
import { readShort } from '../../scripts/short-keys.mjs';

type Group = Readonly<Record<string, unknown>>;

/** What a module of texts that takes nothing from others exports under a name. */
async function exported(text: string, name: string): Promise<Group> {
  const { code } = await transform(text, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} as Record<string, Group> };
  (new Function('module', code) as (module: unknown) => void)(module);
  return module.exports[name] ?? {};
}

it.each(['en', 'zh'])('keys are short in %s where nothing but the code names them', async (language) => {
  const text = await readShort(`src/i18n/${language}/reading-log.ts`);
  expect(text).toContain('export const readingLog = {');
  expect(text).not.toMatch(/^ {2}\w{3,}: /m);
});

it.each(['en', 'zh'])('keys are as they were in %s where code looks them up', async (language) => {
  expect(await readShort(`src/i18n/${language}/report.ts`)).toMatch(/statuses: \{ inbox: .*, queued: .*, reading: /);
});

it('groups have short names, too, the same in both languages', async () => {
  const groups = async (language: string): Promise<(readonly [string, string])[]> =>
    [...(await readShort(`src/i18n/${language}.ts`)).matchAll(/^ {2}(\w+): (\w+),$/gm)].map(
      ([, key = '', group = '']) => [group, key] as const,
    );
  const en = new Map(await groups('en'));
  expect([...en.keys()]).toContain('readingLog');
  expect([...en.values()].filter((key) => key.length > 2)).toEqual([]);
  expect(new Set(en.values()).size).toBe(en.size);
  expect(new Map(await groups('zh'))).toEqual(en);
});

it.each([
  ['alerts', 'box'],
  ['zotero', 'items'],
])('keys of what %s says in place of the words for an import are called the same as those', async (name, part) => {
  const keys = async (read: (file: string) => Promise<string>): Promise<[string[], string[]]> => {
    const group = async (of: string): Promise<Group> => exported(await read(`src/i18n/en/${of}.ts`), of);
    const own = await group(name);
    const inFor = own[part] ?? Object.values(own)[place];
    return [Object.keys(inFor as Group), Object.keys(await group('bibliography'))];
  };
  const asWritten = (file: string): Promise<string> => readFile(file, 'utf8');
  const place = Object.keys(await exported(await asWritten(`src/i18n/en/${name}.ts`), name)).indexOf(part);
  const [[own, all], [short, allShort]] = [await keys(asWritten), await keys(readShort)];
  expect(own.length).toBeGreaterThan(1);
  expect(short).toEqual(own.map((key) => allShort[all.indexOf(key)]));
  expect(short.join('').length).toBeLessThan(own.join('').length / 3);
});

it('a file that asks for no text is as it was', async () => {
  expect(await readShort('src/core/steps.ts')).toContain('export ');
});
