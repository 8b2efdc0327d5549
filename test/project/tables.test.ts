import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const pages = execFileSync('git', ['-c', 'core.quotePath=false', 'ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');

// A merge of two changes of one table can leave both, one below the other, which Markdown draws as one.
it.each(pages.filter((page) => !page.includes('fixtures')))('%s has each table once', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const tables = text.match(/(?:^\|.*\n)+/gm) ?? [];
  for (const table of tables) {
    const rows = table.trim().split('\n');
    expect(rows.filter((row) => /^\|(?:\s*:?-+:?\s*\|)+$/.test(row)).length, rows[0]).toBeLessThanOrEqual(1);
    expect(rows.filter((row, n) => rows.indexOf(row) !== n)).toEqual([]);
  }
});
