import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renamed, withAlikeNames } from '../../scripts/alike-names.mjs';
import { DeflateModel } from '../../scripts/deflate-model.mjs';
import { NameSearch } from '../../scripts/name-search.mjs';
import { Names } from '../../scripts/scopes.mjs';

describe('the model of deflate', () => {
  it('takes about as much as deflate', () => {
    const code = readFileSync(new URL('../../node_modules/luxon/build/es6/luxon.mjs', import.meta.url), 'latin1');
    const text = Buffer.from(code.replaceAll(/[^ -~\n]/g, ''));
    const bytes = new DeflateModel(text).price() / 8;
    const packed = deflateRawSync(text, { level: 9 }).length;
    expect(Math.abs(bytes / packed - 1)).toBeLessThan(0.01); // it leaves out what tells how to read the rest
  });

  it('knows of changes what it would know of the changed text', () => {
    const letter = fc.constantFrom(...'abc(');
    const part = fc.oneof(letter, fc.constantFrom('return ', 'function(', 'aaaaaaaa', 'abcabcabc'));
    const text = fc.array(part, { minLength: 8, maxLength: 120 }).map((parts) => parts.join(''));
    const change = fc.record({
      letters: fc.array(fc.tuple(fc.nat(), letter), { minLength: 1, maxLength: 6 }),
      isKept: fc.boolean(),
    });
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 5 }), (text, changes) => {
        const model = new DeflateModel(Buffer.from(text));
        let bits = model.price();
        for (const { letters, isKept } of changes) {
          const places = new Map(letters.map(([place, its]) => [place % text.length, its.charCodeAt(0)]));
          const more = model.change([...places]);
          if (isKept) model.keep();
          else model.undo();
          if (isKept) bits += more;
        }
        const now = model.text.subarray(0, model.end);
        const priced = model.price();
        expect(priced).toBeCloseTo(new DeflateModel(Buffer.from(now)).price(), 6);
        if (changes.every(({ isKept }) => !isKept)) expect(priced).toBeCloseTo(bits, 6);
      }),
    );
  });
});

describe('the search for names', () => {
  const names = 'abcdefghijklmnop';
  const code = Array.from({ length: 120 }, (_, n) => {
    const at = (k: number): string => names[(n * 7 + k * (1 + (n % 5))) % names.length] ?? '';
    return `function f${String(n).padStart(3, '0')}(${at(0)}){let ${at(1)}=${at(0)}.pp.k${String((n * 7919) % 97)}();return ${at(1)}.map(${at(2)}=>${at(2)}.pp+${at(0)}.qq)}`;
  }).join('');

  it('finds names of which deflate makes less, and knows by how much', () => {
    const program = new Names(withAlikeNames(code));
    const search = new NameSearch(
      program,
      new Map([
        ['path', 'pp'],
        ['size', 'qq'],
      ]),
    );
    const told: number[] = [];
    let tries = 0;
    const before = program.toString();
    search.run(
      () => 1 - tries++ / 60,
      0,
      (bytes) => told.push(bytes),
    );
    const after = renamed(program);
    expect(deflateRawSync(after, { level: 9 }).length).toBeLessThan(deflateRawSync(before, { level: 9 }).length);
    expect(told.at(-1)).toBeLessThan(told[0] ?? 0);
    const [path = '', size = ''] = [search.members.get('path'), search.members.get('size')];
    const whole = after.replaceAll(/(?<=\.)(pp|qq)/g, (was) => (was === 'pp' ? path : size));
    expect(search.model.text.subarray(0, search.model.end).toString()).toBe(whole);
  });
});
