// `node scripts/histories.mjs [histories=1000] [first=1]`: random lives of a vault in jsdom, on one device or two, with typing,
// commands, faults, kills, restarts and syncs. Says how many words were lost; `npm test` lives a few of them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const [histories = '1000', first = '1'] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project=host', 'test/features/histories'],
  {
    cwd: path.resolve(import.meta.dirname, '..'),
    env: { ...process.env, HISTORIES: histories, HISTORIES_FROM: first },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
