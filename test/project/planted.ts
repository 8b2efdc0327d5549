import { ESLint } from 'eslint';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');

/** The folder whose `tsconfig.json` is nearest. */
const configOf = (file: string): string => (file.startsWith('src/core/') ? 'src/core' : 'src');

/** The rules that hold the walls; others have nothing to say here, and take their time. */
const WALLS = /^(walls\/.*|no-restricted-.*|no-undef)$/;

function fail(problem: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
}

/**
 * Lints and type checks files that are not on the disk, as the project's own configuration would if they were.
 * The types are the dear part, so that there is one program for all files of a `tsconfig.json`.
 */
export class PlantedFiles {
  private readonly texts = new Map<string, string>();
  private made: { readonly eslint: ESLint; readonly programs: ReadonlyMap<string, ts.Program> } | null = null;

  /** @param followImports - whether types are looked up in what planted files import, which is on the disk */
  constructor(private readonly followImports: boolean) {}

  /** Adds a file to a folder; answers its name. All are added before the first is checked. */
  add(folder: string, text: string): string {
    return this.put(`${folder}/planted-${String(this.texts.size)}.ts`, text);
  }

  /** Adds a text in place of a certain file; answers its name. */
  put(file: string, text: string): string {
    if (this.made !== null) throw new Error('Plant all files before any is checked.');
    this.texts.set(file, `${text}\n`);
    return file;
  }

  /** The rules of the walls that a planted file breaks. */
  async broken(file: string): Promise<string[]> {
    const { eslint } = this.make();
    const [result] = await eslint.lintText(this.texts.get(file) ?? '', { filePath: path.join(root, file) });
    return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message))];
  }

  /** The type errors of a planted file. */
  typeErrors(file: string): string[] {
    const program = this.make().programs.get(configOf(file));
    const problems = program?.getSemanticDiagnostics(program.getSourceFile(path.join(root, file))) ?? [];
    return problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  private make(): NonNullable<typeof this.made> {
    if (this.made !== null) return this.made;
    const folders = [...new Set([...this.texts.keys()].map(configOf))];
    const programs = new Map(folders.map((folder) => [folder, this.programOf(folder)]));
    const parserOptions = { projectService: false, programs: [...programs.values()] };
    const eslint = new ESLint({
      cwd: root,
      overrideConfig: { languageOptions: { parserOptions } },
      ruleFilter: ({ ruleId }) => WALLS.test(ruleId),
    });
    this.made = { eslint, programs };
    return this.made;
  }

  private programOf(folder: string): ts.Program {
    const config = ts.getParsedCommandLineOfConfigFile(
      path.join(root, folder, 'tsconfig.json'),
      { incremental: false, noResolve: !this.followImports },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
    );
    if (config === undefined) throw new Error(`${folder} has no tsconfig.json`);
    const own = [...this.texts].filter(([file]) => configOf(file) === folder);
    const texts = new Map(own.map(([file, text]) => [path.join(root, file), text]));
    const host = ts.createCompilerHost(config.options);
    const { fileExists, readFile } = host;
    host.fileExists = (file) => texts.has(path.normalize(file)) || fileExists(file);
    host.readFile = (file) => texts.get(path.normalize(file)) ?? readFile(file);
    return ts.createProgram({ rootNames: [...texts.keys()], options: config.options, host });
  }
}
