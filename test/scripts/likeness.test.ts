import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, programOf } from '../../scripts/likeness.mjs';

/** What a script tells while it runs, and throws at the end. */
function told(code: string): string[] {
  const log: string[] = [];
  const tell = (what: unknown): unknown => {
    log.push(typeof what === 'string' ? what : JSON.stringify(what));
    return what;
  };
  const require = (name: string): unknown => ({ name, Base: class {} });
  try {
    new Function('tell', 'require', code)(tell, require);
  } catch (error) {
    log.push(String(error));
  }
  return log;
}

/** The script with its declarations by the order of some names. */
const inOrderOf = (code: string, names: readonly string[]): string => {
  const places = new Map(names.map((name, place) => [name, place]));
  return programOf(inOrder(code, (name) => places.get(name)));
};

/** The script in other orders, each of which tells the same. */
function ordered(code: string, ...orders: readonly (readonly string[])[]): void {
  const names = [...code.matchAll(/(?:var|function|class|,)\s?\{?(\w+)/g)].map(([, name = '']) => name);
  for (const order of [names, [...names].reverse(), [], ...orders])
    expect(told(inOrderOf(code, order))).toEqual(told(code));
}

describe('the order of main.js', () => {
  const long = (name: string): string => `function ${name}(a,b){return a.createDiv({cls:"rh-${name}"}).setText(b)}`;
  const between = 'function between(){return [1,2,3].map(x=>x*x)}';

  it('is the one that is kept', () => {
    const code = long('one') + between + long('two');
    expect(inOrderOf(code, ['two', 'gone', 'one', 'between'])).toBe(long('two') + long('one') + between);
  });

  it('has what is new beside what it is like', () => {
    expect(inOrderOf(long('one') + between + long('two'), ['one', 'between'])).toBe(
      long('one') + long('two') + between,
    );
  });

  it('begins with what is long, so that deflate sees the rest as one', () => {
    const pieces = inOrder(`"use strict";${between}var text=LONG,a=[text];`, () => undefined, 'LONG');
    expect(programOf(pieces)).toMatch(/^"use strict";;?var text=LONG[,;]/);
  });

  it('has variables in a row in one statement, of each kind its own', () => {
    const variables = 'var a=1,b=[a];let c=2,d=[c];';
    const code = `"use strict";${between}${variables}tell(d);`;
    const names = ['between', 'a', 'b', 'c', 'd'];
    for (const apart of [
      code,
      code.replaceAll(/,(\w)=/g, (_, name) => `;${name === 'b' ? 'var' : 'let'} ${String(name)}=`),
    ]) {
      expect(inOrderOf(apart, names)).toContain(between + variables);
      ordered(apart, ['a', 'between', 'b', 'c', 'd'], ['c', 'a', 'd', 'between', 'b']);
    }
  });

  it('keeps a directive first', () => {
    expect(inOrderOf('"use strict";var a=1;function b(){}', ['b'])).toMatch(/^"use strict";/);
  });

  it.each([
    ['a class before those that extend it', 'var zz=class{m(){return 1}},a=class extends zz{};tell(new a().m());'],
    [
      'a class of the app before those that extend it',
      'var o=require("obsidian"),a=class extends o.Base{};tell(typeof a);',
    ],
    [
      'what extends what is made by a call',
      'var m=f(),a=class extends m{};function f(){return class{n(){return 2}}}tell(new a().n());',
    ],
    ['a list before the object that holds it', 'var l=[1,2],o={l,deep:{l}};l.push(3);tell(o);'],
    ['what is told, and when', 'tell("a");var x=tell("b");function f(){tell("c")}f();var y=[tell("d")];tell(y);'],
    [
      'static members, which are made with their class',
      'var n=tell(1),c=class{static k=tell(n);static{tell("s")}};tell(c.k);',
    ],
    ['computed names', 'var k=tell("key"),o={[k]:1},c=class{[k](){return 3}};tell(o);tell(new c().key());'],
    ['a fallback', 'var a=globalThis.none??tell("other"),b=[a];tell(b);'],
    ['a part of a module', 'var {name}=require("x"),n=[name];tell(n);'],
    [
      'statements without a semicolon between braces',
      'var o;o={a:1}\nvar p=[o]\nif(p){tell(p)}\nclass Q{}\nvar q=class extends Q{};tell(typeof q)',
    ],
  ])('keeps %s', (_, code) => {
    ordered(code);
  });

  it('says of declarations that need each other that there is no order', () => {
    expect(() => inOrderOf('var a=[b],b=[a];', [])).toThrow('read each other');
  });

  it('never changes what a program does', () => {
    const kinds = fc.constantFrom('function', 'arrow', 'class', 'list', 'object', 'call', 'literal', 'statement');
    const piece = fc.record({ kind: kinds, refers: fc.array(fc.nat(), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), fc.array(fc.nat(25)), (pieces, order) => {
        const values: string[] = []; // what later pieces may read while they are made
        const classes: string[] = [];
        const code = pieces.map(({ kind, refers }, n) => {
          const name = `v${String(n)}`;
          const read = values.length === 0 ? [] : refers.map((at) => values[at % values.length] ?? '');
          const base = classes[(refers[0] ?? 0) % Math.max(1, classes.length)];
          if (kind === 'statement') return `tell([${read.join()}]);`;
          if (kind === 'function') return `function ${name}(){return [${read.join()}]}`;
          if (kind === 'class') classes.push(name);
          else if (kind !== 'arrow') values.push(name);
          if (kind === 'class')
            return `var ${name}=class${base === undefined ? '' : ` extends ${base}`}{m(){return ${String(n)}}};`;
          if (kind === 'arrow') return `var ${name}=()=>[${read.join()}];`;
          if (kind === 'list') return `var ${name}=[${[n, ...read].join()}];`;
          if (kind === 'object') return `var ${name}={n:${String(n)},deep:[${read.join()}]};`;
          return kind === 'call' ? `var ${name}=tell([${[n, ...read].join()}]);` : `var ${name}=${String(n)};`;
        });
        const all = pieces
          .map((_, n) => `v${String(n)}`)
          .filter((name) => code.some((one) => one.includes(` ${name}`)));
        const end = all.map(
          (name) => `tell(typeof ${name}==="function"&&!/^class/.test(String(${name}))?${name}():${name});`,
        );
        ordered(
          code.join('') + end.join(''),
          order.map((n) => `v${String(n)}`),
        );
      }),
    );
  });
});
