import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/core/bibliography/read';
import { DEFAULT_CHOICES, importCounts, taskFor } from '../../../src/core/import/choices';
import { outcomeOf } from '../../../src/core/import/outcome';
import { planImport, type ImportPlan } from '../../../src/core/import/plan';
import type { Frontmatter } from '../../../src/core/markdown/frontmatter';
import { readSource } from '../../../src/core/reading/source';

/** Plans a text against notes by path; those in `Lit/` are another tool's. */
function plan(text: string, notes: Readonly<Record<string, Frontmatter>> = {}): ImportPlan {
  const read = readBibliography(text) ?? { items: [], failures: [], skipped: [] };
  return planImport(read, {
    sources: Object.entries(notes).map(([path, frontmatter]) => readSource(path, frontmatter)),
    frontmatterOf: (path) => (path.startsWith('Lit/') ? null : (notes[path] ?? null)),
  });
}
const told = ({ steps }: ImportPlan): unknown[] =>
  steps.map((step) =>
    step.kind === 'create'
      ? ['create', step.item.draft.title, step.double === null ? null : [step.double.by, step.double.apart]]
      : ['known', step.known.source.path, step.known.by, step.known.filling.fills],
  );

describe('planImport', () => {
  it('makes two notes of one key with two DOIs, and says so', () => {
    const two = plan('@article{Wang2017, title={A}, doi={10.1000/a}}\n@article{Wang2017, title={B}, doi={10.1000/b}}');
    expect(told(two)).toEqual([
      ['create', 'A', null],
      ['create', 'B', ['citekey', 'doi']],
    ]);
    expect(two.steps[1]?.item.damage.map(({ code }) => code)).toEqual(['double-key']);
  });

  it('fills a note that is known by its arXiv id, and makes none', () => {
    const entry = '@article{x, title={The Title}, doi={10.1000/c}, eprint={2401.00001v3}, archiveprefix={arXiv}}';
    expect(told(plan(entry, { 'a.md': { title: 'The Title', arxiv: '2401.00001' } }))).toEqual([
      ['known', 'a.md', 'arxiv', { doi: '10.1000/c', citekey: 'x' }],
    ]);
  });

  it('shows what differs, and keeps it unless the other is taken', () => {
    const one = plan('@article{x, title={T}, year={2016}, journal={CVPR}}', {
      'a.md': { title: 'T', year: 2015, venue: 'arXiv', citekey: 'x' },
    });
    const [step] = one.steps;
    if (step === undefined) throw new Error('there is a step');
    expect(taskFor(step, 0, DEFAULT_CHOICES)).toEqual({ kind: 'unchanged', path: 'a.md' });
    const taken = { ...DEFAULT_CHOICES, taken: new Map([[0, new Set(['venue'] as const)]]) };
    expect(taskFor(step, 0, taken)).toMatchObject({
      kind: 'fill',
      fills: {},
      replaced: [{ key: 'venue', old: 'arXiv', new: 'CVPR' }],
    });
    expect(importCounts(one, taken)).toMatchObject({ found: 1, replaced: 1, filled: 0 });
  });

  it('never fills a note of another tool', () => {
    const one = plan('@article{x, title={T}, year={2016}}', { 'Lit/a.md': { title: 'T' } });
    expect(one.steps.map((step, number) => taskFor(step, number, DEFAULT_CHOICES))).toEqual([
      { kind: 'unchanged', path: 'Lit/a.md' },
    ]);
  });

  it('takes entries of one file that are the same for one, with what each says', () => {
    const text =
      '@article{a, title={T}, author={Ann Lee}}\n@article{b, title={T}, year={2016}}\n@article{c, title={Note}, year=2001}\n@article{d, title={Note}, journal={J}}';
    const one = plan(text, { 'n.md': { title: 'Note', citekey: 'c' } });
    expect(one.steps.map(({ item }) => [item.draft.authors, item.draft.year, item.draft.venue])).toEqual([
      [['Ann Lee'], 2016, null],
      [[], 2001, 'J'],
    ]);
    expect(told(one)[1]).toEqual(['known', 'n.md', 'citekey', { year: 2001, venue: 'J' }]);
    expect(one.skipped).toEqual([
      { code: 'same-as', line: 1, value: 'T', other: 0 },
      { code: 'same-as', line: 3, value: 'Note', other: 2 },
    ]);
  });

  it('lets a possible double be what it may be', () => {
    const one = plan('@article{x, title={T}, doi={10.1000/b}, year={2016}}', {
      'a.md': { title: 'T', doi: '10.1000/a' },
    });
    const [step] = one.steps;
    if (step === undefined) throw new Error('there is a step');
    expect(taskFor(step, 0, DEFAULT_CHOICES).kind).toBe('create');
    expect(taskFor(step, 0, { ...DEFAULT_CHOICES, same: new Set([0]) })).toMatchObject({
      kind: 'fill',
      path: 'a.md',
      fills: { year: 2016, citekey: 'x' },
    });
  });
});

describe('counts', () => {
  const line = fc.oneof(
    fc
      .record({ key: fc.nat(5), title: fc.nat(4), doi: fc.nat(4) })
      .map(
        ({ key, title, doi }) =>
          `@article{k${String(key)}, title={Title ${String(title)}}${doi > 0 ? `, doi={10.1000/${String(doi)}}` : ''}}`,
      ),
    fc.constantFrom(
      '@article{x, title={Bad {',
      '% @article{out, title={x}}',
      '@article q',
      'article{no, title={T}}',
      '@xdata{d, year={2001}}',
      '@misc{notitle, year=2001}',
    ),
  );
  it('add up to the entries found, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.infiniteStream(fc.nat(3)), (lines, picks) => {
        const one = plan(lines.join('\n'), {
          'a.md': { title: 'Title 1', citekey: 'k2' },
          'Lit/b.md': { title: 'Title 2' },
        });
        const unticked = new Set<number>();
        const same = new Set<number>();
        const results = new Map<
          number,
          { kind: 'created' | 'filled'; path: string } | { kind: 'failed'; message: string }
        >();
        for (const [number, step] of one.steps.entries()) {
          const pick = picks.next().value ?? 0;
          if (pick === 0) unticked.add(number);
          if (pick === 1) same.add(number);
          if (pick > 1)
            results.set(
              number,
              step.kind === 'create'
                ? { kind: 'created', path: `${String(number)}.md` }
                : { kind: 'failed', message: 'x' },
            );
        }
        const choices = { ...DEFAULT_CHOICES, unticked, same };
        const { found, ...counts } = importCounts(one, choices);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(found);
        const out = outcomeOf(one, choices, results);
        const { created, filled, unchanged, failed, skipped } = out;
        expect([created, filled, unchanged, failed, skipped].reduce((sum, list) => sum + list.length, 0)).toBe(
          out.found,
        );
        expect(out.found).toBe(found);
      }),
    );
  });
});
