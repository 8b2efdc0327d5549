// What the searches for order and names have in common: each keeps in a file what it finds, and the build takes it from there.
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { renamed } from './alike-names.mjs';
import { TEXTS, loosePlugin } from './build.mjs';
import { named, orderedProgram } from './tighten.mjs';

/**
 * Searches, and leaves the file as it was where the whole is not smaller then.
 * @param {string} file
 * @param {(made: Awaited<ReturnType<typeof orderedProgram>> & Awaited<ReturnType<typeof named>> & {program: string}) => string} search
 *   answers what the file is to hold
 */
export async function searchFor(file, search) {
  const code = await loosePlugin();
  const make = async () => {
    const ordered = await orderedProgram(code, TEXTS);
    const { names, declarations } = await named(ordered);
    const program = renamed(names);
    const size = gzipSync(Buffer.from(program), { level: 9 }).length;
    console.log(`${String(size)} bytes of code, by gzip`);
    return { ...ordered, names, declarations, program, size };
  };
  const kept = await readFile(file, 'utf8');
  const made = await make();
  await writeFile(file, search(made));
  if ((await make()).size >= made.size) await writeFile(file, kept);
}

/** How much is left of some minutes that begin now, from 1 to nothing. */
export function timeOf(minutes) {
  const began = performance.now();
  return () => 1 - (performance.now() - began) / (minutes * 60_000);
}
