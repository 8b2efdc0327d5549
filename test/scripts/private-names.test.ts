// That src is right with these names the compiler says in `npm run typecheck` (scripts/check-texts.mjs).
import path from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { PrivateNames } from '../../scripts/private-names.mjs';

const FILE = `${path.resolve('src').replaceAll('\\', '/')}/classes.ts`;
const TEXT = `
class Counter {
  private count = 0;
  public seen: number[] = [];
  constructor(private readonly step: number, readonly name: string) { this.count = step; }
  private add(by: number): number { const { count, step: each } = this; return count + by * each; }
  run(): unknown { this.count = this.add(3); const { count } = this; this.seen.push(count); return [count, this.step, this.name, this.seen]; }
}
class Upper {
  private title = 'upper';
  private greet(): string { return this.title; }
  protected open = 'open';
  hello(): string { return this.greet() + this.open; }
}
class Lower extends Upper {
  private word = 'lower';
  private say(): string { return this.word; }
  both(): string { return this.hello() + this.say(); }
}
class Other {
  private title = 'other';
  private static made = 0;
  static make(): Other { Other.made += 1; return new Other(); }
  like(one: Other): boolean { return this.title === one.title && Other.made > 0; }
}
interface Free { count: number; title: string }
const free: Free = { count: 1, title: 'free' };
const answer = [new Counter(2, 'c').run(), new Lower().both(), Other.make().like(Other.make()), free];
`;

let names: Readonly<Record<string, string>>;
let renamed: string;
beforeAll(() => {
  const file = ts.createSourceFile(FILE, TEXT, ts.ScriptTarget.ES2022, true);
  const options = { strict: true, target: ts.ScriptTarget.ES2022, noLib: true };
  const host = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name: string) => (name === FILE ? file : undefined),
  };
  const own = new PrivateNames(ts.createProgram([FILE], options, host));
  const edits: [number, number, string][] = [];
  const visit = (node: ts.Node): void => {
    edits.push(...own.edits(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  names = Object.fromEntries(edits.map(([from, to, name]) => [TEXT.slice(from, to), name.replace(/:.*/, '')]));
  renamed = TEXT;
  for (const [from, to, name] of edits.sort(([a], [b]) => b - a))
    renamed = renamed.slice(0, from) + name + renamed.slice(to);
  expect([...own.all].sort()).toEqual([...new Set(Object.values(names))].sort());
});

const answerOf = (text: string): unknown => {
  const { code } = transformSync(text, { loader: 'ts' });
  return (new Function(`${code}; return answer;`) as () => unknown)();
};

describe('private members', () => {
  it('have other names, and nothing else has', () => {
    expect(Object.keys(names).sort()).toEqual(['add', 'count', 'greet', 'made', 'say', 'step', 'title', 'word']);
    expect(renamed).toContain('interface Free { count: number; title: string }');
    expect(renamed).toContain("protected open = 'open'");
  });

  it('share them where their classes have nothing to do with one another', () => {
    expect(names['count']).toBe(names['title']);
    expect(names['add']).toBe(names['greet']);
  });

  it('differ in one class, and from those of what it extends', () => {
    expect(names['count']).not.toBe(names['step']);
    expect(names['title']).not.toBe(names['word']);
    expect(names['greet']).not.toBe(names['say']);
    expect(names['title']).not.toBe(names['made']);
  });

  it('do what they did', () => {
    expect(answerOf(TEXT)).toEqual([[8, 2, 'c', [8]], 'upperopenlower', true, { count: 1, title: 'free' }]); // 2 + 3 · 2
    expect(answerOf(renamed)).toEqual(answerOf(TEXT));
  });
});
