import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { content as en } from '../../src/i18n/en/content';
import { content as zh } from '../../src/i18n/zh/content';
import { REPORT_BLOCKS } from '../../src/core/report/model';
import { parseLogLine } from '../../src/core/reading/log-line';
import { ALL_NOTES, LANGUAGES, LESSONS, fences, noteById, prose } from './handbook';

/**
 * A note is read in one sitting between two other things: three screens of thirty lines, and at 300 Chinese characters
 * or 200 English words a minute, four minutes. The map is a list to look things up in: a line a note, and some more.
 */
const LIMIT = { lines: 90, mapLines: 60 + 45, minutes: 4, perMinute: { zh: 300, en: 200 } };

/** `A[text] -- label --> B{text}` and so on, one chain a line. */
const NODE = String.raw`[A-Z](\[[^[\]{}();#]+\]|\{[^[\]{}();#]+\}|\(\[[^[\]{}();#]+\]\))?`;
const ARROW = String.raw` (-->|-- [^-.]+ -->|-\. [^-.]+ \.->) `;
const FLOW = new RegExp(`^  ${NODE}(${ARROW}${NODE})+$`);

const PLACEHOLDERS = ['rh:handbook', 'rh:sources', 'rh:weekly', 'rh:templates', 'rh:home'];
const HEADINGS = {
  zh: { do: '怎么做', wrong: '常见的错', next: '接着看', log: '阅读日志' },
  en: { do: 'What to do', wrong: 'Common mistakes', next: 'Read next', log: 'Reading log' },
};
const REPORT_SECTIONS = {
  zh: ['本周记录', '收获与疑问', '实验', '问题与阻塞', '请导师回答', '下周计划', '导师反馈'],
  en: [
    "This week's record",
    'Learned and unclear',
    'Experiments',
    'Problems',
    'Questions for my advisor',
    "Next week's plan",
    "Advisor's feedback",
  ],
};

/** The headings by which the plugin finds a section again. */
const KNOWN_HEADINGS = { zh: Object.values(zh.headings), en: Object.values(en.headings) };

const works = (program: string): boolean => {
  try {
    execFileSync(program, ['-c', '']);
    return true;
  } catch {
    return false;
  }
};
const hasBash = works('bash');
const hasPython = works('python3');

