import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/core/bibliography/read';

/** A folder with what parsers' public corpora hold; none of it is part of the project. */
const corpus = process.env['BIB_CORPUS'];

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return name.startsWith('.git') ? [] : filesIn(file);
    return /\.(?:bib|biblatex|bibtex|ris|enw|txt|json)$/i.test(name) ? [file] : [];
  });
}

/** Lines that begin like an entry, comments and blocks of the format aside: what has to be accounted for. */
function linesLikeEntries(text: string): number {
  return [...text.matchAll(/^[ \t]*@[ \t]*(?!comment|string|preamble)[a-z_][\w-]*\s*[{(]/gim)].length;
}

describe.skipIf(corpus === undefined)('public corpora', () => {
  it('are read without a throw, and every line that begins like an entry is accounted for', () => {
    const sums = { files: 0, read: 0, items: 0, failures: 0, skipped: 0, damaged: 0, begun: 0 };
    const lost: string[] = [];
    for (const file of filesIn(corpus ?? '')) {
      const text = readFileSync(file, 'utf8');
      sums.files++;
      const found = readBibliography(text);
      if (found === null) continue;
      const { items, failures, skipped } = found;
      sums.read++;
      sums.items += items.length;
      sums.failures += failures.length;
      sums.skipped += skipped.length;
      sums.damaged += items.filter(({ damage }) => damage.length > 0).length;
      if (found.format !== 'bibtex') continue;
      const begun = linesLikeEntries(text);
      sums.begun += begun;
      if (items.length + failures.length + skipped.length < begun * 0.5)
        lost.push(`${file}: ${String(items.length)} of ${String(begun)}`);
    }
    console.log(sums, lost.slice(0, 20)); // for whoever runs it: the counts are what it is run for
    expect(sums.read).toBeGreaterThan(0);
    expect(sums.items + sums.failures + sums.skipped).toBeGreaterThanOrEqual(sums.begun * 0.99);
  });
});
