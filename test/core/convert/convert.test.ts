// Code as the other plugins' own pages give it, and what becomes of it. The peers' example vaults are read where
// PEER_VAULTS names a folder that holds them; they are not part of this project.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { VaultFacts } from '../../../src/core/convert/conversion';
import { Code, readLiteral } from '../../../src/core/convert/literal';
import { blockLines, widgetCodeIn, withBlocks } from '../../../src/core/convert/note';
import { readHeatmapOptions } from '../../../src/core/heatmap/options';
import { readProgressOptions } from '../../../src/core/progress/options';
import { readNamedSpans } from '../../../src/core/time/named-spans';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: (value: unknown) => stringify(value) };
const FACTS: VaultFacts = {
  property: (name) =>
    name === 'exercise'
      ? { at: 'property', values: 'durations' }
      : name === 'energy'
        ? { at: 'field', values: 'numbers' }
        : null,
};
const fence = (name: string, text: string): string => `\`\`\`${name}\n${text}\n\`\`\`\n`;
const only = (note: string, facts = FACTS) => {
  const [code] = widgetCodeIn(note, yaml, facts);
  return code?.converted ?? null;
};
const block = (note: string, facts = FACTS): string => {
  const converted = only(note, facts);
  return converted === null ? '' : blockLines(converted, yaml).slice(1, -1).join('\n');
};
const lost = (note: string): string[] => (only(note)?.lost ?? []).map(({ text }) => text);
const problemsOf = (lines: readonly string[]): readonly unknown[] => {
  const text = lines.slice(1, -1).join('\n');
  if (lines[0] === '```calendar-heatmap') return readHeatmapOptions(text, yaml, new Map()).problems.all;
  const { problems, rows } = readProgressOptions(text, yaml, { named: readNamedSpans(''), weeklyGoalMinutes: 0 });
  return [...problems, ...rows.filter((row) => row.kind === 'problem')];
};

// From the Heatmap Calendar plugin's example vault.
const CALENDAR = `
dv.span("**🏋️ Exercise 🏋️**")

const calendarData = {
    year: 2022,  // optional, remove this line to autoswitch year
    colors: {
        red: ["#ff9e82","#ff7b55","#ff4d1a","#e73400","#bd2a00",]
    },
    entries: []
}

for(let page of dv.pages('"daily notes"').where(p=>p.pushups)){
    calendarData.entries.push({
        date: page.file.name,
        intensity: page.pushups
    })
}

renderHeatmapCalendar(this.container, calendarData)
`;

