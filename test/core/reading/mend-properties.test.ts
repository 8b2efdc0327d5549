import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { mendProperties } from '../../../src/core/reading/mend-properties';

const YAML = { parse: (text: string): unknown => parse(text), stringify: (value: unknown) => stringify(value) };
const note = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\ntitle: x\ntitle: x\n`;

it('takes out what stands there twice, and nothing else', () => {
  const doubled = note(
    'title: T # mine',
    'authors:',
    '  - A',
    '  - B',
    'year: 2016',
    '',
    '# a remark',
    'authors:',
    '  - A',
    '  - B',
    'year: 2016',
    'tags: [a]',
  );
  expect(mendProperties(doubled, YAML)).toBe(
    note('title: T # mine', 'authors:', '  - A', '  - B', 'year: 2016', '', '# a remark', 'tags: [a]'),
  );
});

it.each([
  ['two values', note('year: 2016', 'year: 2017')],
  ['two lists', note('authors:', '  - A', 'authors:', '  - A', '  - B')],
  ['a sound note', note('year: 2016')],
  ['another mistake', note('year: "2016', 'venue: x')],
  ['no properties', 'year: 2016\nyear: 2016\n'],
])('leaves %s alone', (_name, text) => {
  expect(mendProperties(text, YAML)).toBeNull();
});

it('keeps Windows’ line endings', () => {
  expect(mendProperties('---\r\na: 1\r\na: 1\r\n---\r\n', YAML)).toBe('---\r\na: 1\r\n---\r\n');
});
