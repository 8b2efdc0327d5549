// A shell in which `obsidian` runs commands of the host, as the app's own program does of the app.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Host } from '../../host/node';

/** What stands in for `obsidian`: it sends its words, and prints what comes back. */
const OBSIDIAN = (port: number): string => `#!/usr/bin/env bash
exec 3<>/dev/tcp/127.0.0.1/${String(port)}
printf '%s\\0' "$@" >&3
printf '\\0' >&3
cat <&3
`;

/** Runs a bash script; `programs` are further ones that it may call, by name. Answers what it printed. */
export async function runScript(
  host: Host,
  script: string,
  programs: Readonly<Record<string, string>> = {},
): Promise<string> {
  const server = createServer((socket) => {
    let said = '';
    socket.setEncoding('utf8').on('data', (data: string) => {
      said += data;
      if (!said.endsWith('\0\0')) return;
      const [command = '', ...flags] = said.slice(0, -2).split('\0');
      const params = flags.map((flag): [string, string] => {
        const at = flag.indexOf('=');
        return at < 0 ? [flag, 'true'] : [flag.slice(0, at), flag.slice(at + 1)];
      });
      void host.cli(command, Object.fromEntries(params)).then((answer) => socket.end(`${answer}\n`));
    });
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rh-shell-'));
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const all = { ...programs, obsidian: OBSIDIAN((server.address() as AddressInfo).port) };
    for (const [name, text] of Object.entries(all)) {
      await writeFile(path.join(folder, name), text);
      await chmod(path.join(folder, name), 0o755);
    }
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    return await new Promise<string>((resolve, reject) => {
      execFile('bash', ['-euo', 'pipefail', '-c', script], { env }, (error, out, problems) => {
        if (error === null) resolve(out);
        else reject(new Error(`${error.message}\n${problems}`));
      });
    });
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
