import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/ports';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { HANDBOOKS, LANGUAGES, fences, noteById } from './handbook';

const UI = { zh, en };

/** Every text of the interface, whatever its key. */
const TEXTS = { zh: new Set(texts(zh)), en: new Set(texts(en)) };

/** How a note writes a command: 「添加文献」 after 执行, 命令 or 用; **Add source**. */
const COMMANDS = { zh: /(?:执行|命令|用)「([^」]+)」(?:或「([^」]+)」)?/g, en: /\*\*([A-Z][^*]+)\*\*/g };

/** How a note writes a setting: 「…」 after 设置 or 设置里填; *…* in English. */
const SETTINGS = {
  zh: /设置(?:里填)?「([^」]+)」(?:或「([^」]+)」)?/g,
  en: /(?<!\*)\*([A-Z][^*\n]+)\*(?!\*)/g,
};

/** Texts of the interface that a note has to name as the interface does. */
function named(language: Language): Record<string, readonly string[]> {
  const ui = UI[language];
  const { content, settings, readingLog } = ui;
  const { none: _none, ...passes } = readingLog.passes;
  return {
    'report/weekly-report': [
      settings.taskFolders,
      settings.taskTag,
      content.headings.record,
      content.headings.feedback,
    ],
    'report/reading-log': [content.headings.readingLog, ...Object.values(passes)],
    'start/three-passes': Object.values(passes),
    'research/submission': [settings.spans],
  };
}

/** Commands that a student may look for, apart from the notes. */
function commands(language: Language): string[] {
  const { diagnostics, clearIndex } = UI[language].settings;
  const { home, handbook, sources, readingLog, report, progress, heatmap, bibliography, search, marks } = UI[language];
  return [
    ...[home.open, home.openView, sources.commandAdd, readingLog.commandLog, readingLog.commandProblems],
    ...Object.values(report.command),
    ...[home.pageLook.command, bibliography.commandImport, bibliography.commandExport, search.command],
    ...[marks.open, marks.next, marks.previous, marks.insert],
    ...[progress.builder.command, heatmap.builder.command, diagnostics, clearIndex],
    ...Object.entries(handbook).flatMap(([key, text]) => (key.startsWith('command') ? texts(text) : [])),
  ];
}

/** First cells of the tables of commands. */
function listed(language: Language): string[] {
  const { body } = noteById(language, 'report');
  const rows = [...body.matchAll(/^\| (?!---)([^|]+) \|/gm)].map(([, name = '']) => name);
  return rows.filter((name) => name !== (language === 'zh' ? '命令' : 'Command'));
}

describe.each(LANGUAGES)('in %s', (language) => {
  it('the tables of commands name them as the palette does, all of them, each once', () => {
    expect(listed(language).sort()).toEqual(commands(language).sort());
  });

  it('a command that a note tells to run is one of those tables', () => {
    const names = listed(language);
    for (const [path, name] of inNotes(language, COMMANDS[language])) expect(names, path).toContain(name);
  });

  it('a setting that a note names is one of the settings', () => {
    const found = inNotes(language, SETTINGS[language]);
    expect(found.length).toBeGreaterThanOrEqual(3);
    const settings = new Set(texts(UI[language].settings));
    expect(found.filter(([, name]) => !settings.has(name))).toEqual([]);
  });

  it('what a note calls by the interface’s name is called so there', () => {
    for (const [id, names] of Object.entries(named(language))) {
      for (const name of names) {
        expect(TEXTS[language], name).toContain(name);
        expect(noteById(language, id).body).toContain(name);
      }
    }
  });

  it('the filled note and reports have the headings of their templates, in order', () => {
    const headings = (text: string): string[] => text.match(/^## .+$/gm) ?? [];
    const example = (id: string): string[][] =>
      fences(noteById(language, id).body)
        .filter((fence) => fence.language === 'markdown')
        .map(({ code }) => headings(code));
    expect(example('start/three-passes')).toEqual([headings(noteById(language, 'template/source').body)]);
    // The plugin fills in the first section, and the last is the advisor's.
    const own = headings(noteById(language, 'template/weekly-report').body).slice(1, -1);
    expect(example('report/examples')).toEqual([own, own]);
  });
});

it('the notes call a vault one word in Chinese, the interface’s', () => {
  for (const note of HANDBOOKS.zh.notes) expect(note.text, note.path).not.toMatch(/笔记库|仓库里的笔记|保险库/);
});

function inNotes(language: Language, pattern: RegExp): [path: string, name: string][] {
  return HANDBOOKS[language].notes.flatMap((note) =>
    [...note.body.replace(/^```[^]*?^```$/gm, '').matchAll(pattern)].flatMap(([, ...names]) =>
      names.filter((name): name is string => name !== undefined).map((name): [string, string] => [note.path, name]),
    ),
  );
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
