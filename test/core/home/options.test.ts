import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import {
  readHandbookStepsOptions,
  readHomeOptions,
  readReadingNowOptions,
  readThisWeekOptions,
} from '../../../src/core/home/options';
import { HOME_SECTIONS, homeRuns } from '../../../src/core/home/sections';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: (value: unknown) => stringify(value) };

describe('the options of a home page', () => {
  it('are all sections where nothing is said', () => {
    const { options, problems } = readHomeOptions('', yaml);
    expect(options.sections).toEqual(HOME_SECTIONS);
    expect(options).toMatchObject({ language: null, thisWeek: { goal: null }, readingNow: { limit: 5 } });
    expect(problems).toEqual([]);
  });

  it('are the sections asked for, in that order', () => {
    const { options } = readHomeOptions('sections: [reading-now, date, this-week]', yaml);
    expect(options.sections).toEqual(['reading-now', 'date', 'this-week']);
  });

  it('hand the options under a section’s name to that section', () => {
    const { options, problems } = readHomeOptions(
      'language: en\ntime-progress:\n  style: ring\nhandbook-steps:\n  limit: 7\nthis-week:\n  goal: 300\n  language: zh\n',
      yaml,
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({
      timeProgress: { style: 'ring' },
      heatmap: null,
      handbookSteps: { limit: 7, language: 'en' },
      thisWeek: { goal: 300, language: 'zh' },
      readingNow: { language: 'en' },
    });
  });

  it('name what is wrong and where, and draw the rest', () => {
    const { options, problems } = readHomeOptions(
      'sections:\n  - date\n  - reading-mow\n  - date\nlanguag: en\n',
      yaml,
    );
    expect(options.sections).toEqual(['date']);
    expect(problems.map(({ code, value, nearest }) => [code, value, nearest])).toEqual([
      ['unknown-key', 'languag', 'language'],
      ['unknown-value', 'reading-mow', 'reading-now'],
      ['section-twice', 'date', null],
    ]);
    expect(problems[1]?.places[0]?.line).toBe(2);
  });

  it('tell a wrong option of a section', () => {
    const { options, problems } = readHomeOptions('reading-now:\n  limit: 0\n', yaml);
    expect(options.readingNow.limit).toBe(5);
    expect(problems).toMatchObject([{ code: 'out-of-range', path: ['reading-now', 'limit'] }]);
  });

  it('never throw, whatever is written', () => {
    for (const text of ['a: [', 'sections', '- date', 'sections: 3', 'reading-now: 3', '\t', 'sections: {a: b}']) {
      expect(readHomeOptions(text, yaml).problems.length, text).toBeGreaterThan(text.trim() === '' ? -1 : 0);
    }
  });
});

describe('the options of a section alone', () => {
  it('are read as on the page', () => {
    expect(readThisWeekOptions('goal: 0', yaml)).toEqual({ options: { goal: 0, language: null }, problems: [] });
    expect(readReadingNowOptions('limit: 2', yaml).options.limit).toBe(2);
    expect(readHandbookStepsOptions('', yaml).options.limit).toBe(3);
    expect(readHandbookStepsOptions('limits: 2', yaml).problems).toMatchObject([{ nearest: 'limit' }]);
  });
});

describe('the columns of a wide page', () => {
  it('keep the order and join what belongs together', () => {
    expect(homeRuns(HOME_SECTIONS)).toEqual([
      { column: 'full', sections: ['date'] },
      { column: 'side', sections: ['deep-work', 'this-week'] },
      { column: 'main', sections: ['time-progress', 'calendar-heatmap', 'reading-now', 'courses'] },
      { column: 'side', sections: ['handbook-steps', 'ideas', 'paper-alerts', 'log-problems'] },
    ]);
    expect(homeRuns(['reading-now', 'this-week', 'calendar-heatmap']).map(({ column }) => column)).toEqual([
      'main',
      'side',
      'main',
    ]);
  });
});
