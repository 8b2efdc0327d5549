import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, found from wherever this code runs (as source in vitest, bundled in `.cache` for plain Node). */
export function projectRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'manifest.json')) || !existsSync(path.join(folder, 'package.json'))) {
    const up = path.dirname(folder);
    if (up === folder) throw new Error('The project folder was not found above ' + fileURLToPath(import.meta.url));
    folder = up;
  }
  return folder;
}
