import { describe, expect, it } from 'vitest';
import { readKeywords } from '../../src/core/marks/keywords';
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

/** What Chinese notes put between 「」 that is not ours: somebody's words, and buttons of other programs. */
const SAID = [
  ...['原文', '不太好', '看论文', '继续学习', '跑不了', '去哪里查', '怎么做科研', '我该做什么课题'],
  ...['关注', '创建快讯', '高级', '允许此计算机上的其他应用程序与 Zotero 通信'],
];

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
  const { zotero, alerts, group, ideas, experiments, courses, readingGroup, ask } = UI[language];
  return [
    ...[home.open, home.openView, sources.commandAdd, readingLog.commandLog, readingLog.commandProblems],
    ...Object.values(report.command),
    ...[home.pageLook.command, bibliography.commandImport, bibliography.commandExport, search.command],
    ...[ask.command, ask.commandIndex, marks.open, marks.next, marks.previous, marks.insert],
    ...[group.handIn, group.takeFeedback, group.open, ideas.newIdea, ideas.bringIdea, experiments.newExperiment],
    ...[courses.addCourse, readingGroup.command],
    ...[zotero.commandImport, zotero.commandUpdate, zotero.commandOpen, zotero.commandCheck],
    ...[alerts.commandTakeIn, alerts.commandFetch, alerts.commandTake],
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

it('whatever Chinese notes put between 「」 is the interface’s, a template’s, a mark’s, or on the list of what others say', () => {
  const forms = readKeywords('').all.flatMap((keyword) => keyword.forms);
  const headings = ['template/weekly-report', 'template/source'].flatMap(
    (id) => noteById('zh', id).body.match(/(?<=^## ).+$/gm) ?? [],
  );
  const known = new Set([...TEXTS.zh, ...forms.map((form) => `${form}：`), ...headings, ...SAID]);
  const quoted = inNotes('zh', /「([^」]+)」/g);
  expect(quoted.length).toBeGreaterThan(40);
  expect(quoted.filter(([, words]) => !known.has(words))).toEqual([]);
});

it('the note on TODO highlighting names the usual keywords of marks', () => {
  const forms = readKeywords('').all.flatMap((keyword) => keyword.forms);
  const [inChinese, inEnglish] = LANGUAGES.map((language) => noteById(language, 'tools/editors').body);
  for (const form of forms) {
    const isHan = /\p{Script=Han}/u.test(form);
    expect(inChinese).toContain(isHan ? `「${form}：」` : form);
    if (!isHan) expect(inEnglish).toContain(form);
  }
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
