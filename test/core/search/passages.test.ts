import { describe, expect, it } from 'vitest';
import { passagesOf, type NotePassages } from '../../../src/core/search/passages';
import { inOneGo } from '../../../src/core/steps';

const cut = (text: string): NotePassages => inOneGo(passagesOf(text));
const shown = (text: string) =>
  cut(text).passages.map(({ headings, line, lines }) => ({
    headings: headings.join(' > '),
    line,
    text: lines
      .map((one) => one.text)
      .join('\n')
      .trim(),
  }));

describe('the passages of a note', () => {
  it('stand each below one heading, and know those above it', () => {
    expect(shown('before\n\n# A\n\none\ntwo\n\n## B\n\nthree\n\nC\n---\n\n# D\n')).toEqual([
      { headings: '', line: 0, text: 'before' },
      { headings: 'A', line: 2, text: 'one\ntwo' },
      { headings: 'A > B', line: 7, text: 'three' },
      { headings: 'A > C', line: 11, text: '' },
      { headings: 'D', line: 14, text: '' },
    ]);
  });

  it('hold code, and nothing of frontmatter, comments, fences, and what the plugin writes itself', () => {
    const text =
      '---\ntitle: front\n---\nseen %% aside %% on\n\n%%\nhidden\n%%\n\n```python\nloss = 1\n```\n\n%% rh:begin reading h=1 %%\ngenerated\n%% rh:end reading %%\n';
    expect(shown(text).map((one) => one.text.replace(/\s+/g, ' '))).toEqual(['seen on loss = 1']);
  });

  it('are cut before they grow too long, between lines', () => {
    const line = 'x'.repeat(500);
    const { passages } = cut(`# A\n\n${[line, line, line, line, line].join('\n')}\n`);
    expect(passages.map(({ line: at, lines }) => [at, lines.filter(({ text }) => text !== '').length])).toEqual([
      [0, 2],
      [4, 2],
      [6, 1],
    ]);
    expect(cut('y'.repeat(5000)).passages).toHaveLength(1);
  });

  it('hold no private line, nor what belongs to one, and say how many were left out', () => {
    const text =
      '# Open\n\n- plan [private:: true]\n  - canary below\n- open\n\n## Canary heading [private:: true]\n\ncanary text\n\n## Open again\n\nwords\n';
    const { passages, hidden } = cut(text);
    expect(JSON.stringify(passages)).not.toMatch(/canary|plan/i);
    expect(passages.map(({ headings }) => headings.at(-1))).toEqual(['Open', 'Open again']);
    expect(hidden).toBeGreaterThanOrEqual(4);
  });
});
