import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const REGISTRY = 'src/features/registry.ts';

/** Every name in every list of offers that a feature is handed: its place in the registry's text. */
function handedOffers(text: string): { readonly name: string; readonly list: string; readonly without: string }[] {
  return [...text.matchAll(/asking\(\{ ([\w, ]+) \}\)/g)].flatMap((match) => {
    const names = (match[1] ?? '').split(', ');
    return names.map((name) => {
      const kept = names.filter((other) => other !== name);
      const list = kept.length === 0 ? 'asking({})' : `asking({ ${kept.join(', ')} })`;
      return { name, list: match[0], without: text.replace(match[0], list) };
    });
  });
}

describe('offers', () => {
  const registry = ts.sys.readFile(path.join(root, REGISTRY)) ?? '';
  /** The registry with an offer left out of one list, each beside the registry, under another name. */
  const lacking = handedOffers(registry).map((one, i) => ({ ...one, file: `src/features/registry-${String(i)}.ts` }));
  let program: ts.Program;

  const settingsOf = (): ts.CompilerOptions => {
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name)) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const { incremental: _incremental, tsBuildInfoFile: _file, ...rest } = options;
    return { ...rest, types: [] };
  };

  const said = (all: ts.Program, file: string): string[] => {
    const source = all.getSourceFile(path.join(root, file));
    return [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)].map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  };

  /** What the compiler says of a file of the project if its text were another. */
  function complaints(file: string, text: string): string[] {
    const at = path.join(root, file);
    const host = ts.createCompilerHost(program.getCompilerOptions());
    host.getSourceFile = (name, language) =>
      path.resolve(name) === at ? ts.createSourceFile(name, text, language) : program.getSourceFile(name);
    return said(ts.createProgram([path.join(root, REGISTRY)], program.getCompilerOptions(), host, program), file);
  }

  // One program for the registry and all that is planted: what they import is parsed and checked once.
  beforeAll(() => {
    const planted = new Map(lacking.map(({ file, without }) => [path.join(root, file), without]));
    const options = settingsOf();
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.fileExists = (file) => planted.has(path.normalize(file)) || fileExists(file);
    host.readFile = (file) => planted.get(path.normalize(file)) ?? readFile(file);
    program = ts.createProgram([path.join(root, REGISTRY), ...planted.keys()], options, host);
  }, 120_000); // the whole project is parsed, on a machine that may be busy

  it('compiles as it is', () => {
    expect(said(program, REGISTRY)).toEqual([]);
  });

  it('hands every feature what it asks for: whatever is left out fails the build', () => {
    expect(lacking.length).toBeGreaterThanOrEqual(13);
    for (const { name, list, file } of lacking) {
      expect(said(program, file), `${list} without ${name}`).toEqual([
        expect.stringMatching(new RegExp(`'${name}' is missing|missing .*${name}`)),
      ]);
    }
  });

  it('hands over one that comes late by its type, too', () => {
    const late = registry.replace(/get home\(\): Home \{\s*return home;\s*\},/, '');
    expect(late).not.toBe(registry);
    expect(complaints(REGISTRY, late)).toContainEqual(expect.stringContaining("'home' is missing"));
  });

  it('lets no feature say that it offers what it does not', () => {
    const file = 'src/features/weekly-report/feature.ts';
    const text = ts.sys.readFile(path.join(root, file)) ?? '';
    const less = text.replace(/^ {4}before: .*\n/m, '');
    expect(less).not.toBe(text);
    expect(complaints(file, less)).toEqual([expect.stringContaining("'before' is missing")]);
  });

  it('lets no feature use what it has not asked for', () => {
    const file = 'src/features/plugin-api/feature.ts';
    const text = ts.sys.readFile(path.join(root, file)) ?? '';
    const more = text.replace('offers.reports.of(week)', 'offers.log.openForm(week)');
    expect(more).not.toBe(text);
    expect(complaints(file, more)).toContainEqual(expect.stringContaining("'log' does not exist"));
  });
});
