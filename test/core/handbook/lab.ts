// A small vault in memory and the synthetic packs of test/fixtures/packs, for the handbook's tests.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { applyPlan, type Outcome } from '../../../src/core/handbook/apply';
import type { HandbookFolders } from '../../../src/core/handbook/folders';
import { readPack, type Pack, type PackFiles } from '../../../src/core/handbook/pack';
import { planHandbook, type Plan } from '../../../src/core/handbook/plan';
import { readRecord, type MapRecord } from '../../../src/core/handbook/record';
import type { VaultNote, VaultState } from '../../../src/core/handbook/vault-state';
import { readFrontmatter } from '../../../src/core/markdown/frontmatter';
import type { Language, NoteStore, WriteResult, Yaml } from '../../../src/core/ports';

export const yaml: Yaml = { parse: (text) => parse(text) as unknown, stringify: (value) => stringify(value) };

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/packs');

export function packFiles(version: number, language: Language = 'en'): PackFiles {
  const dir = path.join(FIXTURES, `v${version}`, language);
  const notes: Record<string, string> = {};
  let history: string | undefined;
  for (const name of readdirSync(dir, { recursive: true }) as string[]) {
    if (name.endsWith('.md')) notes[name.split(path.sep).join('/')] = readFileSync(path.join(dir, name), 'utf8');
    if (name === 'history.json') history = readFileSync(path.join(dir, name), 'utf8');
  }
  return {
    manifest: readFileSync(path.join(dir, 'pack.yaml'), 'utf8'),
    notes,
    ...(history === undefined ? {} : { history }),
  };
}