describe.each(ALL_NOTES)('%s', (_, note) => {
  const words = prose(note.body);

  it('begins with its only H1', () => {
    expect(note.body).toMatch(/^\n# \S/);
    expect(note.body.replace(/^```[^]*?^```$/gm, '').match(/^# /gm)).toHaveLength(1);
  });

  it('does not scroll for ever', () => {
    expect(note.text.split('\n').length).toBeLessThanOrEqual(note.id === 'map' ? LIMIT.mapLines : LIMIT.lines);
    if (note.id === 'map') return;
    const amount =
      note.language === 'zh'
        ? (words.match(/\p{Script=Han}/gu)?.length ?? 0)
        : (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
    expect(amount / LIMIT.perMinute[note.language]).toBeLessThanOrEqual(LIMIT.minutes);
  });

  it('closes its fences and names their languages', () => {
    for (const fence of fences(note.body)) expect(fence.language).toMatch(/^[a-z-]+$/);
  });

  it('uses no placeholder that nobody fills in', () => {
    if (note.id.startsWith('template/')) return;
    for (const [, name] of note.body.matchAll(/\{\{(.*?)\}\}/g)) expect(PLACEHOLDERS).toContain(name);
  });

  it('dates what it corrects, and says what the original said', () => {
    for (const [title] of note.body.matchAll(/^> \[!info\].*$/gm)) {
      expect(title).toMatch(/(更正（\d{4}-\d{2}-\d{2}）|Corrected \d{4}-\d{2}-\d{2})$/);
    }
  });

  it('gives every callout a title, since the app’s own would be English', () => {
    expect(note.body.match(/^> \[!\w+\]\s*$/gm)).toBeNull();
  });

  it('draws its diagrams with the few forms of Mermaid that every version knows', () => {
    for (const { code } of fences(note.body).filter((fence) => fence.language === 'mermaid')) {
      const [first = '', ...lines] = code.split('\n');
      expect(first).toMatch(/^flowchart (LR|TD)$/);
      for (const line of lines) expect(line).toMatch(FLOW);
    }
  });

  it('gives a heading to every table and as many cells to every row', () => {
    for (const [table] of note.body.matchAll(/(?:^\|.*\n)+/gm)) {
      const rows = table.trim().split('\n');
      const cells = rows.map((row) => row.split('|').length);
      expect(new Set(cells).size, table).toBe(1);
      expect(rows[1]).toMatch(/^\|( --- \|)+$/);
    }
  });

  it('is typeset as good Chinese or English is', () => {
    // One command of the interface has an apostrophe; the table names it as the palette does.
    expect(note.id === 'report' ? words.replace('last week’s', 'last week') : words).not.toMatch(/[“”‘’]/);
    expect(words.replace(/^- \[ \] $/gm, '')).not.toMatch(/[^\S\n]$/m);
    if (note.language === 'en') {
      expect(note.id === 'servers' ? words.replace('(陈银)', '') : words).not.toMatch(
        /[\p{Script=Han}，。；：？！（）「」]/u,
      );
      return;
    }
    expect(words).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
    expect(words).not.toMatch(/\p{Script=Han} ?[,;:?!]|[,;?!] ?\p{Script=Han}/u);
    expect(words).not.toMatch(
      /\p{Script=Han} +\p{Script=Han}|\p{Script=Han} +[，。；：？！（）]|[，。；：？！、] +\S/u,
    );
    expect(words).not.toMatch(/\.\.\.|。。/);
  });
});

describe.each(LESSONS)('%s', (_, note) => {
  const heads = HEADINGS[note.language];

  it('says in a line what it is for, right after its title', () => {
    expect(note.body).toMatch(/^\n# .+\n\n[\p{L}「].+[.。]\n\n/u);
  });

  it('says what to do, what goes wrong and where to go on, in that order', () => {
    expect(note.body).toMatch(/^(- |\d\. )\S/m);
    if (['start/start-here', 'servers/network', 'servers/mirrors', 'research/thresholds'].includes(note.id)) {
      expect(note.body).not.toContain(`## ${heads.do}\n`); // its steps stand under headings of their own
    } else {
      expect(note.body).toContain(`\n## ${heads.do}\n`);
    }
    expect(note.body).toMatch(new RegExp(`\n## ${heads.wrong}\n\n> \\[!warning\\] .+\n(> - .+\n)+`));
    expect(note.body.indexOf(`## ${heads.wrong}`)).toBeLessThan(note.body.indexOf(`## ${heads.next}`));
    expect(note.body.slice(note.body.lastIndexOf('\n## ')).startsWith(`\n## ${heads.next}\n`)).toBe(true);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('the report template has the sections of a report in order, and a place for each generated block', () => {
    const { body } = noteById(language, 'template/weekly-report');
    expect(body).toMatch(/^\n# \{\{week\}\}\n\n\{\{start\}\} – \{\{end\}\}\n/);
    const sections = body.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(REPORT_SECTIONS[language]);
    for (const heading of REPORT_SECTIONS[language]) expect(KNOWN_HEADINGS[language]).toContain(heading);
    const [record = '', ...rest] = sections;
    // Together below the title and nothing between them: a sync may drop words between blocks that were refreshed.
    const places = REPORT_BLOCKS.map((block) => `{{${block}}}`);
    expect(
      record
        .split('\n')
        .slice(1)
        .filter((line) => line !== ''),
    ).toEqual(places);
    for (const section of rest) expect(section).not.toMatch(/\{\{/);
    for (const section of rest) expect(section).toMatch(/^%% .+ %%$/m);
    expect(rest[4]).toMatch(/^- \[ \] $/m);
  });

  it('the source template ends with the log’s heading and a hint of what fills it', () => {
    const { body } = noteById(language, 'template/source');
    expect(body).toMatch(/^\n# \{\{title\}\}\n/);
    expect(body.split(`\n## ${HEADINGS[language].log}\n`)[1]).toMatch(/^\n%% .+ %%\n$/);
  });

  it('every log line that is shown as an example is one that the plugin reads without complaint', () => {
    const lines = ALL_NOTES.filter(([, note]) => note.language === language)
      .flatMap(([, note]) => fences(note.body))
      .filter((fence) => fence.language === 'markdown')
      .flatMap((fence) => fence.code.split('\n').filter((line) => /^- \d/.test(line)));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(parseLogLine(line)).toMatchObject({ date: expect.stringMatching(/^2026-08-/), timed: true, problems: [] });
    }
  });

  it('the dates named as wrong are ones that the plugin does not count', () => {
    const wrong = noteById(language, 'report/reading-log').body.match(/`8\/4`.*`2026-8-4`/);
    expect(wrong).not.toBeNull();
    for (const date of ['8/4', '2026-8-4']) expect(parseLogLine(`- ${date} x [min:: 5]`)?.date).toBeNull();
  });

  it('what the plugin draws stands where the old way is told', () => {
    const note = noteById(language, 'tools/progress-heatmap');
    const drawn = fences(note.body).filter((fence) => fence.code === '');
    expect(drawn.map((fence) => fence.language)).toEqual(['time-progress', 'calendar-heatmap']);
    expect(note.body).toContain('dataviewjs');
  });

  it.skipIf(!hasBash)('every command to copy is one that a shell can read', () => {
    for (const [name, note] of ALL_NOTES.filter(([, one]) => one.language === language)) {
      for (const fence of fences(note.body).filter((one) => one.language === 'bash')) {
        expect(() => execFileSync('bash', ['-n'], { input: fence.code, stdio: 'pipe' }), name).not.toThrow();
        expect(fence.code, name).not.toMatch(/[“”‘’，。：；]\S*=|\S=\S*[“”‘’，。：；]/);
      }
    }
  });

  it.skipIf(!hasPython)('every Python example is one that Python can read', () => {
    const code = ALL_NOTES.filter(([, one]) => one.language === language).flatMap(([, note]) =>
      fences(note.body).flatMap((fence) => (fence.language === 'python' ? [fence.code] : [])),
    );
    expect(code.length).toBeGreaterThan(5);
    const read = 'import ast, json, sys\nfor code in json.load(sys.stdin): ast.parse(code)';
    const input = JSON.stringify(code);
    expect(() => execFileSync('python3', ['-c', read], { input, stdio: 'pipe' })).not.toThrow();
  });

  it('the proxy variables are a command each, so that none runs into the next, and all are unset again', () => {
    const lines = fences(noteById(language, 'servers/network').body).flatMap((fence) => fence.code.split('\n'));
    const exports = lines.filter((line) => line.startsWith('export '));
    const value = String.raw`(?:(?:http|socks5):\/\/[\d.]+:\d+|localhost(?:,[\d.]+)+)`;
    const names = exports.map((line) => new RegExp(String.raw`^export (\w+)=${value}$`).exec(line)?.[1]);
    expect(names).toEqual(['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy']);
    expect(lines).toContain(`unset ${names.join(' ')}`);
  });
});
