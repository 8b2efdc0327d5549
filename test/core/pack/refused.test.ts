// commonmark.js, the reference implementation, says what a note holds; whatever it finds that a pack must not hold is refused.
import { Parser, type Node } from 'commonmark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusedIn } from '../../../src/core/pack/refused';

const PLAIN = /^<\/?(?:br|b)\s*\/?>$/;

/** What of a note is dangerous by the reference's reading: HTML, images and links out of the pack, blocks that run. */
function dangers(text: string): string[] {
  const found: string[] = [];
  const walker = new Parser().parse(text).walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { type, literal, destination, info } = event.node as Node & { info: string | null };
    if (!event.entering) continue;
    if (type === 'html_block') found.push(`block ${String(literal)}`);
    if (type === 'html_inline' && !PLAIN.test(literal ?? '')) found.push(`inline ${String(literal)}`);
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(destination ?? '')?.[1]?.toLowerCase();
    if (type === 'image' && (scheme !== undefined || destination?.startsWith('//') === true))
      found.push(`image ${String(destination)}`);
    if (type === 'link' && scheme !== undefined && !['http', 'https', 'mailto'].includes(scheme))
      found.push(`link ${String(destination)}`);
    if (type === 'code_block' && /^dataviewjs/i.test(info ?? '')) found.push(`code ${String(info)}`);
  }
  return found;
}

const PIECES = [
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '```text',
    '~~~text',
    '```dataviewjs',
    '~~~ dataviewjs',
    '\\',
    '\\`',
    '<',
    '>',
    '"',
    "'",
    '&#96;',
  ],
  ...[
    '<img src=x>',
    '<b>',
    '<br>',
    '<https://a.b/`>',
    '<https://a.b>',
    '<a href="`">',
    '<!--',
    '-->',
    '<?',
    '<script>',
    '</b',
    '<x',
  ],
  ...[
    '![a](',
    '![',
    '[a](',
    '[a]: ',
    '[a]',
    '](',
    ')',
    'https://e.org',
    'x.png',
    'javascript:x',
    'java&#115;cript:',
    '//e.org',
    '\\://',
  ],
  ...['\n', '\n\n', '\n    ', '\n> ', '\n- ', '\n  ', '\n1. ', '\n\t', ' ', 'x', '%%', '$', '|', '[x] '],
];

it('refuses whatever the reference takes for HTML, for a picture or a link out of the pack, or for a block that runs', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (note) => {
      const found = dangers(note);
      if (found.length > 0) expect(refusedIn(note), found.join()).not.toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 5000) },
  );
});
