// npm test: lint, types, then every test in Node, jsdom and Chromium. Ends with one line that is true: `N passed, N failed`.
// Lint and types count as one check each. Browser tests are never left out: without a browser this fails and says what to install.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { obtainChromium } from './chromium.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
let passed = 0;
let failed = 0;

function count(ok) {
  if (ok) passed += 1;
  else failed += 1;
}

/** Runs a command; `quietly` keeps its output for the case that it fails. */
function run(command, args, { quietly = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: quietly ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', (error) => done({ ok: false, output: String(error) }));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

async function check(script) {
  const { ok, output } = await run(npm, ['run', '--silent', script], { quietly: true });
  console.log(`${ok ? '✓' : '✗'} ${script}${ok ? '' : `\n${output}`}`);
  count(ok);
}

/** What vitest found, as its JSON report has it: tests, files that could not even be loaded, errors outside any test. */
function countTests(report, exitedWell) {
  passed += report.numPassedTests;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failures = report.numFailedTests + broken;
  failed += failures === 0 && !exitedWell ? 1 : failures;
}

async function vitest(browser) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'research-handbook-test-'));
  const file = path.join(folder, 'report.json');
  try {
    const { ok } = await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...(browser ? [] : ['--project=!e2e']),
      ],
      { env: browser ? { CHROMIUM: browser } : {} },
    );
    countTests(JSON.parse(readFileSync(file, 'utf8')), ok);
  } catch (error) {
    console.error(`vitest did not finish: ${error.message}`);
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.chdir(path.resolve(import.meta.dirname, '..'));
await Promise.all([check('lint'), check('typecheck')]);
const browser = await obtainChromium().catch((error) => {
  console.error(error.message);
  failed += 1;
  return null;
});
await vitest(browser);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
