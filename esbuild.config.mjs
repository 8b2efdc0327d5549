// `npm run build`: main.js at the root. `npm run dev -- <vault>`: builds into that vault on every change.
import path from 'node:path';
import { buildPlugin, watchPlugin } from './scripts/build.mjs';

const args = process.argv.slice(2);
if (args.includes('--watch')) {
  const vault = args.find((arg) => !arg.startsWith('--'));
  if (vault === undefined) {
    console.error('Say which vault to build into: npm run dev -- <path of a vault>');
    process.exit(1);
  }
  const outdir = path.resolve(vault, '.obsidian/plugins/research-handbook');
  console.log(`Building into ${outdir} on every change; Ctrl+C ends it.`);
  await watchPlugin(outdir);
} else {
  await buildPlugin();
}
