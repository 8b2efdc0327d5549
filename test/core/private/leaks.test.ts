// Private words are looked for in everything that leaves, and in what home shows; open ones must still be there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, outputsOf, type Outputs } from './outputs';

interface Item {
  readonly mark: string;
  /** Where the item says that it is private: on its line, on one of its own, or nowhere. */
  readonly field: 'here' | 'below' | null;
  readonly further: readonly Further[];
  readonly children: readonly Item[];
  readonly gap: boolean;
}

/** What stands below an item's own line, before its children. */
type Further =
  'line' | 'paragraph' | 'quote' | 'callout' | 'fence' | 'lazy' | 'fence right below' | 'fence standing out';

/** How a tree is laid out; `quoted`: what stands before each line. */
interface Layout {
  readonly step: string;
  readonly quoted: '' | '> ' | '>' | '> > ';
  readonly head: readonly string[];
}

const BULLETS = ['- ', '* ', '+ ', '- [ ] ', '- [x] ', '- [/] ', '* [X] '];
const FIRST = ['1. ', '1) ', '1. [ ] ', '1) [x] '];
/** Only a number 1 begins a list right below words (CommonMark 5.3); by its look any does. */
const NUMBERS = [...FIRST, '12. ', '2) [x] '];

/** Further lines that leave no doubt about what they belong to. */
const PLAIN: readonly Further[] = ['line', 'paragraph', 'quote', 'fence'];
const DOUBTFUL: readonly Further[] = [...PLAIN, 'callout', 'lazy', 'fence right below', 'fence standing out'];

function trees(marks: readonly string[], further: readonly Further[]): fc.Arbitrary<readonly Item[]> {
  const { items } = fc.letrec<{ items: readonly Item[] }>((tie) => ({
    items: fc.array(
      fc.record({
        mark: fc.constantFrom(...marks),
        field: fc.constantFrom('here' as const, 'below' as const, null, null),
        further: fc.array(fc.constantFrom(...further), { maxLength: 2 }),
        children: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.constant<readonly Item[]>([]), tie('items')),
        gap: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }));
  return items;
}

/** The list as text. Words of private lines are `secret1`, `secret2` …, those of the others `open3` …. */
class Printer {
  readonly lines: string[] = [];
  readonly open: { readonly word: string; readonly item: Item | null; readonly isTop: boolean }[] = [];
  private words = 0;

  constructor(private readonly layout: Layout) {
    for (const line of layout.head) this.lines.push(line);
  }

  print(items: readonly Item[], indent: string, isHidden: boolean): this {
    for (const item of items) {
      const hidden = isHidden || item.field !== null;
      const field = item.field === 'here' ? ' [private:: true]' : '';
      const word = this.word(hidden, item, indent === '');
      this.push(`${indent}${item.mark}${DAY} ${word} [min:: 5]${field} ✅ ${DAY}`);
      if (item.field === 'below') this.push(`${indent}${this.layout.step}[private:: true]`);
      for (const further of item.further) this.printFurther(further, indent + this.layout.step, hidden);
      this.print(item.children, indent + this.layout.step, hidden);
      if (item.gap) this.push('');
    }
    return this;
  }

  private printFurther(further: Further, indent: string, hidden: boolean): void {
    const word = this.word(hidden, null, false);
    switch (further) {
      case 'line':
        this.push(`${indent}${word}`);
        break;
      case 'paragraph':
        this.push('');
        this.push(`${indent}${word}`);
        break;
      case 'quote':
        this.push(`${indent}> ${word}`);
        break;
      case 'callout':
        this.push('');
        for (const line of ['> [!note]', '>', `> - ${word}`]) this.push(indent + line);
        break;
      case 'fence':
        for (const line of ['```', `- ${word}`, '', '```']) this.push(line === '' ? '' : indent + line);
        break;
      case 'lazy':
        this.lines.push(word);
        break;
      case 'fence right below':
        for (const line of ['```', `${word} [min:: 5]`, '', `# ${word}`, '```']) this.push(line);
        break;
      case 'fence standing out':
        this.push(`${indent}~~~`);
        for (const line of [word, '', `- [x] ${DAY} ${word} [min:: 5] ✅ ${DAY}`]) this.push(line);
        this.push(`${indent}~~~`);
        break;
    }
  }

  private push(line: string): void {
    this.lines.push(`${this.layout.quoted}${line}`);
  }

  private word(hidden: boolean, item: Item | null, isTop: boolean): string {
    this.words += 1;
    const word = `${hidden ? 'secret' : 'open'}${String(this.words)}x`;
    if (!hidden) this.open.push({ word, item, isTop });
    return word;
  }
}

const HEADS: Readonly<Record<Layout['quoted'], readonly string[]>> = {
  '': [],
  '> ': ['> [!note] A callout'],
  '>': ['> A quote', '>'],
  '> > ': ['> A quote', '>'],
};
const layout = (steps: readonly string[], quoted: readonly Layout['quoted'][]): fc.Arbitrary<Layout> =>
  fc
    .record({ step: fc.constantFrom(...steps), quoted: fc.constantFrom(...quoted) })
    .map((one) => ({ ...one, head: HEADS[one.quoted] }));

const all = ({ ...outputs }: Outputs): [string, string][] => Object.entries(outputs);
const leaks = (outputs: Outputs): string[] =>
  all(outputs).flatMap(([name, text]) => [...text.matchAll(/secret\d+x/g)].map(([word]) => `${name}: ${word}`));

describe('random trees of items', () => {
  it('let no private word out, whatever marks, quotes, indents, fences and lazy lines there are', () => {
    fc.assert(
      fc.property(
        trees([...BULLETS, ...NUMBERS], DOUBTFUL),
        layout(['  ', '    ', '\t', '   '], ['', '> ', '>', '> > ']),
        (items, how) => {
          const list = new Printer(how).print(items, '', false).lines.join('\n');
          expect(leaks(outputsOf(list)), list).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep every word that is not below a private item', () => {
    fc.assert(
      fc.property(trees([...BULLETS, ...FIRST], PLAIN), layout(['    ', '\t'], ['', '> ', '> > ']), (items, how) => {
        const printer = new Printer(how).print(items, '', false);
        const list = printer.lines.join('\n');
        const { copied, plan, done, home, api, found, kept, marks } = outputsOf(list);
        for (const { word, item, isTop } of printer.open) {
          for (const text of [copied, found, kept]) expect(text, list).toContain(word);
          if (item === null) continue;
          expect(marks, list).toContain(word);
          const isTask = item.mark.includes('[');
          const isTicked = /\[x\]/i.test(item.mark);
          expect(plan, list).toContain(word);
          if (isTask || isTop) expect(home, list).toContain(word);
          if (isTicked) expect(done, list).toContain(word);
          const isLogged = how.quoted === '' && /^[-*+] (?!\[ \])/.test(item.mark);
          if (isLogged) expect(api, list).toContain(word);
        }
      }),
      { numRuns: 300 },
    );
  });
});
