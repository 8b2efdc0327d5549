// `node scripts/release-notes.mjs <version>`: what the changelog says of that version, for the release's page.
import { readFileSync } from 'node:fs';

const [version = ''] = process.argv.slice(2);
const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((one) => one.slice(0, one.indexOf('\n')) === version);
if (section === undefined) {
  console.error(`CHANGELOG.md has no section “## ${version}”.`);
  process.exit(1);
}
console.log(section.slice(section.indexOf('\n')).trim());
