import { describe, expect, it } from 'vitest';
import { readLogInput, type LogInput } from '../../../src/core/reading/log-input';

const EMPTY: LogInput = { date: '', minutes: '', pass: '', pages: '', status: '', note: '', private: false };
const TODAY = '2026-08-10';
const read = (more: Partial<LogInput>) => readLogInput({ ...EMPTY, ...more }, TODAY);

describe('readLogInput', () => {
  it('reads what people type, and takes no date for today', () => {
    expect(read({ minutes: ' 1h30m ', pass: '2', status: 'Read', note: ' a\n b ', private: true })).toEqual({
      ok: true,
      line: { date: TODAY, text: 'a b', minutes: 90, pass: 2, pages: null, status: 'read', deep: false, private: true },
    });
  });

  it('brings pages onto one line, since a break would cut the line of the log in two', () => {
    expect(read({ pages: '3 -\n 4,\t9' })).toMatchObject({ ok: true, line: { pages: '3 - 4, 9' } });
  });

  it('names everything that is wrong at once', () => {
    const wrong = { minutes: 'soon', pass: '4', pages: '9-3', status: 'done', note: '[min:: 5]' };
    expect(read({ ...wrong, date: '2026-02-30' })).toEqual({
      ok: false,
      problems: {
        date: 'bad-date',
        minutes: 'bad-minutes',
        pass: 'bad-pass',
        pages: 'bad-pages',
        status: 'bad-status',
        note: 'bad-note',
      },
    });
  });

  it('needs minutes, pages or words', () => {
    for (const more of [{ minutes: '5' }, { pages: '3' }, { note: 'x' }]) expect(read(more).ok).toBe(true);
    for (const more of [{}, { pass: '2' }, { status: 'read' }, { note: ' ' }, { private: true }]) {
      expect(read(more)).toEqual({ ok: false, problems: { minutes: 'nothing' } });
    }
  });

  it('takes a day however it is written, and writes it as the log does', () => {
    for (const date of ['2026/8/3', '2026-8-3', '2026年8月3日', '2026-08-03']) {
      expect(read({ date, minutes: '5' })).toMatchObject({ ok: true, line: { date: '2026-08-03' } });
    }
  });

  it('takes the last days by their names, over the first of a year too', () => {
    const on = (date: string, today: string) => readLogInput({ ...EMPTY, date, minutes: '5' }, today);
    for (const date of ['yesterday', ' Yesterday', '昨天']) {
      expect(on(date, '2026-01-01')).toMatchObject({ ok: true, line: { date: '2025-12-31' } });
    }
    expect(on('前天', '2028-03-01')).toMatchObject({ ok: true, line: { date: '2028-02-28' } }); // of a leap year
    for (const date of ['today', '今天']) expect(on(date, TODAY)).toMatchObject({ ok: true, line: { date: TODAY } });
    expect(on('yesterdays', TODAY).ok).toBe(false);
  });

  it('takes today, and no day to come', () => {
    expect(read({ date: TODAY, minutes: '5' })).toMatchObject({ ok: true, line: { date: TODAY } });
    expect(read({ date: '2026-08-11', note: 'x' })).toEqual({ ok: false, problems: { date: 'future-date' } });
  });
});
