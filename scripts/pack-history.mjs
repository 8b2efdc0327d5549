// `node scripts/pack-history.mjs [<commit>…]`: writes src/content/<language>/history.json, earlier versions of each note as
// edits of today's text, so that a note which the student left alone is known as such, and changes can be merged. They come
// from the repository's release tags (1.2.0 and so on), and from further commits whose texts vaults may hold.
// Run after any change of a note, and before a release; with neither tags nor commits nothing is written, and the plugin
// shows an update of each changed note beside it.
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { readPack } from './texts-plugin.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** How many earlier versions of a note are kept. */
export const VERSIONS = 3;
/**
 * What the history of one language may weigh by itself, in bytes of gzip; the oldest versions go first. Beside the notes, as
 * it lies in the bundle, it costs half of that.
 */
export const BUDGET = 16_000;

/** The core's own delta, bundled on the fly, since Node does not read TypeScript. */
async function loadDelta() {
  const file = path.join(os.tmpdir(), `rh-delta-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['src/core/handbook/delta.ts'],
    bundle: true,
    format: 'esm',
    outfile: file,
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file, { force: true });
  }
}

function ids(manifest) {
  const notes = [];
  for (const entry of manifest.split(/^\s*-\s+/m).slice(1)) {
    const value = (key) =>
      new RegExp(`(?:^|\\n)\\s*${key}:\\s*(.+)`)
        .exec(`\n${entry}`)?.[1]
        .trim()
        .replace(/^(['"])(.*)\1$/, '$2');
    notes.push({ id: value('id'), path: value('path') });
  }
  return notes;
}

const versionOf = (text) => Number(/^handbook-version:\s*(\d+)/m.exec(text)?.[1] ?? 0);

/**
 * The history of a pack from earlier packs, newest first.
 * @returns the text of history.json, or null where no earlier version differs
 */
export async function historyOf(current, earlier, { versions = VERSIONS, budget = BUDGET } = {}) {
  const { makeDelta } = await loadDelta();
  const history = {};
  for (const { id, path: now } of ids(current.manifest)) {
    const text = current.notes[now];
    const entry = { paths: [], versions: {} };
    for (const pack of earlier) {
      const before = ids(pack.manifest).find((note) => note.id === id);
      const old = before === undefined ? undefined : pack.notes[before.path];
      if (old === undefined) continue;
      if (before.path !== now && !entry.paths.includes(before.path)) entry.paths.push(before.path);
      const version = versionOf(old);
      if (version > 0 && version < versionOf(text)) entry.versions[version] ??= makeDelta(text, old);
    }
    entry.versions = Object.fromEntries(
      Object.entries(entry.versions)
        .sort(([a], [b]) => b - a)
        .slice(0, versions),
    );
    if (entry.paths.length > 0 || Object.keys(entry.versions).length > 0) history[id] = entry;
  }
  while (weight(history) > budget && dropOldest(history));
  const lines = Object.entries(history).map(([id, entry]) => `${JSON.stringify(id)}: ${JSON.stringify(entry)}`);
  return lines.length === 0 ? null : `{\n${lines.join(',\n')}\n}\n`;
}

const weight = (history) => gzipSync(JSON.stringify(history)).length;

/** Gives up the version that lies furthest back, of one note at a time. */
function dropOldest(history) {
  const counts = Object.values(history).map((entry) => Object.keys(entry.versions).length);
  const most = Math.max(0, ...counts);
  if (most === 0) return false;
  const entry = Object.values(history).find((one) => Object.keys(one.versions).length === most);
  const oldest = Object.keys(entry.versions).sort((a, b) => a - b)[0];
  delete entry.versions[oldest];
  return true;
}

/** The packs of one language at the release tags of a repository, newest first, and then at further commits. */
export function packsOfTags(repository, contentDir, language, commits = []) {
  const git = (...args) =>
    execFileSync('git', ['-C', repository, '-c', 'core.quotePath=false', ...args], { encoding: 'utf8' });
  const tags = git('tag', '--list', '--sort=-version:refname')
    .split('\n')
    .filter((tag) => /^\d+\.\d+\.\d+$/.test(tag));
  const dir = `${contentDir}/${language}`;
  return [...tags, ...commits].flatMap((tag) => {
    const files = git('ls-tree', '-r', '-z', '--name-only', tag, '--', dir).split('\0').filter(Boolean);
    if (!files.includes(`${dir}/pack.yaml`)) return [];
    const text = (file) => git('show', `${tag}:${file}`);
    const notes = files.filter((file) => file.endsWith('.md')).map((file) => [file.slice(dir.length + 1), text(file)]);
    return [{ manifest: text(`${dir}/pack.yaml`), notes: Object.fromEntries(notes) }];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const language of ['en', 'zh']) {
    const dir = path.join(root, 'src/content', language);
    const current = await readPack(dir);
    if (current === null) continue;
    const earlier = packsOfTags(root, 'src/content', language, process.argv.slice(2));
    const history = await historyOf(current, earlier);
    const file = path.join(dir, 'history.json');
    if (history === null) await rm(file, { force: true });
    else await writeFile(file, history);
    console.log(
      `${language}: ${earlier.length} earlier packs, ${history === null ? 'no history' : `${gzipSync(history).length} bytes of history (gzip)`}`,
    );
  }
}