export function pack(version: number, language: Language = 'en'): Pack {
  const read = readPack(packFiles(version, language), yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.pack;
}

export const FOLDERS: HandbookFolders = {
  handbook: 'Handbook',
  sources: 'Sources',
  weekly: 'Weekly',
  templates: 'Templates',
  home: 'Home.md',
};
export const FOLDERS_ZH: HandbookFolders = {
  handbook: '手册',
  sources: '文献',
  weekly: '周报',
  templates: '模板',
  home: '主页.md',
};

/** Thrown by a store that is told to stop: the app was closed. */
export class Stopped extends Error {}

/** A vault in memory. `stopAfter` writes it throws, as if the app had been closed. */
export class MemoryVault implements NoteStore {
  readonly notes: Map<string, string>;
  writes = 0;
  stopAfter = Number.POSITIVE_INFINITY;
  /** Paths that cannot be written. */
  readonly refused = new Set<string>();

  constructor(notes: Readonly<Record<string, string>> | ReadonlyMap<string, string> = {}) {
    this.notes = new Map(notes instanceof Map ? notes : Object.entries(notes));
  }

  copy(): MemoryVault {
    return new MemoryVault(this.notes);
  }

  /** The vault as an object, sorted by path, for comparing. */
  get all(): Record<string, string> {
    return Object.fromEntries([...this.notes].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  text(path: string): string {
    const text = this.notes.get(path);
    if (text === undefined) throw new Error(`no note at ${path}`);
    return text;
  }

  async exists(path: string): Promise<boolean> {
    return [...this.notes.keys()].some((name) => name.toLowerCase() === path.toLowerCase());
  }

  async read(path: string): Promise<string | null> {
    return this.notes.get(path) ?? null;
  }

  async create(path: string, text: string): Promise<WriteResult> {
    if (await this.exists(path)) return { ok: false, reason: 'exists', message: path };
    return this.write(path, text);
  }

  async change(path: string, change: (text: string) => string | null): Promise<WriteResult> {
    const text = this.notes.get(path);
    if (text === undefined) return { ok: false, reason: 'missing', message: path };
    const next = change(text);
    return next === null ? { ok: false, reason: 'changed', message: path } : this.write(path, next);
  }

  async remove(path: string, check: (text: string) => boolean | Promise<boolean>): Promise<WriteResult> {
    const text = this.notes.get(path);
    if (text === undefined) return { ok: false, reason: 'missing', message: path };
    if (!(await check(text))) return { ok: false, reason: 'changed', message: path };
    this.notes.delete(path);
    return { ok: true, path };
  }

  private write(path: string, text: string): WriteResult {
    if (this.refused.has(path)) return { ok: false, reason: 'failed', message: 'EACCES' };
    if (this.writes >= this.stopAfter) throw new Stopped();
    this.writes++;
    this.notes.set(path, text);
    return { ok: true, path };
  }
}

/** What the plugin would find in the vault. */
export function stateOf(vault: MemoryVault): VaultState {
  const notes: VaultNote[] = [];
  for (const [notePath, text] of vault.notes) {
    const read = readFrontmatter(text, yaml);
    const data = read.ok ? read.data : {};
    const language = data['handbook-lang'];
    if (data['handbook'] !== 'test-lab' || typeof data['handbook-id'] !== 'string') continue;
    if (language !== 'zh' && language !== 'en') continue;
    const version = data['handbook-version'];
    notes.push({
      id: data['handbook-id'],
      language,
      version: typeof version === 'number' ? version : null,
      path: notePath,
      text,
    });
  }
  const files = [...vault.notes.keys()];
  const folders = new Set(
    files.flatMap((file) => {
      const names = file.split('/').slice(0, -1);
      return names.map((_name, index) => names.slice(0, index + 1).join('/'));
    }),
  );
  return { notes, files, folders: [...folders], unread: [] };
}

export function recordIn(vault: MemoryVault, language = 'en'): MapRecord | null {
  const map = stateOf(vault)
    .notes.filter((note) => note.id === 'map' && note.language === language)
    .sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))[0];
  const read = map === undefined ? null : readFrontmatter(map.text, yaml);
  return read?.ok === true ? readRecord(read.data) : null;
}

export function planFor(vault: MemoryVault, of: Pack, folders?: HandbookFolders): Plan {
  const record = recordIn(vault, of.language);
  const wanted = folders ?? { ...(of.language === 'zh' ? FOLDERS_ZH : FOLDERS), ...record?.folders };
  return planHandbook({ pack: of, record, folders: wanted, beside: false, state: stateOf(vault), yaml });
}

/** Plans and applies. */
export function run(vault: MemoryVault, of: Pack, merge = false, folders?: HandbookFolders): Promise<Outcome> {
  return applyPlan(planFor(vault, of, folders), vault, yaml, { merge });
}

/** Steps of a plan that would write. */
export function writesOf(plan: Plan, merge = false): string[] {
  return plan.steps.flatMap((step) =>
    step.kind === 'create' || step.kind === 'update' || (merge && step.kind === 'merge') ? [step.path] : [],
  );
}

/** A vault set up with a version of the pack. */
export async function seeded(version: number, extra: Readonly<Record<string, string>> = {}): Promise<MemoryVault> {
  const vault = new MemoryVault(extra);
  await run(vault, pack(version));
  return vault;
}

/** The student edits a note. */
export function edit(vault: MemoryVault, notePath: string, change: (text: string) => string): void {
  const before = vault.text(notePath);
  const after = change(before);
  if (after === before) throw new Error(`the edit changes nothing: ${notePath}`);
  vault.notes.set(notePath, after);
}

/** The app renames a note: its links are rewritten in every note, by name or by path. */
export function rename(vault: MemoryVault, from: string, to: string): void {
  const text = vault.text(from);
  vault.notes.delete(from);
  vault.notes.set(to, text);
  const [oldName, newName] = [from, to].map((p) => p.slice(p.lastIndexOf('/') + 1).replace(/\.md$/, ''));
  const [oldPath, newPath] = [from, to].map((p) => p.replace(/\.md$/, ''));
  for (const [notePath, before] of [...vault.notes]) {
    const after = before
      .replaceAll(new RegExp(`\\[\\[${oldPath}(?=[|#\\]])`, 'g'), `[[${newPath}`)
      .replaceAll(new RegExp(`\\[\\[${oldName}(?=[|#\\]])`, 'g'), `[[${newName}`);
    vault.notes.set(notePath, after);
  }
}
