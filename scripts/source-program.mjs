// What the compiler knows of src, for steps of the build that ask it about names.
import ts from 'typescript';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './build-cache.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Where the files of src lie, as the compiler writes paths. */
export const SOURCE = path.join(root, 'src/').replaceAll('\\', '/');

/** @param {string} file */
export const pathInProject = (file) => path.relative(root, file).replaceAll('\\', '/');

/** The file of a step of the build, by its name. */
export const stepBeside = (name) => path.join(import.meta.dirname, `${name}.mjs`);

let known;

/**
 * The compiler's view of src.
 * @param {ts.CompilerHost} [host] reads the files; without one, steps of a build share the view, since to have it takes seconds
 */
export const programOf = (host) => (host === undefined ? (known ??= newProgram()) : newProgram(host));

function newProgram(host) {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  return ts.createProgram(
    config.fileNames.filter((file) => file.startsWith(SOURCE)),
    config.options,
    host,
  );
}

/**
 * What a step finds out of src, as JSON; from the cache where neither src nor the step has changed, since it takes seconds.
 * @param {string[]} step the files of the step
 * @param {() => unknown} find
 */
export async function ofSource(step, find) {
  const files = (await readdir(SOURCE, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  const sources = await Promise.all(
    files.map(async (file) => `${file}\n${await readFile(path.join(SOURCE, file), 'utf8')}`),
  );
  const steps = await Promise.all(step.map((file) => readFile(file, 'utf8')));
  const how = `TypeScript ${ts.version}\n${steps.join('')}`;
  const found = await cached(how, Buffer.from(sources.join('\0')), () => Buffer.from(JSON.stringify(find())));
  return JSON.parse(found.toString('utf8'));
}
