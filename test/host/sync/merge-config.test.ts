import { expect, it } from 'vitest';
import { mergeConfig } from './merge-config';

const PATH = '.obsidian/plugins/x/data.json';

it('lays the remote keys over the local ones, whole values at the first level', () => {
  expect(mergeConfig(PATH, '{"a":1,"b":{"c":1},"mine":1}', '{"b":{"d":2},"theirs":2}')).toBe(
    '{\n  "a": 1,\n  "b": {\n    "d": 2\n  },\n  "mine": 1,\n  "theirs": 2\n}',
  );
});

it('takes the remote file whole where either is no object, or the file no JSON', () => {
  expect(mergeConfig(PATH, 'broken', '{"b":2}')).toBe('{"b":2}');
  expect(mergeConfig(PATH, '{"a":1}', '[1]')).toBe('[1]');
  expect(mergeConfig(PATH, 'null', '{"b":2}')).toBe('{"b":2}');
  expect(mergeConfig('.obsidian/snippets/x.css', '{"a":1}', '{"b":2}')).toBe('{"b":2}');
});
