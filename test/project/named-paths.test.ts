// The pages for developers name files; a file that moves takes its name along.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const inCode = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
const isThere = (...places: string[]): boolean => places.some((place) => existsSync(path.join(root, place)));

/** `a/{b,c}/d` as `a/b/d` and `a/c/d`. */
function spelledOut(name: string): string[] {
  const braces = /\{([^}]*)\}/.exec(name);
  if (braces === null) return [name];
  const [whole, choices = ''] = braces;
  return choices.split(',').flatMap((one) => spelledOut(name.replace(whole, one)));
}

describe('files that the pages for developers name', () => {
  const pages = readdirSync(path.join(root, 'docs/development')).map((name) => `docs/development/${name}`);

  it.each(['CONTRIBUTING.md', ...pages])('are there: %s', (page) => {
    const named = inCode(read(page)).filter((name) => /^(src|test|docs|scripts|bench)\/[\w./-]+$/.test(name));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  it('are there: the tests that guard what always holds', () => {
    const [, table = ''] = read('ARCHITECTURE.md').split('## What always holds');
    const guards = table.split('\n').flatMap((row) => inCode(row.split('|')[2] ?? ''));
    const named = guards.filter((name) => /^[a-z]+\/[\w{},/-]+\*?$/.test(name)).flatMap(spelledOut);
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter((name) => {
      const place = `test/${name.replace(/\/\*$/, '')}`;
      return !isThere(place, `${place}.test.ts`, `${place}.e2e.ts`) && !isThere(name);
    });
    expect(missing).toEqual([]);
  });
});
