import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLines } from '../../../src/core/block/canonical';
import { parseBlocks, renderBlock } from '../../../src/core/block/guarded-block';
import { refreshBlocks } from '../../../src/core/block/refresh';
import { parseLinks } from '../../../src/core/markdown/links';
import { scanBody, scanNote } from '../../../src/core/markdown/scan';
import { listSections } from '../../../src/core/markdown/sections';
import { readNoteFacts } from '../../../src/core/reading/find-log-lines';
import { tickedTasks } from '../../../src/core/tasks/ticked';
import { fillTemplate } from '../../../src/core/report/template';
import { inOneGo } from '../../../src/core/steps';

const BLOCK = renderBlock('reading', '- a');
const FRESH = new Map([['reading', '- b']]);

const seenByScanner = (text: string): boolean => scanNote(text).some(({ kind }) => kind === 'marker');

describe('a guarded block below what opens code or a comment', () => {
  // What stands above the block, a blank line between. Up to these notes the scanner and the refresh read fences apart.
  it.each([
    ['a fence in a callout, never closed: the callout ends it', '> [!note]\n> ```\n> x'],
    ['a fence in a list item, never closed: the item ends it', '- x\n  ```\n  y'],
    ['a fence that opens on the line of a numbered item', '1. ```'],
    ['a fence line in a comment', '%%\n```\n%%'],
    ['a comment that is never closed, which goes on behind the block', '%%\nx'],
    ['a comment of HTML that is never closed', '<!--'],
    ['a backtick without its partner', 'a ` b'],
  ])('is refreshed: %s', (_name, above) => {
    const { text, states } = refreshBlocks(`${above}\n\n${BLOCK}\n`, FRESH);
    expect(states.get('reading')).toBe('refreshed');
    expect(text).toBe(`${above}\n\n${renderBlock('reading', '- b')}\n`);
    expect(seenByScanner(text)).toBe(true);
  });

  it.each([
    ['a fence below a quote that ended, where the one in the quote was never closed', '> ```\n> x\n```'],
    ['marks too far in to close a fence', '```\nx\n    ```'],
    ['marks in a list item, which are text in the fence above', '```\nx\n- ```'],
    ['a fence that the end of an item’s fence left open', '\t```\n```\n1. ```'],
  ])('is text about blocks, and not written to, in %s', (_name, above) => {
    const text = `${above}\n\n${BLOCK}\n`;
    expect(refreshBlocks(text, FRESH).text).toBe(text);
    expect(seenByScanner(text)).toBe(false);
  });

  it('holds what was left open in it', () => {
    const lines = scanNote(`${renderBlock('a', '```\nx\n%% y')}\n\n## Mine`);
    expect(lines.at(-1)).toMatchObject({ kind: 'text', heading: { level: 2 } });
  });
});

const LOG = '- 2026-08-04 a [[x]] [min:: 5]';
const TASK = '- [x] t [[x]] ✅ 2026-08-04';
const PLACE = 'p {{week}}';
const HEAD = '# h';

const start = fc.constantFrom(
  ...['', '', '', ' ', '  ', '   ', '    ', '\t', '> ', '>', '>> ', '- ', '* ', '1. ', '2) ', '-   ', '  - ', '> - '],
);
const rest = fc.constantFrom(
  ...['', 'a', '```', '````', '~~~', '``` js', '---', '===', '%%', '%% c', 'c %%', '%% c %%', '100%% sure', '<!--'],
  ...['-->', '`', '`a`', '``', '%% rh:begin reading 1 %%', '%% rh:end reading %%', '%% rh:end', '[[x]]'],
  ...[LOG, TASK, PLACE, HEAD],
);
const line = fc.oneof(
  { weight: 3, arbitrary: rest },
  fc.tuple(start, rest).map((parts) => parts.join('')),
);
const note = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

describe('every reader of a note', () => {
  it('takes each line for what the scanner takes it for', () => {
    fc.assert(
      fc.property(note, (text) => {
        const lines = scanNote(text);
        const numbers = (found: Iterable<number>): number[] => [...new Set(found)].sort((a, b) => a - b);
        const lineAt = (offset: number): number => lines.findLastIndex((one) => one.start <= offset);

        const heads = listSections(text, lines).map((section) => section.line);
        expect(heads).toEqual(
          lines.filter((one) => one.heading !== null && one.kind === 'text').map((one) => one.number),
        );

        // A link is one wherever it stands but in code.
        const linked = lines.flatMap(({ text: written, code, spans, number }) => {
          const at = written.indexOf('[[x]]');
          return at < 0 || code !== null || spans.some(({ from, to }) => from <= at && at < to) ? [] : [number];
        });
        expect(numbers(parseLinks(text, lines).map((link) => lineAt(link.from)))).toEqual(linked);

        // Log lines, tasks and placeholders stand in prose alone, and there all of them count.
        const plain = lines.filter((one) => one.kind === 'text' && one.visible === one.text && one.spans.length === 0);
        const among = (found: readonly number[], sign: string): void => {
          for (const number of found) expect(lines[number]?.kind).toBe('text');
          for (const one of plain) if (one.text.trim() === sign) expect(found).toContain(one.number);
        };
        const facts = inOneGo(readNoteFacts(text, { source: null, day: null, logHeadings: [] }));
        among(
          facts.lines.map((fact) => fact.line),
          LOG,
        );
        among(
          inOneGo(tickedTasks(text)).map((task) => task.line),
          TASK,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('finds the blocks that the scanner finds: none is absent, and none is in code', () => {
    fc.assert(
      fc.property(note, (text) => {
        const begins = scanNote(text).filter((one) => one.kind === 'marker' && one.text.includes('begin'));
        const { blocks, damage } = parseBlocks(text);
        for (const block of blocks) expect(begins.map((one) => one.number)).toContain(block.line);
        const { states } = refreshBlocks(text, FRESH);
        if (begins.length > 0) expect(states.get('reading')).not.toBe('absent');
        if (begins.length === 0) expect(['absent', 'damaged']).toContain(states.get('reading'));
        expect(blocks.length).toBe(damage.some(({ name }) => name === 'reading') ? 0 : begins.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('folds ticks and links in the canonical text where there is no code, and only there', () => {
    fc.assert(
      fc.property(note, (text) => {
        const lines = scanBody(text);
        canonicalLines(text).forEach(({ key }, number) => {
          const { code, spans, text: written } = lines[number] ?? { code: null, spans: [], text: '' };
          if (spans.length > 0 || !written.endsWith(TASK)) return;
          expect(key.endsWith('t[[]]✅2026-08-04')).toBe(code === null);
          expect(key.endsWith(TASK)).toBe(code !== null);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('fills a template’s placeholders in prose, and in nothing else', () => {
    const values = { week: 'W', start: '', end: '', author: '' };
    fc.assert(
      fc.property(note, (text) => {
        if (text.includes('rh:')) return; // a blank line may come after a marker
        const filled = fillTemplate(text, values, new Map()).body.split('\n');
        const lines = scanNote(text);
        const gone = lines.length - filled.length; // the frontmatter, and blank lines at the body's start
        for (const { number, kind, text: written } of lines) {
          if (!written.includes(PLACE)) continue;
          if (number < gone) expect(kind).toBe('frontmatter');
          else expect(filled[number - gone]?.includes('p W')).toBe(kind === 'text');
        }
      }),
      { numRuns: 500 },
    );
  });
});
