import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinStyles, STYLES } from '../../scripts/styles.mjs';

const css = (await joinStyles()).replace(/\/\*[^]*?\*\//g, '');

/** Parts of a selector between characters that lie outside brackets. */
function partsOf(selector: string, between: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of selector) {
    if (depth === 0 && between.test(char)) parts.push('');
    else parts[parts.length - 1] += char;
    depth += '(['.includes(char) ? 1 : ')]'.includes(char) ? -1 : 0;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** What comes before `{`, at-rules and steps of an animation left out. */
const selectors = [...css.matchAll(/(?<=^|[{};])[^{};@]+(?={)/g)]
  .flatMap(([list]) => partsOf(list, /,/))
  .filter((selector) => !/^(from|to|\d+%)$/.test(selector));

describe('the style sheet', () => {
  it('is joined from every part that lies in src, each once', () => {
    const source = path.resolve(import.meta.dirname, '../../src');
    const parts = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => `src/${file.replaceAll(path.sep, '/')}`);
    expect([...STYLES].sort()).toEqual(parts.sort());
  });

  it('has rules that are found by name, since others are tried on every element of the app', () => {
    expect(selectors.length).toBeGreaterThan(300);
    const unnamed = selectors.filter((selector) => {
      const subject = partsOf(selector, /[\s>+~]/).at(-1) ?? '';
      return !/^[a-z]|[.#[]/.test(subject.replace(/\([^]*\)/, '').replace(/^::?[a-z-]+/, ''));
    });
    expect(unnamed).toEqual([]);
  });

  it('touches nothing but what is ours', () => {
    const foreign = selectors.filter((selector) => !/\brh-|\[data-palette/.test(selector));
    expect(foreign).toEqual([]);
  });

  it('lets the focus change no shape: a round choice stays round, and only words, which have no corners, get some', () => {
    const rounded = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .filter(([, list = '', body = '']) => list.includes(':focus') && body.includes('border-radius'))
      .flatMap(([, list = '']) => partsOf(list, /,/));
    const words = /(?:\.rh-link|\.rh-quiet-link|\.rh-text-button|summary):focus-visible$/;
    expect(rounded.length).toBeGreaterThan(0);
    expect(rounded.filter((selector) => !words.test(selector))).toEqual([]);
  });
});
