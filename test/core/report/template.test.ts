import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../src/core/block/guarded-block';
import { REPORT_BLOCKS, type ReportBlock } from '../../../src/core/report/model';
import { fillTemplate } from '../../../src/core/report/template';

const values = { week: '2026-W32', start: '2026-08-03', end: '2026-08-09', author: '{{week}}' };
const blocks = new Map<ReportBlock, string>(REPORT_BLOCKS.map((block) => [block, `- ${block}`]));
const fill = (text: string): ReturnType<typeof fillTemplate> => fillTemplate(text, values, blocks);

describe('filling a template', () => {
  it('drops its frontmatter and fills values, once', () => {
    expect(fill('---\na: 1\n---\n\n# {{week}} by {{author}}, {{ start }}–{{end}}\n').body).toBe(
      '# 2026-W32 by {{week}}, 2026-08-03–2026-08-09\n',
    );
  });

  it('takes what stands between two rules below the frontmatter for text, not for more frontmatter', () => {
    expect(fill('---\na: 1\n---\n---\n\n{{week}}\n\n---\n').body).toBe('---\n\n2026-W32\n\n---\n');
  });

  it('gives a block lines of its own, whatever stands beside its placeholder', () => {
    const { body } = fill('读了：{{reading}} 完\n后面');
    expect(body).toMatch(/^读了：\n\n%% rh:begin reading \w{6} %%\n\n- reading\n\n%% rh:end reading %%\n\n 完\n后面$/);
    expect(parseBlocks(body).damage).toEqual([]);
  });

  it('puts blocks with only blank lines between them together, so that there is no place between to write in', () => {
    const marked = (name: string): string => `%% rh:begin ${name} <tag> %%\n\n- ${name}\n\n%% rh:end ${name} %%`;
    const together = `# A\n\n${marked('reading')}\n${marked('done')}\n${marked('numbers')}\n\nMine.\n`;
    for (const template of [
      '# A\n\n{{reading}}\n\n{{done}}\n\n{{numbers}}\n\nMine.\n',
      '# A\n\n{{reading}}\n{{done}}\n \n\n\t\n{{numbers}}\n\nMine.\n',
      '# A\n{{reading}} {{done}}{{numbers}}\nMine.\n',
    ]) {
      const { body } = fill(template);
      expect(body.replace(/ \w{6} %%/g, ' <tag> %%')).toBe(together);
      expect(parseBlocks(body).blocks.map(({ name }) => name)).toEqual(['reading', 'done', 'numbers']);
    }
  });

  it('gives a block its title, unless the template has a heading for it alone', () => {
    const titled = (template: string): string => {
      const titles = { 'plan-review': 'Plan', reading: 'Reading', done: 'Done', numbers: 'Numbers' };
      const { body } = fillTemplate(template, values, blocks, titles);
      return body.replace(/%% rh:begin \S+ \w{6} %%\n\n|\n\n%% rh:end \S+ %%/g, '');
    };
    expect(titled('# W\n\n{{reading}}\n')).toBe('# W\n\n### Reading\n\n- reading\n');
    expect(titled('## Read\n\n{{reading}}\n\n## B\n')).toBe('## Read\n\n- reading\n\n## B\n');
    expect(titled('## Read\n\n{{reading}}\n\nMine.\n\n{{done}}')).toBe(
      '## Read\n\n- reading\n\nMine.\n\n### Done\n\n- done',
    );
    expect(titled('## All\n\n{{reading}}\n\n{{done}}\n')).toBe(
      '## All\n\n### Reading\n\n- reading\n### Done\n\n- done\n',
    );
  });

  it('keeps and names what it does not know, and what is repeated or missing', () => {
    const filled = fill('{{reading}}\n\n{{reading}}\n\n{{date}} {{done}}\n');
    expect(filled.unknown).toEqual(['{{date}}']);
    expect(filled.repeated).toEqual(['reading']);
    expect(filled.missing).toEqual(['plan-review', 'experiments', 'questions', 'numbers']);
    expect(filled.body).toContain('\n{{reading}}\n');
    expect(filled.body).toContain('{{date}}');
  });

  it('has a line to write on below a hint, and one more that stays above the next heading', () => {
    const hint = '%% a hint %%';
    const sections = `## A\n\n${hint}\n\n## B\n\n%%\nof lines\n%%\n\n### C\n\n${hint}\n\n- [ ] \n\n## D\n\n${hint}\n`;
    expect(fill(sections).body).toBe(sections.replaceAll(/%%\n\n(?=#)/g, '%%\n\n\n'));
    const roomy = `${hint}\n\n\n## B\n\n${hint}\nOwn words.\n\n## C\n${hint}\n## D\n`;
    expect(fill(roomy).body).toBe(roomy);
  });

  it('leaves code and comments alone', () => {
    const text = '```\n{{reading}}\n```\n\n%% {{week}} %%\n';
    expect(fill(text).body).toBe(text);
    expect(fill(text).missing).toEqual([...REPORT_BLOCKS]);
  });

  it('loses no words of any template, and never makes damaged blocks', () => {
    const words = ['甲', ' 乙', '## 丙\n', '- 丁\n', '{{who}}'];
    const piece = fc.constantFrom(...words, '{{reading}}', '{{numbers}}', '{{week}}', '\n', '\n\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const template = pieces.join('');
        const { body } = fill(template);
        expect(parseBlocks(body).damage).toEqual([]);
        for (const word of words) {
          const count = (text: string): number => text.split(word.trim()).length;
          expect(count(body)).toBe(count(template));
        }
      }),
    );
  });
});
