import { describe, expect, it } from 'vitest';
import { renderBlock } from '../../../src/core/block/guarded-block';
import { firstOwnLine, wordsInHints } from '../../../src/core/report/own-words';

const TEMPLATE = '## Questions\n\n%% Ask one thing. %%\n\n## Plan\n\n%% Small things.\nThat end. %%\n\n- [ ] \n';

describe('words in hints', () => {
  it.each([
    ['behind the hint', '%% Ask one thing. Which seed? %%', ['Which seed?']],
    ['before it', '%% Which seed? Ask one thing. %%', ['Which seed?']],
    ['on the next line', '%% Ask one thing.\nWhich seed? %%', ['Which seed?']],
    ['in a hint of two lines', '%% Small things.\nThat end. Read on. %%', ['Read on.']],
    ['in the middle of it', '## Questions\n\n%% Ask Which seed? one thing. %%', ['Which seed?']],
    ['broken in two', '## Plan\n\n%% Small things.\nRead on.That end. %%', ['Read on.']],
    ['in its place', '## Questions\n\n%% Which seed? %%', ['Which seed?']],
    ['none beside a hint', `${TEMPLATE}\n%% for me alone %%`, []],
    ['none in its place under another heading', '## Mine\n\n%% for me alone %%', []],
    ['of two hints, in order', '%% Small things. That end. B %%\n\n%% Ask one thing. A %%', ['B', 'A']],
    ['none in a hint as it came', TEMPLATE, []],
    ['none below a hint', '%% Ask one thing. %%\nWhich seed?', []],
    ['none in a comment of one’s own', '%% for me alone %%', []],
    ['none in code', '```\n%% Ask one thing. Which seed? %%\n```', []],
    ['none in what the plugin fills in', renderBlock('done', '%% Ask one thing. Which seed? %%'), []],
  ])('are found %s', (_where, text, words) => {
    expect(wordsInHints(text, [TEMPLATE])).toEqual(words);
  });

  it('are none where nothing is a hint', () => {
    expect(wordsInHints('%% words %%', ['', '%% %%'])).toEqual([]);
  });
});

describe('the first line of one’s own', () => {
  it('is the one below the first hint', () => {
    expect(firstOwnLine(`---\na: 1\n---\n${TEMPLATE}`)).toBe(6);
    const behind = `${renderBlock('done', '%% a remark %%')}\n\n%% hint %%\n`;
    expect(firstOwnLine(behind)).toBe(behind.split('\n').indexOf('%% hint %%') + 1);
    expect(firstOwnLine('%%\nof several\nlines\n%%\n\n## B\n')).toBe(4);
    expect(firstOwnLine('## No hint\n')).toBeNull();
  });
});
