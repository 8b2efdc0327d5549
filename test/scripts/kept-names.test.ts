import { describe, expect, it } from 'vitest';
import { nameAlike, renamed } from '../../scripts/alike-names.mjs';
import { declarationsOf, keptMembers, keptNames, propertiesIn, textOfNames } from '../../scripts/kept-names.mjs';
import { piecesOf, programOf } from '../../scripts/likeness.mjs';
import { Names } from '../../scripts/scopes.mjs';

/** A script by the names that are kept, and what would be kept of it then. */
function named(code: string, kept: string): { code: string; kept: string } {
  const pieces = piecesOf(code);
  const names = new Names(programOf(pieces));
  const declarations = declarationsOf(names, pieces, new Map(names.variables.map(({ name }) => [name, name])));
  nameAlike(names, keptNames(declarations, kept));
  return { code: renamed(names), kept: textOfNames(declarations, new Map()) };
}

/** What a script tells. */
function told(code: string): unknown {
  let last: unknown;
  new Function('tell', `"use strict";${code}`)((what: unknown) => (last = what));
  return last;
}

describe('the names that are kept', () => {
  const code =
    'function sum(m,n){return m+n}function twice(n){return sum(n,n)}var list=[1,2].map(n=>twice(n));tell(list)';

  it('are taken', () => {
    const kept = 'sum QQ xy\ntwice R0 z\nlist $a A\n';
    expect(named(code, kept)).toEqual({
      code: 'function QQ(x,y){return x+y}function R0(z){return QQ(z,z)}var $a=[1,2].map(A=>R0(A));tell($a);',
      kept,
    });
  });

  it('stay with what has not changed, whatever else is new', () => {
    const kept = 'gone QQ x\ntwice R0 z\nlist $a A\n';
    const { code: result } = named(code, kept);
    expect(result).toMatch(/function R0\(z\)\{return \w+\(z,z\)\}var \$a=\[1,2\]\.map\(A=>R0\(A\)\);tell\(\$a\);$/);
    expect(result).not.toMatch(/QQ|\bx\b/);
    expect(told(result)).toEqual([2, 4]);
  });

  it.each(['x', 'xyz', ''])('are not taken for other variables than there were: %j', (letters) => {
    const { code: result } = named(code, `sum QQ ${letters}\n`);
    expect(result).toMatch(/^function QQ\(([^xyz]),([^xyz])\)\{return \1\+\2\}/);
  });

  it.each([
    ['of two variables that see each other', 'sum QQ xx\n'],
    ['of a variable, and of a function that is called beside it', 'sum x ab\ntwice y x\n'],
    ['of two functions', 'sum Q ab\ntwice Q c\nlist Q d\n'],
    ['that are no names', 'sum 1 ..\ntwice - +\nlist a.b \u00e9\n'],
    ['that the program has already', 'sum Array xy\nlist eval E\n'],
  ])('mean the same with names %s', (_, kept) => {
    expect(told(named(code, kept).code)).toEqual([2, 4]);
  });

  it('are those of all that a statement declares', () => {
    const kept = '{first:one,second:two}';
    expect(named(`var ${kept}={first:1,second:2};[one,two]`, 'one xx\ntwo yy\n').code).toBe(
      'var {first:xx,second:yy}={first:1,second:2};[xx,yy];',
    );
  });
});

describe('the names of members that are kept', () => {
  const kept = '.path x\n.title y\n.other x\n.gone z\npath q\n';

  it('are given once, to what may have a short name', () => {
    expect([...keptMembers(['path', 'title', 'other', 'fresh'], 'tell(a.path)', kept)]).toEqual([
      ['path', 'x'],
      ['title', 'y'],
    ]);
  });

  it.each(['a.x', 'a?.x', '({x:1})', '({x})', '"x" in a', 'a["x"]', 'a[b?"x":"q"]', '(class{x(){}})', 'var {x}=a'])(
    'are not given where the code has them for something else: %s',
    (code) => {
      expect([...keptMembers(['path', 'title'], `${code};`, kept).keys()]).toEqual(['title']);
    },
  );

  it('are found wherever they stand', () => {
    const code = 'a.x={x:1};class B{x(){return this.x}}"x" in a;var x=x[x];';
    const places = propertiesIn(code).get('x') ?? [];
    const other = [...code].map((letter, place) => (places.includes(place) ? 'y' : letter)).join('');
    expect(other).toBe('a.y={y:1};class B{y(){return this.y}}"y" in a;var x=x[x];');
  });
});