describe('a script for the Heatmap Calendar plugin', () => {
  it('becomes a property in a folder, in the year and the colours that it names', () => {
    expect(only(fence('dataviewjs', CALENDAR))).toMatchObject({
      block: 'calendar-heatmap',
      options: {
        title: '🏋️ Exercise 🏋️',
        property: 'pushups',
        filter: { folder: 'daily notes' },
        range: 2022,
        palette: ['#ff9e82', '#ff7b55', '#ff4d1a', '#e73400', '#bd2a00'],
      },
      lost: [],
    });
  });
  it('without a year is of this one', () => {
    expect(block(fence('dataviewjs', CALENDAR.replace(/year: .*\n/, '')))).toContain('range: year');
  });
  it('of words says its colours and bounds lost, which would do nothing', () => {
    const words: VaultFacts = { property: () => ({ at: 'property', values: 'words' }) };
    const note = fence(
      'dataviewjs',
      CALENDAR.replace('entries: []', 'intensityScaleStart: 1, intensityScaleEnd: 9, entries: []'),
    );
    expect(block(note, words)).toBe(
      'title: 🏋️ Exercise 🏋️\nproperty: pushups\nvalues: words\nfilter:\n  folder: daily notes\nrange: 2022',
    );
    expect(only(note, words)?.lost.map(({ text }) => text)).toEqual([
      'colors',
      'intensityScaleStart',
      'intensityScaleEnd',
    ]);
  });
  it.each([
    ['the same amount', 'intensity: 4'],
    ['no amount', 'content: ""'],
    ['an amount that cannot be told', 'intensity: rate(page)'],
  ])('with %s on each day counts days, whatever the property holds', (_, amount) => {
    for (const values of ['words', 'numbers', 'durations'] as const) {
      const facts: VaultFacts = { property: () => ({ at: 'field', values }) };
      const options = only(fence('dataviewjs', CALENDAR.replace('intensity: page.pushups', amount)), facts)?.options;
      expect(options).toMatchObject({ field: 'pushups', metric: 'count' });
      expect(options).not.toHaveProperty('values');
    }
  });
  it.each(['{ none: ["transparent"] }', '"red"', '{ a: ["#fff"], b: ["#000"] }'])(
    'says that colours such as %s are lost',
    (colours) => {
      const note = fence('dataviewjs', CALENDAR.replace(/colors: \{[\s\S]*?\},/, `colors: ${colours},`));
      expect(lost(note)).toEqual(['colors']);
      expect(only(note)?.options['palette']).toEqual(colours.includes('#fff') ? ['#fff'] : undefined);
    },
  );
  it('follows names, maps and lookups', () => {
    const script = `
      const FOLDER = "Journal";
      const KEY = 'energy';
      const entries = dv.pages(\`"\${FOLDER}"\`).where((p) => p[KEY]).map((p) => ({ date: p.file.day.toFormat("yyyy-MM-dd"), intensity: p[KEY] ?? 0 }));
      renderHeatmapCalendar(this.container, { entries: entries });`;
    expect(block(fence('dataviewjs', script))).toBe(
      'field: energy\nfilter:\n  folder: Journal\nrange: year\nscale: linear',
    );
  });
  it('says lengths of time in minutes, and divides its scale as the plugin does', () => {
    const script = CALENDAR.replaceAll('pushups', 'exercise').replace(
      'entries:',
      'intensityScaleEnd: 45 * 60 * 1000,\n entries:',
    );
    // 45 minutes over five colours: a level every 11.25, rounded at the half.
    expect(only(fence('dataviewjs', script))?.options).toMatchObject({
      values: 'durations',
      scale: [0, 5.625, 16.875, 28.125, 39.375],
    });
  });
  it('takes days that stand in the script', () => {
    const script = `renderHeatmapTracker(this.container, { heatmapTitle: "Test <b>bold</b>", intensityConfig: { scaleStart: 0, scaleEnd: 10 }, entries: [
      { "date": "2025-04-04T00:00:00+01:00", "intensity": '2', 'content': '🌃' }, { date: "2025-04-15", intensity: 5, }, /* no more */ ] })`;
    expect(only(fence('dataviewjs', script))?.options).toMatchObject({
      title: 'Test bold',
      data: [
        { date: '2025-04-04', value: 2, note: '🌃' },
        { date: '2025-04-15', value: 5 },
      ],
    });
  });
  it('says what it could not carry over', () => {
    const script = CALENDAR.replace('p=>p.pushups', 'p => p.pushups > 10 && p.done')
      .replace('intensity: page.pushups', 'intensity: page.pushups, content: "🏋️", color: "red"')
      .replace('entries: []', 'entries: [], showCurrentDayBorder: false, streaks: () => { return [1, "}"] }');
    expect(lost(fence('dataviewjs', script))).toEqual([
      'p => p.pushups > 10 && p.done',
      'content',
      'color',
      'showCurrentDayBorder',
      'streaks',
    ]);
  });
  it('leaves a value within a value to Dataview', () => {
    const script = CALENDAR.replace('intensity: page.pushups', 'intensity: page.sport.pushups');
    expect(block(fence('dataviewjs', script))).toContain(`query: '"daily notes"'\nvalue: sport.pushups`);
  });
  it('asks Dataview where a filter cannot say it, and for the time of a file', () => {
    const script = CALENDAR.replace(`'"daily notes"'`, `'#run or "Sport"'`).replace(
      'page.file.name',
      'page.file.ctime',
    );
    expect(block(fence('dataviewjs', script))).toContain(
      `query: '#run or "Sport"'\nvalue: pushups\ndateProperty: file.ctime`,
    );
  });
  it('is left alone where it cannot be told what it draws', () => {
    const script = 'const data = await compute();\nrenderHeatmapCalendar(this.container, data)';
    expect(widgetCodeIn(fence('dataviewjs', script), yaml, FACTS)).toMatchObject([{ made: 'script', converted: null }]);
    expect(widgetCodeIn(fence('dataviewjs', 'dv.list([1])'), yaml, FACTS)).toEqual([]);
  });
});

