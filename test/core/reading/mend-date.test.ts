import { describe, expect, it } from 'vitest';
import { meantDay, mendDate } from '../../../src/core/reading/mend-date';

describe('the day that is meant', () => {
  it.each([
    ['2026/11/03', '2026-11-03'],
    ['2026-11-3', '2026-11-03'],
    ['2026.8.4', '2026-08-04'],
    ['2026年8月4日', '2026-08-04'],
    ['2026 年8 月4', '2026-08-04'],
  ])('%s is %s', (written, day) => {
    expect(meantDay(written)).toBe(day);
  });

  it.each(['2026-02-30', '2026/13/1', '0026-08-04', 'x'])('%s is none', (written) => {
    expect(meantDay(written)).toBeNull();
  });
});

describe('mending a line', () => {
  const NOTE = '# T\r\n\r\n- 2026/11/03 $& read [min:: 5]\r\n- 2026/11/03 again\r\n';

  it('changes that date and nothing else', () => {
    expect(mendDate(NOTE, 2, '2026/11/03')).toBe('# T\r\n\r\n- 2026-11-03 $& read [min:: 5]\r\n- 2026/11/03 again\r\n');
  });

  it('changes nothing where the line is another by now', () => {
    expect(mendDate(NOTE, 1, '2026/11/03')).toBeNull();
    expect(mendDate(NOTE, 9, '2026/11/03')).toBeNull();
    expect(mendDate('- 2026-02-30 x\n', 0, '2026-02-30')).toBeNull();
  });
});
