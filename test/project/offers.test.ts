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
  let program: ts.Program;

  /** What the compiler says of a file of the project if its text were another. */
  function complaints(file: string, text: string): string[] {
    const at = path.join(root, file);
    const host = ts.createCompilerHost(program.getCompilerOptions());
    host.getSourceFile = (name, language) =>
      path.resolve(name) === at ? ts.createSourceFile(name, text, language) : program.getSourceFile(name);
    const changed = ts.createProgram([path.join(root, REGISTRY)], program.getCompilerOptions(), host, program);
    const source = changed.getSourceFile(at);
    return [...changed.getSyntacticDiagnostics(source), ...changed.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  }

  beforeAll(() => {
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name)) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const { incremental: _incremental, tsBuildInfoFile: _file, ...rest } = options;
    program = ts.createProgram([path.join(root, REGISTRY)], { ...rest, types: [] });
  }, 120_000); // the whole project is parsed, on a machine that may be busy

  it('compiles as it is', () => {
    expect(complaints(REGISTRY, registry)).toEqual([]);
  });

  it('hands every feature what it asks for: whatever is left out fails the build', () => {
    const handed = handedOffers(registry);
    expect(handed.length).toBeGreaterThanOrEqual(13);
    for (const { name, list, without } of handed) {
      const said = complaints(REGISTRY, without);
      expect(said, `${list} without ${name}`).toEqual([
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