describe('blocks of other plugins', () => {
  it('Heatmap Tracker: property, folder, tags and range', () => {
    const text =
      'property: exercise\npath: "daily notes"\ntags: [journal]\ndaysToShow: 90\nlayout: monthly\nfilters:\n  - property: status';
    expect(block(fence('heatmap-tracker', text))).toBe(
      'property: exercise\nvalues: durations\nfilter:\n  folder: daily notes\n  tag: journal\nrange: last 90 days\nview: months\nscale: linear',
    );
    expect(lost(fence('heatmap-tracker', text))).toEqual(['filters']);
    expect(block(fence('heatmap-tracker', 'property: [a, b]'))).toContain('rows:\n  - title: a\n    property: a');
  });
  it('Contribution Graph: a fixed range by a property, and its rules', () => {
    const text = `title: 'Contributions'
fromDate: '2023-01-01'
toDate: '2023-12-01'
startOfWeek: 1
dateField: 'createTime'
query: '#project'
graphType: 'calendar'
cellStyleRules:
  - color: '#f1d0b4'
    min: 1
    max: 2
  - color: '#e6a875'
    min: 2
    max: 999`;
    expect(only(fence('contributionGraph', text))?.options).toEqual({
      title: 'Contributions',
      source: 'notes',
      dateProperty: 'createTime',
      filter: { tag: 'project' },
      range: '2023-01-01..2023-12-01',
      view: 'months',
      weekStart: 'monday',
      palette: ['#f1d0b4', '#e6a875'],
      scale: [1, 2],
    });
  });
  it('Contribution Graph: by the time a note was made, which Dataview knows', () => {
    expect(block(fence('contributionGraph', "title: x\ndays: 365\nquery: '#food and !#fastfood'"))).toBe(
      'title: x\nquery: "#food and !#fastfood"\ndateProperty: file.ctime\nrange: last 365 days\nscale:\n  - 1\n  - 2\n  - 5\n  - 10',
    );
  });
  it('Contribution Graph: tasks, and the form of its own form', () => {
    const text =
      'dataSource:\n  type: ALL_TASK\n  value: ""\n  filters: []\ndateRangeType: LATEST_MONTH\ndateRangeValue: 6';
    expect(block(fence('contributionGraph', text))).toBe(
      'source: tasks\nrange: last 6 months\nscale:\n  - 1\n  - 2\n  - 5\n  - 10',
    );
  });
});

const ROW = (name: string) =>
  `| ${name} | \`= dateformat(date(now), "HH")\` | 24 | \`= "<progress max=" + 24 + " value=" + number(dateformat(date(now), "HH")) + "> </progress>"\` | % | now |`;

describe('the table of time progress', () => {
  const HEAD = '| 周期 | 已过去 | 总间隔 | 进度条 | 百分比 | 当前时间 |\n|:--- | --- | --- | --- | --- | --- |\n';
  it('becomes a block with its periods, in its order', () => {
    const rows = ['Day     (今天)', 'Week   （本周）', 'Month   (本月)', 'Quarter (本季度)', 'Year    (今年)'].map(ROW);
    expect(only(`${HEAD}${rows.join('\n')}\n`)).toEqual({ block: 'time-progress', options: {}, lost: [] });
    expect(block(`${HEAD}${ROW('今年')}\n${ROW('本周')}\n`)).toBe('periods:\n  - year\n  - week');
    expect(lost(`${HEAD}${ROW('今年')}\n${ROW('Sprint')}\n`)).toEqual(['Sprint']);
  });
  it('is no other table', () => {
    expect(widgetCodeIn('| Week | 3 |\n| --- | --- |\n| Week | `= this.x` |\n', yaml, FACTS)).toEqual([]);
  });
});

describe('in the note', () => {
  const NOTE = `# Home\r\n\r\n${fence('dataviewjs', CALENDAR).replaceAll('\n', '\r\n')}\r\nbetween\r\n\r\n> ${'```'}heatmap-tracker\r\n> property: steps\r\n> ${'```'}\r\nend`;
  it('every other byte stays', () => {
    const codes = widgetCodeIn(NOTE, yaml, FACTS);
    expect(codes.map(({ made, from }) => [made, from])).toEqual([
      ['script', 2],
      ['tracker', 27],
    ]);
    const text = withBlocks(NOTE, codes, yaml) ?? '';
    expect(text.startsWith('# Home\r\n\r\n```calendar-heatmap\r\ntitle: ')).toBe(true);
    expect(text).toContain(
      '\r\n```\r\n\r\nbetween\r\n\r\n> ```calendar-heatmap\r\n> property: steps\r\n> range: year\r\n> scale: linear\r\n> ```\r\nend',
    );
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(widgetCodeIn(text, yaml, FACTS)).toEqual([]);
  });
  it('what was changed meanwhile is left, and what only moved is found', () => {
    const codes = widgetCodeIn(NOTE, yaml, FACTS);
    expect(withBlocks(NOTE.replace('pushups', 'situps'), codes, yaml)).toBe(null);
    expect(withBlocks(`new line\r\n${NOTE}`, codes, yaml)).toContain('new line\r\n# Home');
  });
  it('of two that are alike the one that was chosen', () => {
    const note = `${fence('heatmap-tracker', 'property: a')}\n${fence('heatmap-tracker', 'property: a')}`;
    const [, second] = widgetCodeIn(note, yaml, FACTS);
    const text = second === undefined ? null : withBlocks(note, [second], yaml);
    expect(text?.indexOf('calendar-heatmap')).toBeGreaterThan(text?.indexOf('heatmap-tracker') ?? -1);
  });
  it('two that are alike are two', () => {
    const note = fence('heatmap-tracker', 'property: a').repeat(2);
    expect(withBlocks(note, widgetCodeIn(note, yaml, FACTS), yaml)?.match(/calendar-heatmap/g)).toHaveLength(2);
  });
});

