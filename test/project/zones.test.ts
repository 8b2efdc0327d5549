import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { NO_ZONE } from '../no-zone.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** Of these, nothing that a zone changes is asked for. */
const PACKAGES = ['vitest', 'fast-check', 'yaml'];
/** How a text comes by a date, a zone or a language of the machine. */
const ZONED = /\bnew Date\b|\bDate[.()]|\bIntl\b|\btoLocale\w*|\bprocess\b|\bfc\.date\b/;

it.each(NO_ZONE)('%s reaches nothing that the zone of the machine changes', async (file) => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    outdir: 'nowhere',
    format: 'esm',
    packages: 'external',
    metafile: true,
    logLevel: 'error',
  });
  const inputs = Object.entries(metafile.inputs);
  const packages = inputs.flatMap(([, { imports }]) => imports.filter(({ external }) => external === true));
  expect(PACKAGES).toEqual(expect.arrayContaining(packages.map((one) => one.path)));
  const zoned = inputs.filter(([name]) => ZONED.test(readFileSync(path.join(root, name), 'utf8')));
  expect(zoned.map(([name]) => name)).toEqual([]);
});
