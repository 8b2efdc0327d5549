import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handInPath, ownHandIn, planHandIn, sourceKey, type HandIn } from '../../../src/core/group/handed-in';
import { YAML } from './yaml';

const HAND_IN: HandIn = {
  member: 'lilei',
  week: '2026-W32',
  today: '2026-08-06',
  body: '# 2026-W32\n\n## Questions\n\n- Why [this](https://a.org)?\n- [ ] A plan\n',
  sources: [],
};
const textOf = (handIn: HandIn, there: string | null = null): string => {
  const plan = planHandIn(handIn, there, YAML);
  if (plan.outcome !== 'write') throw new Error(plan.outcome);
  return plan.text;
};
const FIRST = textOf(HAND_IN);
const LATER = { ...HAND_IN, today: '2026-08-10', body: `${HAND_IN.body}- Another\n` };

describe('a hand-in', () => {
  it('is one file a member and week', () => {
    expect(handInPath('Group', 'lilei', '2026-W32')).toBe('Group/lilei/2026-W32.md');
    expect(handInPath('', 'lilei', '2026-W32')).toBe('lilei/2026-W32.md');
  });

  it('replaces itself, and keeps the day on which it first came and what others put into its properties', () => {
    const tagged = FIRST.replace('---\n\n#', 'read-by: Ana\n---\n\n#');
    const text = textOf(LATER, tagged);
    expect(text).toContain('- Another');
    expect(text).toContain('handed-in: 2026-08-06');
    expect(text).toContain('read-by: Ana');
    expect(planHandIn(LATER, text, YAML)).toEqual({ outcome: 'same' });
    expect(planHandIn({ ...LATER, today: '2026-09-01' }, text, YAML)).toEqual({ outcome: 'same' });
  });

  it.each([
    ['a word of the advisor’s', FIRST.replace('- [ ] A plan', '- [ ] A plan: good')],
    ['a line below', `${FIRST}\nSeen.\n`],
    ['a line less', FIRST.replace('- [ ] A plan\n', '')],
    ['an open merge', FIRST.replace('## Questions', '<<<<<<< HEAD\n## Questions')],
  ])('is neither replaced nor taken back once somebody has changed it: %s', (_what, there) => {
    expect(planHandIn(LATER, there, YAML)).toEqual({ outcome: 'refused', reason: 'changed' });
    expect(ownHandIn(there, 'lilei', '2026-W32', YAML)).toEqual({ ok: false, reason: 'changed' });
  });

  it.each([
    ['another member’s', textOf({ ...HAND_IN, member: 'hanmei' })],
    ['another week’s', textOf({ ...HAND_IN, week: '2026-W31' })],
    ['a note of its own', '# 2026-W32\n'],
    ['nothing', ''],
    ['properties that cannot be read', FIRST.replace('type: handed-in', 'type: [handed-in')],
    ['another kind of note', FIRST.replace('type: handed-in', 'type: weekly-report')],
  ])('leaves alone what is not the member’s: %s', (_what, there) => {
    expect(planHandIn(LATER, there, YAML)).toEqual({ outcome: 'refused', reason: 'not-yours' });
  });

  it('is one’s own in another spelling of the id, and after a formatter or a rename', () => {
    const there = FIRST.replace('- Why', '*   Why').replace('\n## Q', '\n\n\n## Q').replace(/\n/g, '\r\n');
    expect(ownHandIn(there, 'LiLei', '2026-W32', YAML)).toMatchObject({ ok: true, on: '2026-08-06' });
  });

  it('is written again as it is only where nothing is different, and no text that was not shown is ever replaced', () => {
    const bodies = fc.array(fc.constantFrom('- a', '- b', '', '## H', '- [ ] c', '- [x] c', 'words'), { maxLength: 6 });
    fc.assert(
      fc.property(bodies, bodies, bodies, (first, theirs, second) => {
        const body = (lines: readonly string[]): string => `# W\n\n${lines.join('\n')}\n`;
        const there = textOf({ ...HAND_IN, body: body(first) });
        const changed = there.slice(0, there.indexOf('# W')) + body(theirs);
        const plan = planHandIn({ ...HAND_IN, body: body(second) }, changed, YAML);
        const words = (lines: readonly string[]): string =>
          lines
            .filter((line) => line !== '')
            .join('\n')
            .replace(/\[x\]/g, '[ ]');
        if (words(first) !== words(theirs)) expect(plan).toEqual({ outcome: 'refused', reason: 'changed' });
        else expect(plan.outcome).toBe(words(theirs) === words(second) ? 'same' : 'write');
      }),
    );
  });
});

describe('a source', () => {
  it.each([
    [{ arxiv: 'arXiv:1512.03385v2', doi: '10.1/x', title: 'T' }, 'arxiv:1512.03385'],
    [{ arxiv: null, doi: 'https://doi.org/10.1109/CVPR.2016.90', title: 'T' }, 'doi:10.1109/cvpr.2016.90'],
    [{ arxiv: null, doi: '10.48550/arXiv.1512.03385', title: 'T' }, 'arxiv:1512.03385'],
    [{ arxiv: 'no id', doi: null, title: 'Deep  Residual-Learning' }, 'title:deepresiduallearning'],
    [{ arxiv: null, doi: null, title: '深度学习' }, 'title:深度学习'],
    [{ arxiv: null, doi: null, title: '' }, null],
  ])('%j is known everywhere as %s', (source, key) => {
    expect(sourceKey(source)).toBe(key);
  });

  it('is named once, with its title on one line', () => {
    const sources = [
      { arxiv: '1512.03385', doi: null, title: 'Deep\nResidual: Learning' },
      { arxiv: '1512.03385v1', doi: null, title: 'Again' },
    ];
    const text = textOf({ ...HAND_IN, sources });
    expect(YAML.parse(text.split('---\n')[1] ?? '')).toMatchObject({ sources: ['arxiv:1512.03385'] });
    expect(text).not.toContain('Deep\n');
  });
});
