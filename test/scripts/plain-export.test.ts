import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { plainExport } from '../../scripts/plain-export.mjs';

async function bundled(contents: string): Promise<string> {
  const how = { bundle: true, minifySyntax: true, minifyWhitespace: true, write: false } as const;
  const { outputFiles } = await build({ ...how, stdin: { contents }, format: 'cjs', target: 'es2022' });
  return outputFiles?.[0]?.text ?? '';
}

describe('what main.js exports', () => {
  it('is the class that the module exports, and no getter', async () => {
    const code = plainExport(await bundled('export default class Main { static $1 = "$&"; }'));
    const module = { exports: {} as { default: new () => object } };
    new Function('module', code)(module);
    expect(Object.entries(module.exports)).toEqual([['default', expect.any(Function)]]);
    expect(Object.entries(module.exports.default)).toEqual([['$1', '$&']]);
    expect(Object.getOwnPropertyDescriptor(module.exports, 'default')).toHaveProperty('value');
  });

  it('is never left out', async () => {
    const code = await bundled('export const other = 1;');
    expect(() => plainExport(code)).toThrow('exports');
  });
});
