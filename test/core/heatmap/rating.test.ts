import { expect, it } from 'vitest';
import { isRating } from '../../../src/core/heatmap/rating';

it.each([
  'mood',
  'Mood',
  'sleep-quality',
  'sleepQuality',
  'energy_level',
  '心情',
  '今日心情',
  '睡眠质量',
  '体重',
  'stress 2',
])('%s is averaged', (property) => {
  expect(isRating(property)).toBe(true);
});

it.each(['km', 'pages', 'minutes', 'words', '字数', '分钟', 'moodboards', 'separate', 'weights', ''])(
  '%s is added up',
  (property) => {
    expect(isRating(property)).toBe(false);
  },
);
