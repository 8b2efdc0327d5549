import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { Leaks } from '../../scripts/leaks.mjs';

const SOURCE = path.resolve('src').replaceAll('\\', '/');

/** What goes out of the code, or comes in, or is looked up; each name that may be known outside begins with `out`, the others with `in`. */
const CASES: Record<string, string> = {
  'an object as JSON': `interface A { outA: number } export const f = (a: A) => JSON.stringify(a);`,
  'what such an object holds, in lists, maps, promises and answers': `
    interface A { outList: readonly B[]; outMap: Map<string, C>; outAsk(): Promise<D> }
    interface B { outOfList: number } interface C { outOfMap: number } interface D { outOfAnswer: number }
    export const f = (a: A): unknown => a;`,
  'an object that is kept where anything may be': `
    interface A { outKept: number } class Store { private kept: unknown = null; keep(a: A) { this.kept = a; } }
    export const s = new Store();`,
  'a literal where anything may be': `export const f = (all: object[]) => all.push({ outWritten: 1 });`,
  'what is told by a function that may tell anything': `
    interface A { outTold: number } declare const a: A; const take = (tell: () => unknown) => tell();
    export const f = () => take(() => a); export const g = (tell: () => A) => take(tell);`,
  'what is made of text': `interface A { outParsed: { outWithin: number } } export const f = (text: string): A => JSON.parse(text);`,
  'what is asserted': `interface A { outAs: number } export const f = (u: unknown) => (u as A).outAs;`,
  'what is checked': `interface A { outIs: number } export const is = (u: unknown): u is A => u !== null;`,
  'what a type parameter stands for, where that goes out': `
    interface A { outBy: number } const json = <T>(t: T) => JSON.stringify(t); export const f = (a: A) => json(a);`,
  'what a type parameter stands for, where that comes in': `
    interface A { outRead: number } const read = <T>(text: string): T => JSON.parse(text); export const f = () => read<A>('');
    export const g = (): A => read('');`,
  'what a class with a type parameter keeps': `
    interface A { outOfClass: number } class Kept<T> { constructor(readonly inIt: T) {} json() { return JSON.stringify(this.inIt); } }
    export const f = (a: A) => new Kept(a); export let k: Kept<B> | null = null; interface B { outOfType: number }`,
  'what a type by another name holds': `
    type A<T> = Map<string, { outOfAlias: T }>; interface B { outOfB: number } const take = (all: ReadonlyMap<string, unknown>) => all;
    export const f = (a: A<B>) => take(a); type C<T> = Generator<{ outYielded: number }, T>;
    interface D { inReturned: number } export function* g(c: C<D>): Iterable<unknown> { yield* c; }`,
  'what is looked up': `interface A { outKey: number } export const f = (a: A, key: keyof A) => a[key];`,
  'what is asked for its keys': `
    interface A { outEntry: number } export const f = (a: A) => Object.entries(a); type B = { outIndexed: number };
    export const g = (b: B): Readonly<Record<string, number>> => b; interface C { outIn: number }
    export const h = (c: C) => { for (const key in c) void key; }; interface D { outAsked: number }
    export const i = (d: D | { inNone: 1 }) => 'outAsked' in d;`.replace('inNone', 'outToo'),
  'copies that are made by name': `interface A { outCopied: number } export const f = (a: A) => Object.assign({}, a);`,
  'what is handed to code of others': `
    interface A { outLocale: string } export const f = (a: A & Intl.NumberFormatOptions) => new Intl.NumberFormat('en', a);`,
  'what others may have beside what they declare': `
    interface A { readonly size?: number; readonly outMaybe?: { outBelow: number } } const take = (a: A) => a;
    export const f = (set: Set<string>) => take(set); interface B { readonly name?: string; readonly outLater?: number }
    export const g = (e: Error) => { const named: { readonly name?: string } = e; const b: B = named; return b; };`,
  'what is asked of what has keys': `
    interface A { readonly outOfKeys?: { inOfValue: number } } type Keys = Readonly<Record<string, A['outOfKeys']>>;
    export const f = (keys: Keys): A => keys; export const g = ({ outTakenOut }: Readonly<Record<string, number>>) => outTakenOut;
    export const h = (u: Readonly<Record<string, number>>) => { let outSet; ({ outSet } = u); return outSet; };`,
  'what a function of ours is called with': `
    interface A { outGiven: number } export const f = (text: string) => JSON.parse(text, (key: string, value: A) => value.outGiven);`,
  'what is taken out of anything': `
    export const f = (text: string) => { const { outTaken, outWhole: x } = JSON.parse(text); return [outTaken, x, JSON.parse(text).outMember]; };`,
  'what an overload takes': `
    interface A { outOver: number } function f(a: A): void; function f(a: unknown): void { JSON.stringify(a); } export const g = f;`,
  'what overrides a member of others': `
    interface A { outThrown: number } export class B extends Error { override cause: A = { outThrown: 1 }; }`,
  'what stays': `
    interface A { inList: B[] } interface B { inText: string; inFind?(a: A): C | null } class C { constructor(readonly inClass: A) {} }
    const walk = <T>(all: readonly T[]) => [...all].filter((one) => one !== null);
    export function* f(a: A): Generator<string, A> {
      const found = new Map(a.inList.map((b) => [b.inText, b]));
      const { inText } = found.get('') ?? { inText: '' };
      for (const b of walk(a.inList)) yield String(b.inText.length) + JSON.stringify(b.inText);
      const copy: Readonly<Partial<B>> = { ...a.inList[0], inText };
      const [one] = Array.from(new Set(a.inList)).sort((x, y) => x.inText.length - y.inText.length);
      return Array.isArray(a.inList) ? { inList: [one ?? { inText: copy.inText ?? '' }] } : new C(a).inClass;
    }
    export const g = async (all: Promise<A>[]) => (await Promise.all(all)).flatMap(({ inList }) => inList);`,
};

describe('names that leak', () => {
  let names: ReadonlySet<string>;
  beforeAll(() => {
    const options: ts.CompilerOptions = {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.full.d.ts'],
      types: [],
    };
    const files = new Map(Object.values(CASES).map((text, n) => [`${SOURCE}/case${String(n)}.ts`, text]));
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (name, ...how) => {
      const text = files.get(name);
      return text === undefined
        ? getSourceFile(name, ...how)
        : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    };
    const program = ts.createProgram([...files.keys()], options, host);
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
    const leaks = new Leaks(program);
    leaks.settle();
    ({ names } = leaks);
  }, 60_000);

  it.each(Object.entries(CASES))('are told: %s', (_, text) => {
    const written = new Set(text.match(/\b(?:in|out)[A-Z]\w*/g));
    expect([...names].filter((name) => written.has(name)).sort()).toEqual(
      [...written].filter((name) => name.startsWith('out')).sort(),
    );
  });
});
