import { describe, expect, it } from 'vitest';
import { renderBlock } from '../../../src/core/block/guarded-block';
import { titledAsIn, withTitle, type BlockTitles } from '../../../src/core/report/block-titles';
import type { ReportBlock } from '../../../src/core/report/model';

const TITLES: BlockTitles = { 'plan-review': 'Plan', reading: 'Reading', done: 'Done', numbers: 'Numbers' };
const BODIES = new Map<ReportBlock, string>([
  ['reading', '- new'],
  ['done', '- a task'],
]);
const block = (name: string, body: string): string => renderBlock(name, body);

describe('a part’s title', () => {
  it('stands inside it, where the part shows something', () => {
    expect(withTitle('reading', '- a', TITLES)).toBe('### Reading\n\n- a');
    for (const nothing of ['', '%% Choose a folder. %%']) expect(withTitle('done', nothing, TITLES)).toBe(nothing);
    expect(withTitle('reading', '- a', {})).toBe('- a');
  });

  it('is written again where the note has it inside the part, whatever its words and its level', () => {
    for (const title of ['### Reading', '## 本周阅读', '#### Mine']) {
      const note = `# W\n\n${block('reading', `${title}\n\n- old`)}\n`;
      expect(titledAsIn(note, BODIES, TITLES).get('reading')).toBe('### Reading\n\n- new');
    }
  });

  it('is not written into a part that the note names above it', () => {
    const note = `# W\n\n## Reading\n\n${block('reading', '- old')}\n\n## Done\n\n${block('done', '')}\n`;
    expect([...titledAsIn(note, BODIES, TITLES)]).toEqual([
      ['reading', '- new'],
      ['done', '- a task'],
    ]);
  });

  it('comes with the first text of a part that showed nothing, where the others have theirs', () => {
    for (const nothing of ['', '%% Choose a folder. %%']) {
      const note = `${block('reading', '### Reading\n\n- old')}\n${block('done', nothing)}\n`;
      expect(titledAsIn(note, BODIES, TITLES).get('done')).toBe('### Done\n\n- a task');
    }
  });

  it('goes by what else stands in the note where the part’s markers are damaged', () => {
    const damaged = (body: string): string => block('reading', body).replace('%% rh:end reading %%', '');
    expect(titledAsIn(damaged('### Reading\n\n- old'), BODIES, TITLES).get('reading')).toBe('### Reading\n\n- new');
    expect(titledAsIn(damaged('- old'), BODIES, TITLES).get('reading')).toBe('- new');
  });
});
