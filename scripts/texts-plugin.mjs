// Makes the texts that ship importable: `virtual:shipped-texts` is every pack folder of src/content, the courses of src/courses and
// the interface's texts of src/i18n, packed as one text, since what is alike in them is packed once; what a start needs comes first.
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { packLongText } from './pack-text.mjs';
import { interfaceTexts } from './wording-plugin.mjs';

const NAME = 'virtual:shipped-texts';

/**
 * Reads the packs: per language the text of `pack.yaml`, of every Markdown note by its path, and of `history.json`
 * (earlier versions, made by scripts/pack-history.mjs), where there is one.
 */
export async function readPacks(contentDir) {
  const packs = {};
  const languages = await readdir(contentDir, { withFileTypes: true });
  for (const language of languages
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    const pack = await readPack(path.join(contentDir, language));
    if (pack !== null) packs[language] = pack;
  }
  return packs;
}

/** One pack folder; null where it has no `pack.yaml`. */
export async function readPack(dir) {
  const optional = (name) => readFile(path.join(dir, name), 'utf8').catch(() => null);
  const manifest = await optional('pack.yaml');
  if (manifest === null) return null;
  const notes = {};
  const files = await readdir(dir, { recursive: true });
  for (const file of files.map((name) => name.split(path.sep).join('/')).sort()) {
    // As shipped, whatever line endings a checkout has.
    if (file.endsWith('.md')) notes[file] = (await readFile(path.join(dir, file), 'utf8')).replaceAll('\r\n', '\n');
  }
  const history = await optional('history.json');
  return { manifest, notes, ...(history === null ? {} : { history }) };
}

/** The courses lie beside the handbooks. */
const coursesDir = (contentDir) => path.join(contentDir, '../courses');

/** Of each course every list that was shipped, as `<course>/<day>` and its text, the newest first. */
export async function readCourses(dir) {
  const files = await readdir(dir, { recursive: true }).catch(() => []);
  const names = files.map((name) => name.split(path.sep).join('/')).filter((name) => name.endsWith('.md'));
  const read = async (name) => (await readFile(path.join(dir, name), 'utf8')).replaceAll('\r\n', '\n');
  return Promise.all(
    names
      .sort()
      .reverse()
      .map(async (name) => [name.slice(0, -3), await read(name)]),
  );
}

/** What a start reads: the interface's texts, where they are packed, the manifests of the handbooks, and the courses. */
async function startTexts(contentDir, packs, i18nDir) {
  const { shape, zh, en } = i18nDir === undefined ? { shape: '', zh: '', en: '' } : await interfaceTexts(i18nDir);
  const manifests = Object.entries(packs).map(([language, { manifest }]) => joined([language, manifest]));
  const courses = (await readCourses(coursesDir(contentDir))).map(joined);
  return [shape, inTurns(en, zh), ...manifests, ...courses].map(withoutSigns).join('\x05');
}

/** Each text of a language, and the same text of the other behind it, which tells a packer what numbers, keys and links come. */
function inTurns(some, others) {
  const besides = others.split('\0');
  const rows = some.split('\0').map((text, n) => `${text}\0${besides[n]}`);
  return rows.join('\0');
}

function withoutSigns(part) {
  if (part.includes('\x05')) throw new Error(`“${part.slice(0, 40)}…” holds the sign that separates texts.`);
  return part;
}

/** The texts in plain. */
export async function shippedTexts(contentDir, i18nDir) {
  const packs = await readPacks(contentDir);
  return { start: await startTexts(contentDir, packs, i18nDir), notes: notesOf(packs) };
}

/** The notes, those of a kind side by side: their languages in turns, in the order of the first handbook. */
function notesOf(packs) {
  const rows = Object.entries(packs).flatMap(([language, pack]) => noteRows(pack).map((row) => [language, ...row]));
  const [{ manifest = '' } = {}] = Object.values(packs);
  const order = [...manifest.matchAll(/\bid: *(\S+)/g)].map(([, id]) => id);
  const place = ([, , text]) => order.indexOf(idOf(text)) + 1 || order.length + 1;
  return rows
    .sort((a, b) => place(a) - place(b))
    .map(joined)
    .join('\0');
}

const idOf = (text) => /^handbook-id: (.+)$/m.exec(text)?.[1] ?? '';

/** Plain text takes less room than JSON, which escapes line endings and quotation marks. */
function joined(row) {
  if (row.some((part) => part.includes('\0') || part.includes('\x01')))
    throw new Error(`${row[1]} holds a character that separates notes.`);
  return row.join('\x01');
}

/** Of each note its path and text and, where it has one, its history, side by side: an earlier text is much like today's. */
function noteRows({ notes, history }) {
  const earlier = new Map(Object.entries(history === undefined ? {} : JSON.parse(history)));
  const rows = Object.entries(notes).map(([file, text]) => {
    const id = idOf(text);
    const row = earlier.has(id) ? [file, text, JSON.stringify(earlier.get(id))] : [file, text];
    earlier.delete(id);
    return row;
  });
  if (earlier.size > 0) throw new Error(`history.json: there is no note ${[...earlier.keys()].join(', ')}`);
  return rows;
}

/** Every folder and file there: what a watching build has to look at, since it looks at no folder's insides by itself. */
async function watched(contentDir) {
  const dirs = [contentDir, coursesDir(contentDir)];
  const lists = dirs.map((dir) => readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []));
  const entries = (await Promise.all(lists)).flat();
  const paths = (kind) => entries.filter(kind).map((entry) => path.join(entry.parentPath, entry.name));
  return {
    watchDirs: [...dirs, ...paths((entry) => entry.isDirectory())],
    watchFiles: paths((entry) => entry.isFile()),
  };
}

/** What is there and when it was written; a file that is gone again a moment later was never written. */
async function stateOf({ watchDirs, watchFiles }) {
  const times = watchFiles.map((file) =>
    stat(file).then(
      ({ mtimeMs }) => [file, mtimeMs],
      () => [file],
    ),
  );
  return JSON.stringify([watchDirs, await Promise.all(times)]);
}

/**
 * The texts, and the handbooks' files that they were made of. esbuild looks at the files once they are packed, which takes seconds:
 * what was written meanwhile it would take for known, so it is read here.
 */
async function packedAsTheyAre(contentDir, make) {
  for (;;) {
    const before = await stateOf(await watched(contentDir));
    const texts = await make();
    const files = await watched(contentDir);
    if ((await stateOf(files)) === before) return { texts, files };
  }
}

/**
 * The esbuild plugin.
 * @param {{plain?: boolean, i18nDir?: string, later?: (texts: string) => string}} [how] `plain` leaves the texts unpacked; `i18nDir` is
 *   where the interface's are, if they go with the rest; `later` takes the texts in JSON, and answers a name that stands for them in
 *   the code until it has them put in
 */
export function textsPlugin(contentDir, { plain = false, i18nDir, later } = {}) {
  const make = async () => {
    const texts = await shippedTexts(contentDir, i18nDir);
    return plain ? texts : packLongText(texts.notes, texts.start);
  };
  return {
    name: 'shipped-texts',
    setup(build) {
      build.onResolve({ filter: /^virtual:shipped-texts$/ }, () => ({ path: NAME, namespace: 'texts' }));
      build.onLoad({ filter: /.*/, namespace: 'texts' }, async () => {
        const { texts, files } = await packedAsTheyAre(contentDir, make);
        const json = JSON.stringify(texts);
        if (later === undefined) return { contents: json, loader: 'json', ...files };
        return { contents: `export default ${later(json)};`, loader: 'js', ...files };
      });
    },
  };
}
