import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackBody, feedbackPoints, harmless, withFeedback } from '../../../src/core/group/feedback';
import { feedbackOf } from '../../../src/core/report/carry-over';

const HEADINGS = ['Advisor’s feedback', "Advisor's feedback", '导师反馈'];
const point = (text: string, about: string | null = null): { text: string; about: string | null } => ({ text, about });

describe('feedback', () => {
  it('quotes the questions, with a place to answer each', () => {
    const body = feedbackBody('For Ana', ['Why?', '`$= dv.pages()` <img src=x>']);
    expect(body).toBe('# For Ana\n\n> Why?\n\n- \n\n> \\`$= dv.pages()\\` \\<img src=x>\n\n- \n');
    expect(feedbackPoints(body)).toEqual([]);
  });

  it('is its items and paragraphs, each with the question above it', () => {
    const text =
      '---\ntype: feedback\n---\n\n# X\n\nFirst of all.\n\n> Why?\n\n- Because\n  of that\n- [ ] Try it\n\n> How?\n> So?\n1. Slowly\n';
    expect(feedbackPoints(text)).toEqual([
      point('First of all.'),
      point('Because; of that', 'Why?'),
      point('Try it', 'Why?'),
      point('Slowly', 'So?'),
    ]);
  });

  it('comes into the report once, where it belongs, and comes back each week until it is ticked', () => {
    const report = "# W\n\n## Advisor's feedback\n\n%% a hint %%\n\n\n## Last\n\nx";
    const { text = '', added } = withFeedback(report, [point('Take 0.75', 'Which?'), point('Sleep')], HEADINGS) ?? {};
    expect(added).toBe(2);
    expect(text).toBe(
      "# W\n\n## Advisor's feedback\n\n%% a hint %%\n\n- [ ] Take 0.75\n  - Which?\n- [ ] Sleep\n\n\n## Last\n\nx",
    );
    const ticked = text.replace('[ ] Take', '[x] Take');
    expect(withFeedback(ticked, [point('Take 0.75'), point('Sleep'), point('New')], HEADINGS)).toEqual({
      text: ticked.replace('- [ ] Sleep\n', '- [ ] Sleep\n- [ ] New\n'),
      added: 1,
    });
    const open = feedbackOf({ week: '2026-W31', path: 'a.md', text: ticked }, HEADINGS);
    expect(open.map((one) => one.text)).toEqual(['Sleep']);
  });

  it('makes the section where there is none', () => {
    expect(withFeedback('# W\r\n', [point('a')], HEADINGS)?.text).toBe(
      '# W\r\n\r\n## Advisor’s feedback\r\n\r\n- [ ] a\r\n',
    );
  });

  it('keeps every byte of the report, adds each point once, and does nothing when it is asked again', () => {
    const lines = fc.array(
      fc.constantFrom(
        '',
        '## 导师反馈',
        '## Other',
        '- [ ] a',
        '- [x] b `c`',
        '  - deeper',
        'words',
        '```',
        '%% x %%',
        '> q',
      ),
      { maxLength: 12 },
    );
    const words = fc.array(fc.constantFrom('a', 'b `c`', 'new', '- x', '# y', '![[z]]', '<b>', '%%', '[ ] t'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(lines, words, fc.constantFrom('\n', '\r\n'), (report, said, eol) => {
        const before = report.join(eol);
        const points = said.map((text) => point(text));
        const now = withFeedback(before, points, HEADINGS);
        if (now === null) {
          expect(report).toContain('```'); // never closed: it would not count
          return;
        }
        const { text, added } = now;
        let at = 0;
        for (const sign of text) if (sign === before[at]) at += 1;
        expect(at).toBe(before.length); // what was there is still there, in order
        expect(added).toBeLessThanOrEqual(new Set(said).size);
        expect(withFeedback(text, points, HEADINGS)?.added).toBe(0);
      }),
    );
  });
});

describe('others’ words', () => {
  it.each([
    ['`= this.file`', '\\`= this.file\\`'],
    ['![](https://a.org/x.png)', '\\![](https://a.org/x.png)'],
    ['![[secret]]', '\\![[secret]]'],
    ['<script>', '\\<script>'],
    ['<% tp.x() %>', '\\< % tp.x() %>'],
    ['%% rh:begin a %%', ''],
    ['# a', '\\# a'],
    ['- [ ] b', '\\- [ ] b'],
    ['a\nb', 'a b'],
    ['plain 0.75, ok!', 'plain 0.75, ok!'],
  ])('%j becomes %j', (written, safe) => {
    expect(harmless(written)).toBe(safe);
  });
});
