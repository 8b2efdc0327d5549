// One word for one thing: the words that the glossary replaces do not come back.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { beforeHan, amidHan } from '../../src/i18n/zh/spacing';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const filesIn = (folder: string, ext: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ext))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`);

/** Words in the last column of the glossary's tables: of things, and of turns of phrase. */
const [, things = '', turns = ''] = read('docs/development/glossary.md').split(/^## /m);
const replaced = (table: string): string[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word));
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** Which of the words a text has, as whole words: “recommended” is no “mended”. */
function found(words: readonly string[], text: string): string[] {
  return words.filter((word) => {
    const edge = (letter: string | undefined): string => (/[a-z]/i.test(letter ?? '') ? '\\b' : '');
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`${edge(word[0])}${escaped}${edge(word.at(-1))}`, 'i').test(text);
  });
}

/** Every text of a module: names of keys, imports and types are none. */
function textsOf(file: string): string {
  const texts: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (!ts.isPropertyAssignment(node.parent) || node.parent.name !== node) texts.push(node.text);
    } else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return texts.join('\n');
}

const PLACES = {
  zh: ['README.zh.md', ...filesIn('src/i18n/zh', '.ts')],
  en: [
    'README.md',
    ...readdirSync(path.join(ROOT, 'docs')).flatMap((file) => (file.endsWith('.md') ? `docs/${file}` : [])),
    ...filesIn('src/i18n/en', '.ts'),
  ],
};

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const ofLanguage = (word: string): boolean => isHan(word) === (language === 'zh');
  const names = replaced(things).filter(ofLanguage);
  const words = [...names, ...replaced(turns).filter(ofLanguage)];

  it('there are words that were replaced', () => {
    expect([names.length > 3, words.length > 15]).toEqual([true, true]);
  });

  it.each(PLACES[language])('none of them stands in %s', (file) => {
    expect(found(words, file.endsWith('.ts') ? textsOf(file) : read(file))).toEqual([]);
  });

  it('no other name of a thing stands in the handbook', () => {
    const old = filesIn(`src/content/${language}`, '.md').flatMap((file) =>
      found(names, read(file)).map((word) => `${file}: ${word}`),
    );
    expect(old).toEqual([]);
  });
});

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('in %s, what is the same has one name wherever it stands', (language, t) => {
  it('states of a report', () => {
    expect(t.home.thisWeek.states).toEqual(t.report.picker.states);
    // The legend says “Report: none” in English, so that it keeps to one line.
    const { none, ...written } = t.heatmap.legend.reportState;
    expect(written).toEqual((({ none: _none, ...states }) => states)(t.report.picker.states));
    expect(['none', t.report.picker.states.none]).toContain(none);
    for (const [state, name] of Object.entries(t.report.picker.states)) {
      expect(t.heatmap.popover.report[state as 'none']('W').toLowerCase()).toContain(name);
    }
  });

  it('kinds and states of a source', () => {
    for (const [kind, name] of Object.entries(t.sources.kinds)) {
      expect(t.home.reading.kinds[kind as 'book']).toBe(name.toLowerCase());
    }
    expect(t.report.note.statuses.dropped).toBe(t.sources.statuses.dropped.toLowerCase());
  });

  it('how many sources there are', () => {
    const counted = [t.progress.sources(3), t.heatmap.amount.sources('3'), t.home.reading.queued(3)];
    const unit = language === 'zh' ? /3 篇/ : /3 (sources|queued)/;
    for (const text of counted) expect(text).toMatch(unit);
  });

  it('the list of log problems, and what the settings and the set-up call the content language', () => {
    expect(t.home.problems.title).toBe(t.readingLog.problemsTitle);
    expect(t.settings.contentLanguage).toBe(t.handbook.languageLabel);
    expect(t.settings.setUp).toBe(t.handbook.commandSetUp);
    expect(t.settings.spans).toBe(t.progress.builder.spans);
  });
});

describe('a name of the student’s among Han', () => {
  it.each([
    ['Autumn term', 'Autumn term 第 9 周'],
    ['秋季学期', '秋季学期第 9 周'],
    ['2026', '2026 第 9 周'],
    ['秋季（2026）', '秋季（2026）第 9 周'],
  ])('is set apart where it ends in Latin letters or figures: %s', (name, said) => {
    expect(zh.home.term(name, 9)).toBe(said);
    expect(`${beforeHan(name)}第`).toBe(said.slice(0, -' 9 周'.length));
  });

  it('and where it begins so', () => {
    expect(zh.report.problem.otherAuthor('a.md', 'Li Lei')).toContain('是 Li Lei 的周报');
    expect(zh.report.problem.otherAuthor('a.md', '李雷')).toContain('是李雷的周报');
    expect(amidHan('李 L')).toBe('李 L ');
  });
});

it('words are found whole, in any case', () => {
  expect(found(['mended', '” is no', '读不懂'], 'Recommended: “x” is not read')).toEqual([]);
  expect(found(['mended', '” is no', '读不懂'], 'Mended. “x” is no day, 读不懂')).toEqual([
    'mended',
    '” is no',
    '读不懂',
  ]);
});
