import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameAlike, renamed as programOf } from '../../scripts/alike-names.mjs';
import { Names } from '../../scripts/scopes.mjs';

/** What a script tells while it runs, and throws at the end. */
function told(code: string): string[] {
  const log: string[] = [];
  const tell = (what: unknown): unknown => {
    log.push(typeof what === 'string' ? what : JSON.stringify(what));
    return what;
  };
  try {
    new Function('tell', code)(tell);
  } catch (error) {
    log.push(error instanceof Error ? error.name : String(error)); // its message may tell a name
  }
  return log;
}

/** The script with other names, which tells the same; its variables, in turns, had better have some. */
function renamed(code: string, wishes: readonly string[] = []): string {
  const strict = `"use strict";${code}`;
  const names = new Names(strict);
  const wished = names.variables.map((one, nth) => [one, wishes[nth % wishes.length] ?? one.name] as const);
  nameAlike(names, new Map(wishes.length === 0 ? [] : wished));
  const other = programOf(names);
  expect(told(other)).toEqual(told(strict));
  return other;
}

const form = (name: string, first: string): string =>
  `function ${name}(p,u){${first}let h=p.createDiv({cls:"rh-row"});h.setText(u.title);h.addEventListener("click",f=>{f.preventDefault(),u.open(h)});return h}`;

describe('the names within main.js', () => {
  it('are the same where the rest is, whatever else a function has', () => {
    const forms = Array.from({ length: 20 }, (_, n) => form(`plain${String(n)}`, '')).join('');
    const other = form('other', 'let a=u.one,s=u.two;tell([a,s]);').replaceAll(/\bh\b/g, 'm').replaceAll(/\bf\b/g, 'd');
    const tails = renamed(forms + other).match(/\w=\w\.createDiv.*?return \w\}/g);
    expect(tails).toHaveLength(21);
    expect(new Set(tails).size).toBe(1);
  });

  it('make less of a file', () => {
    const names = 'abcdefghijklmnop';
    const shuffled = Array.from({ length: 200 }, (_, n) => {
      const at = (k: number): string => names[(n * 7 + k * (1 + (n % 5))) % names.length] ?? '';
      return `function f${String(n)}(${at(0)}){let ${at(1)}=${at(0)}.k${String((n * 7919) % 997)}();return ${at(1)}.map(${at(2)}=>${at(2)}.path+${at(0)}.size)}`;
    }).join('');
    expect(deflateRawSync(renamed(shuffled)).length).toBeLessThan(0.8 * deflateRawSync(shuffled).length);
  });

  it.each([
    [
      'a name that is a key as well',
      'function f(first){const {second}=first,o={first:1,second};return [o,first.second]}tell(f({second:2}));',
    ],
    [
      'a key with a fallback',
      'function f({one=5,two:other=one}){return {one,other}}tell(f({}));tell(f({one:1,two:2}));',
    ],
    [
      'a class within itself and around',
      'class Cc{static of(){return new Cc}m(){return 1}}tell(Cc.of().m());const q=class Dd{n(){return typeof Dd}};tell(new q().n());',
    ],
    ['a function that calls itself by its own name', 'tell(function again(n){return n===0?[]:[n,...again(n-1)]}(3));'],
    ['arguments', 'function f(p,q){let r=arguments.length;return [p,q,r]}tell(f(1,2));'],
    ['what is caught', 'const err=1;try{throw "x"}catch(e){const g=err;tell([e,g])}tell(err);'],
    ['loops and labels', 'a:for(const b of [1,2,3]){for(let c=0;c<3;c+=1){if(c===b)continue a;tell([b,c])}}'],
    [
      'a parameter that reads an outer name',
      'const x=1;function f(p=()=>x){const q=2;{const x=q;tell(x)}return p()}tell(f());',
    ],
    ["what is nobody's", 'function f(p){return [typeof p,typeof t,typeof e,Math.max(p,2),typeof n]}tell(f(1));'],
    [
      'blocks that hide',
      'let v=1;{let v=2;{let v=3;tell(v)}tell(v)}tell(v);function g(v){return ()=>{const w=v;return (v=>v+w)(2)}}tell(g(5)());',
    ],
    [
      'more names than there are letters',
      `function f(){${Array.from({ length: 80 }, (_, n) => `const v${String(n)}=${String(n)};`).join('')}return [${Array.from({ length: 80 }, (_, n) => `v${String(n)}`).join()}]}tell(f());`,
    ],
    ['texts that read as names', 'const a="b",b=`a${a}b`,c=/a/.test(b);tell([a,b,c]);'],
  ])('keep %s', (_, code) => {
    renamed(code);
  });

  it('never change what a program does', () => {
    interface Piece {
      readonly kind: string;
      readonly name: string;
      readonly reads: readonly string[];
      readonly inner: readonly Piece[];
    }
    const name = fc.constantFrom('a', 'b', 't', 'e', 'n', 'tt', 'Q', '$');
    const kind = fc.constantFrom('let', 'function', 'arrow', 'block', 'class', 'catch', 'pattern', 'loop');
    const pieces = (depth: number): fc.Arbitrary<Piece[]> =>
      depth === 0
        ? fc.constant([])
        : fc.array(fc.record({ kind, name, reads: fc.array(name, { maxLength: 3 }), inner: pieces(depth - 1) }), {
            maxLength: 4,
          });
    const write = (some: readonly Piece[], seen: readonly string[]): string => {
      const declared = new Set<string>();
      let code = '';
      for (const { kind, name, reads, inner } of some) {
        const read = `[${reads.map((one) => ([...declared, ...seen].includes(one) ? `typeof ${one},${one}?.k` : `"${one}"`)).join()}]`;
        const isNew = !declared.has(name);
        const within = (...own: string[]): string => write(inner, [...seen, ...declared, ...own]);
        // What a block declares is hidden from `read` before it, so `read` stands where only outer names are meant.
        if (kind === 'block') code += `{${within()}}`;
        else if (kind === 'catch') code += `try{throw ${read}}catch(${name}){tell(${name});{${within(name)}}}`;
        else if (kind === 'loop')
          code += `for(const ${name} of [${isNew ? '1,2' : read}]){tell(${name});{${within(name)}}}`;
        else if (isNew) {
          if (kind === 'let') code += `let ${name}={k:${String(inner.length)}};tell(${name});`;
          else if (kind === 'pattern') code += `const {${name}=4}={k:1,...tell({${name}:{k:2}})};`;
          else if (kind === 'class')
            code += `const ${name}=class{m(${name}){tell(typeof ${name});{${within(name)}}}};new ${name}().m(1);`;
          else if (kind === 'arrow')
            code += `const ${name}=(...${name})=>{tell(${name}.length);{${within(name)}}};${name}(1,2);`;
          else code += `const ${name}=function ${name}($$){{${within(name, '$$')}}};${name}(1);`;
          declared.add(name);
        }
        code += `tell(${[...declared].length === 0 ? '0' : `[${[...declared].map((one) => `typeof ${one}`).join()}]`});`;
      }
      return code;
    };
    fc.assert(
      fc.property(pieces(4), fc.array(name, { maxLength: 9 }), (some, wishes) => {
        const code = write(some, []);
        renamed(code, wishes);
        renamed(`(function(){${code}})();`, wishes);
      }),
    );
  });
});
