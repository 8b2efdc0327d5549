import DiffMatchPatch from 'diff-match-patch';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLogLine } from '../../../src/core/reading/log-section';

const NAMES = ['阅读日志', 'Reading log'];
const LINE = '- 2026-08-04 a [min:: 60]';

function append(text: string, line = LINE): string {
  const result = appendLogLine(text, line, NAMES, 'Reading log');
  return result.ok ? result.text : `unclosed at ${result.line}`;
}

describe('appendLogLine', () => {
  it.each([
    ['after the last line of the log', '## Reading log\n\n- x\n- y\n', `## Reading log\n\n- x\n- y\n${LINE}\n`],
    ['at the end of a note without a last newline', '## Reading log\n- x', `## Reading log\n- x\n${LINE}`],
    ['before what follows', '## Reading log\n- x\n\n## Notes\nz', `## Reading log\n- x\n${LINE}\n\n## Notes\nz`],
    [
      'after what is nested',
      '## Reading log\n- x\n  - n\n\n    p\n\nq',
      `## Reading log\n- x\n  - n\n\n    p\n${LINE}\n\nq`,
    ],
    [
      'after a paragraph of the item, below what is nested in it',
      '## Reading log\n- x\n  - n\n\n  p\n',
      `## Reading log\n- x\n  - n\n\n  p\n${LINE}\n`,
    ],
    ['after the rest of a paragraph', '## Reading log\n- x\ny\n', `## Reading log\n- x\ny\n${LINE}\n`],
    [
      'after code in an item',
      '## Reading log\n- x\n  ```\n  - c\n  ```\n',
      `## Reading log\n- x\n  \`\`\`\n  - c\n  \`\`\`\n${LINE}\n`,
    ],
    [
      'not into a comment that an item opens',
      '## Reading log\n- x %% y\nz %%\n',
      `## Reading log\n- x %% y\nz %%\n${LINE}\n`,
    ],
    [
      'under a deeper heading',
      '## Reading log\n### August\n- x\n## N',
      `## Reading log\n### August\n- x\n${LINE}\n## N`,
    ],
    ['into an empty section', '## 阅读日志\n', `## 阅读日志\n\n${LINE}\n`],
    ['into an empty section without a newline', '## Reading log', `## Reading log\n\n${LINE}\n`],
    ['into an empty section before another', '## Reading log\n\n## N\n', `## Reading log\n\n${LINE}\n\n## N\n`],
    ['into one that another follows at once', '## Reading log\n## N\n', `## Reading log\n\n${LINE}\n\n## N\n`],
    ['after words that are no list', '## Reading log\nwords\n', `## Reading log\nwords\n\n${LINE}\n`],
    ['into a new section', '# T\n\nwords', `# T\n\nwords\n\n## Reading log\n\n${LINE}\n`],
    ['into a new section, after an empty line that is there', 'words\n\n', `words\n\n## Reading log\n\n${LINE}\n`],
    [
      'into a new section, after such a line with carriage returns',
      'words\r\n\r\n',
      `words\r\n\r\n## Reading log\r\n\r\n${LINE}\r\n`,
    ],
    ['into an empty note', '', `## Reading log\n\n${LINE}\n`],
    [
      'with carriage returns',
      '# T\r\n\r\n## Reading log\r\n- x\r\n',
      `# T\r\n\r\n## Reading log\r\n- x\r\n${LINE}\r\n`,
    ],
    [
      'not into a heading in code',
      '```\n## Reading log\n```\n',
      `\`\`\`\n## Reading log\n\`\`\`\n\n## Reading log\n\n${LINE}\n`,
    ],
  ])('%s', (_name, before, after) => {
    expect(append(before)).toBe(after);
  });

  it('says so where a code block is never closed, since no line after it would count', () => {
    expect(append('# T\n\n```\ncode\n')).toBe('unclosed at 2');
    expect(append('## Reading log\n\n%% begun\n')).toBe('unclosed at 2');
  });

  it('adds the line, and changes nothing else, whatever the note', () => {
    const piece = fc.constantFrom(
      '## Reading log\n',
      '## N\n',
      '- x\n',
      '  - y\n',
      '```\n',
      '%%\n',
      '\n',
      'z\n',
      '> q\n',
      '---\n',
      '| a |\n',
      '%% rh:begin a 1 %%\n',
      '%% rh:end a %%\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const result = appendLogLine(text, LINE, NAMES, 'Reading log');
          if (!result.ok) return;
          const at = result.text.indexOf(LINE);
          const added = result.text.length - text.length;
          // Some stretch of that length, holding the line, was put in; without it the text is as it was.
          const starts = Array.from({ length: added + 1 }, (_, back) => at + LINE.length - added + back).filter(
            (start) => start >= 0 && start <= at,
          );
          expect(starts.some((start) => result.text.slice(0, start) + result.text.slice(start + added) === text)).toBe(
            true,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lets two devices append and keeps both lines when the sync merges them', () => {
    const base = '---\ntype: source\n---\n# T\n\n## Reading log\n\n- 2026-08-01 x [min:: 10]\n\n## Notes\n\nz\n';
    const here = append(base, '- 2026-08-04 here [min:: 60]');
    const there = append(base, '- 2026-08-04 there [min:: 30]');
    const merge = new DiffMatchPatch();
    const [merged, applied] = merge.patch_apply(merge.patch_make(base, here), there);
    expect(applied).toEqual([true]);
    expect(
      merged
        .split('\n')
        .filter((line) => line.startsWith('- 2026-08-04'))
        .sort(),
    ).toEqual(['- 2026-08-04 here [min:: 60]', '- 2026-08-04 there [min:: 30]']);
  });
});
