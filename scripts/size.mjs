// `npm run size`: what main.js is made of, against its budget, which `npm test` checks as well.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUDGET } from './budget.mjs';
import { buildPlugin } from './build.mjs';

const dir = await mkdtemp(path.join(os.tmpdir(), 'rh-size-'));
try {
  const meta = await buildPlugin({ outdir: dir });
  const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;
  const main = await readFile(path.join(dir, 'main.js'));
  const styles = await readFile(path.join(dir, 'styles.css'));

  // The texts' share is what the same build weighs less without them.
  const bare = path.join(dir, 'bare');
  await buildPlugin({ outdir: bare, texts: false });
  const code = gzip(await readFile(path.join(bare, 'main.js')));

  const parts = {};
  for (const [file, { bytesInOutput }] of Object.entries(Object.values(meta.outputs)[0].inputs)) {
    const part =
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? /^(?:texts:)?(src\/[^/.]+|[^/]+)/.exec(file)?.[1] ?? file;
    parts[part] = (parts[part] ?? 0) + bytesInOutput;
  }
  parts['virtual:shipped-texts'] = main.length - (await readFile(path.join(bare, 'main.js'))).length; // put in late
  console.log('Parts of main.js, bytes as esbuild leaves them, with the names of src:');
  for (const [part, bytes] of Object.entries(parts).sort((a, b) => b[1] - a[1])) {
    console.log(`  ${String(bytes).padStart(9)}  ${part}`);
  }
  const rows = [
    ['main.js', main.length, gzip(main)],
    ['code alone', (await readFile(path.join(bare, 'main.js'))).length, code],
    ['styles.css', styles.length, gzip(styles)],
  ];
  console.log('\n                raw      gzip');
  const row = (name, raw, packed) => {
    console.log(`${name.padEnd(11)}${String(raw).padStart(8)}  ${String(packed).padStart(8)}`);
  };
  for (const [name, raw, packed] of rows) row(name, raw, packed);
  row('budget', BUDGET.raw, BUDGET.gzip);
  if (main.length > BUDGET.raw || gzip(main) > BUDGET.gzip) {
    console.error('main.js is over its budget.');
    process.exitCode = 1;
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
