import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { HUES, readKeywords } from '../../../src/core/marks/keywords';
import { GROUPINGS } from '../../../src/core/marks/listing';
import { marksOf } from '../../../src/core/marks/marks-of';
import { MARKS_KEYS, readMarksOptions } from '../../../src/core/marks/options';
import { inOneGo } from '../../../src/core/steps';

const page = readFileSync(new URL('../../../docs/marks.md', import.meta.url), 'utf8');
const yaml = { parse: (text: string) => parse(text) as unknown, stringify: (value: unknown) => stringify(value) };
const usual = readKeywords('');
const fences = (name: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
const found = (line: string): number => inOneGo(marksOf(line, { keywords: usual, code: true })).length;

describe('docs/marks.md', () => {
  it('shows a mark in each line of its first example, and none in the second', () => {
    const [marks = '', none = ''] = fences('text').map((text) => text.trim().split('\n'));
    expect([...marks].map(found)).toEqual([...marks].map(() => 1));
    expect([...none].map(found)).toEqual([...none].map(() => 0));
  });

  it('names the usual keywords with their forms, and all colours', () => {
    for (const { name, forms, hue } of usual.all) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      for (const form of forms) expect(row).toContain(`\`${form}\``);
      expect(row).toContain(hue);
    }
    for (const hue of HUES) expect(page).toContain(`\`${hue}\``);
    for (const text of fences('keywords')) expect(readKeywords(text).problems).toEqual([]);
  });

  it('has an example of each option of the block, and a row', () => {
    const [example = ''] = fences('research-marks');
    expect(readMarksOptions(example, yaml, usual).problems).toEqual([]);
    for (const key of MARKS_KEYS) {
      expect(example).toContain(`${key}:`);
      expect(page).toContain(`| \`${key}\``);
    }
    for (const grouping of GROUPINGS) expect(page).toContain(`\`${grouping}\``);
  });
});

describe('options', () => {
  it('tells what is wrong, and uses the rest', () => {
    const { options, problems } = readMarksOptions('keywords: [待办, FIXM]\ngroup: x\nlimit: 0\n', yaml, usual);
    expect(options).toMatchObject({ keywords: ['TODO'], group: 'keyword', limit: 50, done: false });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-value', 'unknown-value', 'out-of-range']);
    expect(readMarksOptions('', yaml, usual).problems).toEqual([]);
  });
});