describe('values in a script', () => {
  const forty = (first: string, next: (name: string) => string): string =>
    Array.from({ length: 39 }, (_, n) => `const a${String(n + 1)} = ${next(`a${String(n)}`)};\n`).reduce(
      (all, line) => all + line,
      `const a0 = ${first};\n`,
    );
  const drawn = (script: string, entry: string, more = ''): string =>
    fence('dataviewjs', `${script}renderHeatmapCalendar(x, { ${more}entries: [${entry}, { date: "2026-01-01" }] })`);

  it('that hold one another many times over stay small', () => {
    const texts = forty('"0123456789"', (name) => `\`\${${name}}\${${name}}\``);
    const title = String(only(drawn(texts, '{ date: "2026-01-02" }', 'title: a39, '))?.options['title'] ?? '');
    expect(title.length).toBeLessThan(5_000);
    const lists = forty('["x"]', (name) => `[${name}, { in: ${name} }]`);
    expect(lost(drawn(lists, '{ date: "soon", all: a39 }')).sort()).toEqual(['all', '{ date: soon, all: […] }']);
  });
  it('are no members that every object has', () => {
    for (const name of ['constructor', 'toString', 'valueOf', '__proto__'])
      expect(readLiteral(`${name}, 1`, 0).value).toEqual(new Code(name));
  });
  it('are read as JSON has them, whatever stands around', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(readLiteral(`${text} // end`, 0).value).toEqual(JSON.parse(text));
      }),
    );
  });
  it.each([
    ["{a: 1, 'b': [2,], c, ...d}", { a: 1, b: [2], c: new Code('c'), '...d': new Code('...d') }],
    ['`a\nb`', 'a\nb'],
    ['-1.5e3', -1500],
    ['45 * 60 * 1000', 2_700_000],
    ['new Date(), 1', new Code('new Date()')],
    ['x => { return "," }, 1', new Code('x => { return "," }')],
    ['"it\\u2019s" + 1', new Code('"it\\u2019s" + 1')],
  ])('%j', (text, value) => {
    expect(readLiteral(text, 0).value).toEqual(value);
  });
  it('never throw, and end within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]()"\'`,:;/*$\\ \na1-') }), (text) => {
        expect(readLiteral(text, 0).end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

const peers = process.env['PEER_VAULTS'];
describe.runIf(peers !== undefined)('the peers’ own example vaults', () => {
  const notes = readdirSync(peers ?? '.', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.md') && !file.includes('node_modules'),
  );
  it('are converted, or left alone, and what they become is understood', () => {
    const told: string[] = [];
    let [done, left] = [0, 0];
    for (const file of notes) {
      const text = readFileSync(path.join(peers ?? '.', file), 'utf8');
      for (const values of ['numbers', 'words', 'times', 'durations'] as const)
        for (const { converted } of widgetCodeIn(text, yaml, { property: () => ({ at: 'property', values }) }))
          expect([file, converted && problemsOf(blockLines(converted, yaml))]).toEqual([file, converted && []]);
      for (const { converted, made } of widgetCodeIn(text, yaml, { property: () => null })) {
        if (converted === null) {
          left += 1;
          told.push(`left: ${made} ${file}`);
          continue;
        }
        done += 1;
        const lines = blockLines(converted, yaml);
        expect([file, lines, problemsOf(lines)]).toEqual([file, lines, []]);
        told.push(`${file}\n${lines.join('\n')}\nlost: ${JSON.stringify(converted.lost)}`);
      }
    }
    console.log(told.join('\n\n'), { done, left });
    expect(done).toBeGreaterThan(left);
  });
});
