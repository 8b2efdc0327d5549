import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBibtex } from '../../../src/core/bibliography/bibtex/read-bibtex';
import { itemsOf } from '../../../src/core/bibliography/item-of-entry';

const ENTRIES = [
  `@article{one2001,
  title = {The {NeRF} of Things: a Study},
  author = {Lee, Ann and Li, Bo},
  journal = {Journal of Things},
  year = {2001},
  pages = {1--2}
}`,
  `@inproceedings{two2002,
  author    = "Ann Lee and {Barnes and Noble}",
  title     = "A {Second} Title",
  booktitle = {Proc. of Conf},
  year      = 2002,
}`,
  `@misc{three2003, title={Third, on one line}, author={欧阳, 修}, year={2003}, eprint={2304.02643}}`,
];
const FILE = ENTRIES.join('\n\n');
const facts = (text: string): { readonly of: Map<string, string>; readonly told: number; readonly out: string } => {
  const { items, failures, skipped } = itemsOf(readBibtex(text));
  return {
    of: new Map(items.map(({ entry, draft }) => [entry.key, JSON.stringify(draft)])),
    out: skipped.map(({ value }) => value).join(),
    told: failures.length + skipped.length + items.reduce((sum, { damage }) => sum + damage.length, 0),
  };
};
const WHOLE = facts(FILE);
const KEYS = ['one2001', 'two2002', 'three2003'];

/** Which entry a place of the file is in; -1 between two. */
function entryAt(place: number): number {
  let from = 0;
  return ENTRIES.findIndex((entry) => {
    const isIn = place >= from && place < from + entry.length;
    from += entry.length + 2;
    return isIn;
  });
}

it('is a file without damage', () => {
  expect(WHOLE.told).toBe(0);
  expect([...WHOLE.of.keys()]).toEqual(KEYS);
});

it('loses no other entry by one sign that is put in, taken out or changed', () => {
  const sign = fc.constantFrom('{', '}', '"', ',', '=', '#', '@', '%', '(', ')', '\\', '\n', ' ', 'x');
  const edit = fc.record({ at: fc.nat(FILE.length - 1), how: fc.constantFrom('in', 'out', 'change'), sign });
  fc.assert(
    fc.property(edit, ({ at, how, sign: put }) => {
      const text = FILE.slice(0, at) + (how === 'out' ? '' : put) + FILE.slice(how === 'in' ? at : at + 1);
      const found = facts(text);
      const hit = entryAt(at);
      for (const [number, key] of KEYS.entries()) {
        const isOut = put === '%' && found.out === key; // commented out, and told
        if (number !== hit && !isOut) expect(found.of.get(key)).toBe(WHOLE.of.get(key));
      }
    }),
    { numRuns: 500 },
  );
});

// What BibTeX's own signs hold together shows where one is missing; a letter of a title that is another does not.
it('takes no entry’s bracket, quote, comma, “=” or @ away unsaid, unless all is read as before', () => {
  for (let at = 0; at < FILE.length; at++) {
    if (!'{}",=@'.includes(FILE.charAt(at)) || /[^}"\d], ?\S/.test(FILE.slice(at - 1, at + 3))) continue;
    const { of, told } = facts(FILE.slice(0, at) + FILE.slice(at + 1));
    const isSame = KEYS.every((key) => sameButForCapitals(of.get(key), WHOLE.of.get(key)));
    expect([FILE.slice(Math.max(0, at - 20), at + 5), isSame || told > 0]).toEqual([expect.any(String), true]);
  }
});

/** Braces around a word say that its capitals stay: without them it is the same word. */
const sameButForCapitals = (a: string | undefined, b: string | undefined): boolean =>
  a?.replace(/[",]/g, '') === b?.replace(/[",]/g, '');
