import { expect, it } from 'vitest';
import { hoursAndMinutes } from '../../../src/core/time/hours-and-minutes';

it.each([
  [0, 0, 0],
  [59, 0, 59],
  [60, 1, 0],
  [95, 1, 35],
  [59.6, 1, 0], // no hour has a sixtieth minute
  [119.6, 2, 0],
  [119.4, 1, 59],
  [6000, 100, 0],
])('%s minutes', (length, hours, minutes) => {
  expect(hoursAndMinutes(length)).toEqual({ hours, minutes });
});
