// What takes seconds to make and is the same for the same input: a test run builds the plugin many times.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const DIR = path.resolve(import.meta.dirname, '../.cache/build');

/**
 * @param {string} how names the step and everything that its result hangs on beside the input
 * @param {Uint8Array} input
 * @param {(input: Uint8Array) => Promise<Uint8Array>} make
 * @returns {Promise<Buffer>}
 */
export async function cached(how, input, make) {
  const file = path.join(DIR, createHash('sha256').update(`${how}\n`).update(input).digest('hex'));
  const known = await readFile(file).catch(() => null);
  if (known !== null) return known;
  const made = Buffer.from(await make(input));
  await mkdir(DIR, { recursive: true });
  const own = `${file}-${process.pid}`;
  await writeFile(own, made);
  await rename(own, file); // whole or not at all, whoever else builds just now
  return made;
}
