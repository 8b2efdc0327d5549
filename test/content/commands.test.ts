// The commands that the notes give to copy, run as they stand: a home folder of their own, no network, no server.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES, fences, noteById } from './handbook';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'rh-commands-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const at = (...parts: string[]): string => path.join(dir, ...parts);
const write = (text: string, ...parts: string[]): void => {
  mkdirSync(path.dirname(at(...parts)), { recursive: true });
  writeFileSync(at(...parts), text);
};
const read = (...parts: string[]): string => readFileSync(at(...parts), 'utf8');

/** Runs lines in bash as a student would, going on after a command that fails. */
function run(code: string, home: string, cwd = home): string {
  return execFileSync('bash', ['-c', code], {
    cwd,
    env: { PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`, HOME: home, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const works = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasNumpy = works('python3', '-c', 'import numpy');
const hasTorch = works('python3', '-c', 'import torch');
const hasBash = works('bash', '-c', 'true') && process.platform !== 'win32';

describe.each(LANGUAGES)('in %s', (language) => {
  const code = (id: string, kind: string): string[] =>
    fences(noteById(language, id).body)
      .filter((fence) => fence.language === kind)
      .map((fence) => fence.code);

  it.skipIf(!hasBash)('Zotero’s storage moves to the drive from two computers, and no file is lost or replaced', () => {
    const [move = ''] = code('tools/zotero', 'bash');
    // One drive, which two homes see, as a cloud drive keeps it the same on both.
    mkdirSync(at('drive'));
    for (const home of ['first', 'second']) {
      mkdirSync(at(home));
      run(`ln -s "${at('drive')}" ~/CloudDrive`, at(home));
    }
    write('a', 'first/Zotero/storage/AAAA/a.pdf');
    write('of the first', 'first/Zotero/storage/BOTH/both.pdf');
    write('b', 'second/Zotero/storage/BBBB/b.pdf');
    write('of the second', 'second/Zotero/storage/BOTH/both.pdf');
    run(move, at('first'));
    run(move, at('second'));
    for (const home of ['first', 'second']) {
      expect(readdirSync(at(home, 'Zotero/storage')).sort()).toEqual(['AAAA', 'BBBB', 'BOTH']);
      expect(read(home, 'Zotero/storage/AAAA/a.pdf') + read(home, 'Zotero/storage/BBBB/b.pdf')).toBe('ab');
      expect(read(home, 'Zotero/storage/BOTH/both.pdf')).toBe('of the first');
      expect(read(home, 'Zotero/storage-old/BOTH/both.pdf')).toBe(`of the ${home}`);
    }
    // What Zotero stores from now on lies on the drive.
    write('new', 'second/Zotero/storage/CCCC/new.pdf');
    expect(read('drive/zotero-storage/CCCC/new.pdf')).toBe('new');
  });

  it.skipIf(!hasBash)('a link made while storage is there ends up inside it, as the note warns', () => {
    mkdirSync(at('CloudDrive/zotero-storage'), { recursive: true });
    mkdirSync(at('Zotero/storage'), { recursive: true });
    run('ln -s ~/CloudDrive/zotero-storage ~/Zotero/storage', dir);
    expect(readdirSync(at('Zotero/storage'))).toEqual(['zotero-storage']);
  });

  describe.skipIf(!hasBash || !works('git', '--version'))('Git', () => {
    const clone = (): void => {
      const [configure = '', , branch = ''] = code('coding/git', 'bash');
      // A folder stands for GitHub; what is pushed and fetched is the same.
      write('', 'github/your-name/.keep');
      run(`git init -q --bare -b main your-project.git`, dir, at('github/your-name'));
      run(configure, dir);
      run(`git config --global url."file://${at('github')}/".insteadOf git@github.com:`, dir);
      run(
        'git clone -q git@github.com:your-name/your-project.git seed 2>&1 && cd seed && echo "print(1)" > train.py && ' +
          'echo "lr: 0.1" > config.yaml && git add . && git commit -qm first && git push -q',
        dir,
      );
      const [before = '', after = ''] = branch.split(/(?=^git add)/m);
      run(`set -e\n${before}\necho "print(2)" > train.py\n${after}`, dir);
    };

    it('clones, branches, commits and pushes; ignores data, weights and passwords; gives the hash', () => {
      clone();
      const [, , , hash = ''] = code('coding/git', 'bash');
      const project = at('your-project');
      const pushed = run('git log --format=%an:%s try-focal-loss', dir, at('github/your-name/your-project.git'));
      expect(pushed).toBe('Li Lei:Use focal loss in the classification head\nLi Lei:first\n');
      const [ignore = ''] = code('coding/git', 'text');
      write(`${ignore}\n`, 'your-project/.gitignore');
      for (const file of ['data/a.png', 'runs/1/log', 'best.pth', 'last.ckpt', '.env'])
        write('x', 'your-project', file);
      expect(run('git status --short', dir, project)).toBe('?? .gitignore\n');
      run('git add .gitignore && git commit -qm ignore', dir, project);
      const full = run('git rev-parse HEAD', dir, project);
      expect(run(hash, dir, project)).toMatch(/^[0-9a-f]{7,}\n$/);
      expect(full.startsWith(run(hash, dir, project).trim())).toBe(true);
    });

    it('a run leaves its configuration, commit, uncommitted changes and output in a folder of its own', () => {
      clone();
      const project = at('your-project');
      write('#!/bin/sh\necho "$@"\necho warned >&2\n', 'bin/python');
      chmodSync(at('bin/python'), 0o755);
      writeFileSync(path.join(project, 'train.py'), 'print(3)\n');
      writeFileSync(path.join(project, 'loss.py'), 'focal\n');
      writeFileSync(path.join(project, 'left.py'), 'new\n');
      run('git add loss.py', dir, project);
      run(code('research/record', 'bash')[0] ?? '', dir, project);
      const [folder = ''] = readdirSync(path.join(project, 'runs'));
      expect(folder).toMatch(/^\d{4}-\d{2}-\d{2}-focal-seed0$/);
      const left = (name: string): string => readFileSync(path.join(project, 'runs', folder, name), 'utf8');
      expect(left('config.yaml')).toBe('lr: 0.1\n');
      expect(left('commit.txt')).toBe(run('git rev-parse HEAD', dir, project));
      expect(left('changes.patch')).toMatch(/^-print\(2\)\n\+print\(3\)$/m);
      expect(left('changes.patch')).toContain('+focal\n');
      expect(left('changes.patch'), 'the note says that a new file has to be added first').not.toContain('left.py');
      expect(left('train.log').split('\n').sort().join()).toBe(',-u train.py --config config.yaml --seed 0,warned');
    });
  });

  describe.skipIf(!hasBash || !works('ssh', '-V'))('ssh', () => {
    it('reads the host that the note writes down', () => {
      const [host = ''] = code('servers/ssh', 'text');
      write(host, 'config');
      expect(run('ssh -F ~/config -G lab', dir).split('\n')).toEqual(
        expect.arrayContaining(['hostname hostname', 'port 22', 'user user']),
      );
    });

    it('goes through a gateway where the note says how, and to GitHub by port 443', () => {
      const [host = ''] = code('servers/ssh', 'text');
      const [jump = ''] = /ProxyJump \S+(?=`)/.exec(noteById(language, 'servers/ssh').body) ?? [];
      write(`${host}\n    ${jump}`, 'config');
      expect(run('ssh -F ~/config -G lab', dir)).toContain('proxyjump user@gateway\n');
      const lines = noteById(language, 'servers/mirrors').body.match(/(?<=`)(?:Host|HostName|Port) [\w.]+(?=`)/g) ?? [];
      write(lines.sort().join('\n'), 'config');
      expect(run('ssh -F ~/config -G git@github.com', dir)).toMatch(/^hostname ssh\.github\.com\n[^]*^port 443$/m);
    });

    it('takes the port of a proxy along', () => {
      const [forward = ''] = /^ssh -R \S+ lab/m.exec(code('servers/mirrors', 'bash').join('\n')) ?? [];
      expect(run(forward.replace('ssh', 'ssh -F /dev/null -G'), dir)).toContain(
        'remoteforward 17890 [127.0.0.1]:7890\n',
      );
    });

    it.skipIf(!works('bash', '-c', 'command -v ssh-keygen'))('makes the key that the notes name', () => {
      const [generate = ''] = code('servers/keys', 'bash');
      mkdirSync(at('.ssh'));
      // Enter at every question: the file is where ssh looks by itself, and the passphrase is empty.
      run(`${generate} -q -N "" -f ~/.ssh/id_ed25519`, dir);
      expect(read('.ssh/id_ed25519.pub')).toMatch(/^ssh-ed25519 \S+ lab-laptop\n$/);
    });
  });

  describe.skipIf(!hasNumpy)('the look at the data', () => {
    const look = (data: string): string =>
      execFileSync('python3', ['-'], {
        input: [
          'import numpy as np\nfeat = np.random.default_rng(0).standard_normal(100_000)',
          data,
          ...code('research/look-at-data', 'python'),
        ].join('\n'),
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    const numbers = (text: string): number[] => [...text.matchAll(/ (-?[\d.]+)(?= |\n|$)/g)].map(([, n]) => Number(n));

    it('tells dirty data from clean', () => {
      const clean = look('');
      const dirty = look('feat[:200] = 50.0');
      // A normal distribution's 0.1 % quantiles are ±3.09, and its ends in 100,000 draws lie near ±4.4.
      const [min = 0, low = 0, , high = 0, max = 0, cut] = numbers(clean);
      expect([low, high].map((n) => Math.round(Math.abs(n)))).toEqual([3, 3]);
      expect(Math.max(-min, max)).toBeLessThan(6);
      expect(cut).toBe(0);
      const after = numbers(dirty);
      expect(after.slice(4)).toEqual([50, 0.002]);
    });

    it('stops at what is no number', () => {
      expect(() => look('feat[7] = np.inf')).toThrow(/AssertionError/);
    });
  });
});

it.skipIf(!hasTorch && !hasNumpy)(
  'attention without its scale looks at itself alone, as the note on shapes says',
  () => {
    const [inChinese, inEnglish] = LANGUAGES.map((language) =>
      fences(noteById(language, 'coding/shapes').body)
        .filter((fence) => fence.language === 'python')
        .map((fence) => fence.code),
    );
    expect(inChinese).toEqual(inEnglish);
    const [shapes = '', mean = ''] = inChinese ?? [];
    // The note's own lines, on a stand-in of a few calls where PyTorch is not installed.
    const standIn = { PYTHONPATH: path.join(import.meta.dirname, 'stand-in'), PYTHONDONTWRITEBYTECODE: '1' };
    const printed = execFileSync('python3', ['-'], {
      input: [shapes, mean, shapes.replace(' / 64 ** 0.5', ''), mean].join('\n'),
      encoding: 'utf8',
      env: { ...process.env, ...(hasTorch ? {} : standIn) },
    });
    const [scaled, unscaled] = printed.split('\n').map((line) => Number(/[\d.]+/.exec(line)?.[0]));
    expect(scaled).toBeCloseTo(0.6, 1);
    expect(unscaled).toBeCloseTo(1, 3);
  },
);
