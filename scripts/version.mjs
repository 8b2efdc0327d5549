// Part of `npm version <x.y.z>`. Before it writes the new version into package.json, this looks whether the changelog says what is
// new; after that, the other files that name the version follow. npm commits what is staged, and tags it.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const read = (file) => readFileSync(file, 'utf8');
const json = (data) => `${JSON.stringify(data, null, 2)}\n`;

const changes = read('CHANGELOG.md');
if (!/^## Unreleased$/m.test(changes)) {
  throw new Error('CHANGELOG.md has no “## Unreleased” that says what is new, so nothing was changed.');
}
if (process.env.npm_lifecycle_event !== 'preversion') {
  const { version } = JSON.parse(read('package.json'));
  const manifest = JSON.parse(read('manifest.json'));
  writeFileSync('manifest.json', json({ ...manifest, version }));
  writeFileSync('versions.json', json({ ...JSON.parse(read('versions.json')), [version]: manifest.minAppVersion }));
  writeFileSync('CHANGELOG.md', changes.replace(/^## Unreleased$/m, `## ${version}`));
  execFileSync('git', ['add', 'manifest.json', 'versions.json', 'CHANGELOG.md']);
}
