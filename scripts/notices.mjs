// The licences of what is bundled, for the end of main.js: they ask to go with every copy, and a minifier strips comments.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders of the packages that any code of an output comes from, relative to the project, in alphabetical order. */
export function bundledPackages(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)].sort();
}

async function licenceOf(dir, name) {
  const files = (await readdir(dir))
    .filter((file) => /^(licen[cs]e(-\w+)?|copying|notice)(\.(md|txt))?$/i.test(file))
    .sort();
  if (!files.some((file) => !/^notice/i.test(file))) {
    throw new Error(`${name} is bundled, but has no LICENSE file whose text could be shipped with it.`);
  }
  const texts = await Promise.all(files.map((file) => readFile(path.join(dir, file), 'utf8')));
  // A paragraph on one line: what two licences have in common is deflated once then, however each is wrapped.
  const unwrapped = (text) => text.replaceAll('\r\n', '\n').replace(/(\S)\n(?=\S)/g, '$1 ');
  return texts.map((text) => unwrapped(text).trim()).join('\n\n');
}

/** Fit for a comment in ASCII. */
function plain(text) {
  return text
    .replaceAll('©', '(c)')
    .replaceAll('*/', '* /')
    .replace(/[^\0-\x7f]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}

/** A comment that names each bundled package with its licence; throws where one has none. Empty where nothing is bundled. */
export async function notices(metafile, root) {
  const packages = await Promise.all(
    bundledPackages(metafile).map(async (folder) => {
      const dir = path.join(root, folder);
      const { name, version } = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8'));
      return `${name} ${version}\n\n${await licenceOf(dir, name)}`;
    }),
  );
  if (packages.length === 0) return '';
  return `/*! main.js holds code of others, under these licences.\n\n${plain(packages.join(`\n\n${'-'.repeat(40)}\n\n`))}\n*/\n`;
}
