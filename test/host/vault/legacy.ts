/* eslint-disable @typescript-eslint/no-explicit-any */
// Disk-backed adapter; Vault and MetadataCache semantics that the mocks lack.
import * as mocks from 'obsidian-test-mocks/obsidian';

const M = mocks as any;
const call = (op: string, ...a: unknown[]): Promise<any> => window.__vaultFs(op, ...a);
const b64 = M.arrayBufferToBase64 as (b: ArrayBuffer) => string;

export class DiskAdapter {
  private readonly locks = new Map<string, Promise<unknown>>();
  constructor(private readonly name: string) {}
  getName(): string {
    return this.name;
  }
  getResourcePath(p: string): string {
    return `https://vault.test/__vault/${encodeURI(p)}`;
  }
  getFullPath(p: string): string {
    return `/${this.name}/${p}`;
  }
  exists = (p: string): Promise<boolean> => call('exists', p);
  stat = (p: string): Promise<any> => call('stat', p);
  list = (p: string): Promise<any> => call('list', p === '/' ? '' : p);
  read = (p: string): Promise<string> => call('read', p);
  readBinary = async (p: string): Promise<ArrayBuffer> => M.base64ToArrayBuffer(await call('readBinary', p));
  write = (p: string, d: string, o?: unknown): Promise<void> => this.lock(p, () => call('write', p, d, o));
  writeBinary = (p: string, d: ArrayBuffer, o?: unknown): Promise<void> =>
    this.lock(p, () => call('writeBinary', p, b64(d), o));
  append = (p: string, d: string, o?: unknown): Promise<void> => this.lock(p, () => call('append', p, d, o));
  process = (p: string, fn: (s: string) => string, o?: unknown): Promise<string> =>
    this.lock(p, async () => {
      const out = fn(await call('read', p));
      await call('write', p, out, o);
      return out;
    });
  mkdir = (p: string): Promise<void> => call('mkdir', p);
  rename = (a: string, b: string): Promise<void> => call('rename', a, b);
  copy = (a: string, b: string): Promise<void> => call('copy', a, b);
  remove = (p: string): Promise<void> => call('remove', p);
  rmdir = (p: string, r: boolean): Promise<void> => call('rmdir', p, r);
  async trashLocal(p: string): Promise<void> {
    await call('mkdir', '.trash');
    await call('rename', p, `.trash/${p.split('/').pop()}`);
  }
  async trashSystem(p: string): Promise<boolean> {
    await this.trashLocal(p);
    return true;
  }
  private async lock<T>(p: string, fn: () => Promise<T>): Promise<T> {
    const run = (this.locks.get(p) ?? Promise.resolve()).then(fn, fn);
    this.locks.set(
      p,
      run.catch(() => undefined),
    );
    return run;
  }
}

const isDot = (p: string): boolean => p.split('/').some((s) => s.startsWith('.'));
const parentOf = (p: string): string => (p.includes('/') ? p.slice(0, p.lastIndexOf('/')) : '/');

export function patchVault(): void {
  const V = M.Vault.prototype;
  const base = {
    ...Object.fromEntries(['create', 'createBinary', 'createFolder', 'copy', 'rename'].map((k) => [k, V[k]])),
  } as any;
  V.syncStat__ = async function (f: any) {
    const s = await this.adapter.stat(f.path);
    if (s) f.stat = { ctime: s.ctime, mtime: s.mtime, size: s.size };
  };
  const guardNew = async function (v: any, path: string): Promise<void> {
    if (v.getAbstractFileByPath(path) || (await v.adapter.exists(path))) throw new Error('File already exists.');
    const dir = parentOf(path);
    if (dir !== '/' && !(await v.adapter.exists(dir)))
      throw new Error(`ENOENT: no such file or directory, open '${v.adapter.getFullPath(path)}'`);
  };
  const quiet = async (v: any, fn: () => Promise<any>): Promise<any> => {
    // run a mock method with its events held back
    const held: any[] = [];
    const trigger = v.trigger;
    v.trigger = (...a: any[]) => held.push(a);
    let r: any;
    try {
      r = await fn();
    } finally {
      v.trigger = trigger;
    }
    for (const [name, file, ...rest] of held) {
      if (file instanceof M.TFile && name !== 'delete') await v.syncStat__(file);
      v.trigger(name, file, ...rest);
    }
    return r;
  };
  for (const k of ['create', 'createBinary'] as const) {
    V[k] = async function (path: string, data: any, o: any) {
      path = M.normalizePath(path);
      await guardNew(this, path);
      await this.adapter[k === 'create' ? 'write' : 'writeBinary'](path, data, o);
      const f = M.TFile.create__(this, path);
      await this.syncStat__(f);
      this.setVaultAbstractFile__(path, f);
      this.trigger('create', f);
      return f;
    };
  }
  V.createFolder = async function (path: string) {
    path = M.normalizePath(path);
    if (this.getAbstractFileByPath(path)) throw new Error('Folder already exists.');
    return base.createFolder.call(this, path);
  };
  V.copy = async function (f: any, p: string) {
    await guardNew(this, p);
    return quiet(this, () => base.copy.call(this, f, p));
  };
  for (const [k, op] of [
    ['modify', 'write'],
    ['modifyBinary', 'writeBinary'],
    ['append', 'append'],
  ] as const) {
    V[k] = async function (f: any, d: any, o: any) {
      await this.adapter[op](f.path, d, o);
      await this.syncStat__(f);
      this.trigger('modify', f);
    };
  }
  V.process = async function (f: any, fn: any, o: any) {
    const r = await this.adapter.process(f.path, fn, o);
    await this.syncStat__(f);
    this.trigger('modify', f);
    return r;
  };
  const drop = function (v: any, file: any): void {
    // children first, one event each
    if (file instanceof M.TFolder) for (const c of [...file.children]) drop(v, c);
    v.deleteVaultAbstractFile__(file.path);
    v.trigger('delete', file);
  };
  V.delete = async function (f: any) {
    await (f instanceof M.TFolder ? this.adapter.rmdir(f.path, true) : this.adapter.remove(f.path));
    drop(this, f);
  };
  V.trash = async function (f: any, system: boolean) {
    await (system ? this.adapter.trashSystem(f.path) : this.adapter.trashLocal(f.path));
    drop(this, f);
  };
  V.rename = async function (f: any, newPath: string) {
    newPath = M.normalizePath(newPath);
    if (this.getAbstractFileByPath(newPath)) throw new Error('Destination file already exists!');
    const old = f.path;
    const below: any[] = [];
    if (f instanceof M.TFolder) M.Vault.recurseChildren(f, (c: any) => below.push([c, c.path]));
    await quiet(this, () => base.rename.call(this, f, newPath));
    for (const [c, p] of below) this.trigger('rename', c, p);
    void old;
  };
  V.getName = function () {
    return this.adapter.getName();
  };
  V.getResourcePath = function (f: any) {
    return this.adapter.getResourcePath(f.path);
  };
  V.getConfig = function (k: string) {
    return this.config__[k];
  };
  V.getAvailablePath = V.getAvailablePath__;
  V.scan__ = async function (dir = '') {
    for (const e of await call('tree', dir)) {
      if (e.type === 'folder') {
        if (!this.getFolderByPath(e.path)) this.registerFolderTree(e.path);
        continue;
      }
      if (this.getFileByPath(e.path)) continue;
      const f = M.TFile.create__(this, e.path);
      f.stat = { ctime: e.ctime, mtime: e.mtime, size: e.size };
      this.setVaultAbstractFile__(e.path, f);
      this.trigger('create', f);
    }
  };
  V.ops__ = 0;
  V.external__ = Promise.resolve();
  for (const k of [
    'create',
    'createBinary',
    'createFolder',
    'copy',
    'modify',
    'modifyBinary',
    'append',
    'process',
    'delete',
    'trash',
    'rename',
  ]) {
    const fn = V[k];
    V[k] = async function (...a: any[]) {
      this.ops__ += 1;
      try {
        return await fn.apply(this, a);
      } finally {
        this.ops__ -= 1;
      }
    };
  }
  V.externalChange__ = async function (path: string) {
    // a change made by another program: one at a time, never amid our own
    this.external__ = this.external__.then(
      async () => {
        while (this.ops__ > 0) await tick();
        await this.external2__(path);
      },
      () => undefined,
    );
    return this.external__;
  };
  V.external2__ = async function (path: string) {
    if (isDot(path)) return this.trigger('raw', path);
    const known = this.getAbstractFileByPath(path);
    const s = await this.adapter.stat(path);
    if (!s) {
      if (known) drop(this, known);
      return;
    }
    if (!known) return this.scan__(parentOf(path) === '/' ? '' : parentOf(path));
    if (s.type === 'file' && s.mtime !== known.stat.mtime) {
      await this.syncStat__(known);
      this.trigger('modify', known);
    }
  };
  M.FileManager.prototype.processFrontMatter = async function (file: any, fn: (fm: any) => void, o: any) {
    await this.app.vault.process(
      file,
      (content: string) => {
        const info = M.getFrontMatterInfo(content);
        const fm = (info.exists && M.parseYaml(info.frontmatter)) || {};
        fn(fm);
        const body = content.slice(info.contentStart);
        return Object.keys(fm).length === 0 ? body : `---\n${M.stringifyYaml(fm)}---\n${body}`;
      },
      o,
    );
  };
  // Renaming through the file manager rewrites the links to the file, as the app does by default.
  M.FileManager.prototype.renameFile = async function (file: any, newPath: string) {
    const app = this.app;
    const cache = app.metadataCache;
    const moved: any[] = [];
    if (file instanceof M.TFolder)
      M.Vault.recurseChildren(file, (c: any) => {
        if (c instanceof M.TFile) moved.push(c);
      });
    else moved.push(file);
    const todo: { from: any; at: { start: number; end: number; original: string; dest: any; sub: string }[] }[] = [];
    for (const from of app.vault.getMarkdownFiles()) {
      const meta = cache.getFileCache(from);
      const at: any[] = [];
      for (const r of [...(meta?.links ?? []), ...(meta?.embeds ?? [])]) {
        const [link, ...sub] = r.link.split('#');
        const dest = link === '' ? null : cache.getFirstLinkpathDest(link, from.path);
        if (dest && moved.includes(dest))
          at.push({
            start: r.position.start.offset,
            end: r.position.end.offset,
            original: r.original,
            dest,
            sub: sub.length ? `#${sub.join('#')}` : '',
          });
      }
      if (at.length) todo.push({ from, at: at.sort((a, b) => b.start - a.start) });
    }
    await app.vault.rename(file, newPath);
    for (const { from, at } of todo)
      await app.vault.process(from, (t: string) => {
        for (const l of at) {
          if (t.slice(l.start, l.end) !== l.original) continue;
          const to = cache.fileToLinktext(l.dest, from.path) + l.sub;
          const wiki = /^(!?\[\[)[^\]|]*(\|[^\]]*)?(\]\])$/.exec(l.original);
          t =
            t.slice(0, l.start) +
            (wiki
              ? `${wiki[1]}${to}${wiki[2] ?? ''}${wiki[3]}`
              : l.original.replace(/\]\([^)]*\)$/, `](${encodeURI(l.dest.path)}${l.sub})`)) +
            t.slice(l.end);
        }
        return t;
      });
  };
  M.FileManager.prototype.getAvailablePathForAttachment = async function (name: string) {
    const i = name.lastIndexOf('.');
    return this.app.vault.getAvailablePath__(i > 0 ? name.slice(0, i) : name, i > 0 ? name.slice(i + 1) : '');
  };
  M.FileManager.prototype.trashFile = async function (f: any) {
    await this.app.vault.trash(f, false);
  };
}

export function patchMetadataCache(): void {
  const C = M.MetadataCache.prototype;
  const parse = C.parseFileMetadata;
  const text = new Map<string, string>();
  C.pending__ = 0; // strict proxies throw on members that were never set
  M.Vault.prototype.readSync__ = function (f: any) {
    const t = text.get(f.path);
    if (t === undefined) throw new Error('not indexed');
    return t;
  };
  C.parseFileMetadata = function (f: any) {
    void this.index__(f);
  }; // create/modify: index later, as the real app does
  C.dirty__ = null;
  // Reads asked for in one turn go to the disk together: a cold start of thousands of notes is a few calls.
  let batch: { path: string; got: (t: string | null) => void }[] = [];
  const readSoon = (path: string): Promise<string | null> =>
    new Promise((got) => {
      batch.push({ path, got });
      if (batch.length === 1)
        void tick().then(async () => {
          const now = batch;
          batch = [];
          for (let i = 0; i < now.length; i += 500) {
            const part = now.slice(i, i + 500);
            const texts = await call(
              'readMany',
              part.map((b) => b.path),
            );
            part.forEach((b, k) => {
              b.got(texts[k]);
            });
          }
        });
    });
  C.updateLinks = function (path: string, cache: any) {
    (this.dirty__ ??= new Map()).set(path, cache);
  }; // resolved together when the queue is empty
  const updateLinks = function (cache: any, path: string, meta: any): void {
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const r of [...(meta.links ?? []), ...(meta.embeds ?? []), ...(meta.frontmatterLinks ?? [])]) {
      const link = r.link.split('#')[0];
      if (link === '') continue;
      const dest = cache.getFirstLinkpathDest(link, path);
      const into = dest ? resolved : unresolved;
      const key = dest ? dest.path : link;
      into[key] = (into[key] ?? 0) + 1;
    }
    cache.resolvedLinks[path] = resolved;
    cache.unresolvedLinks[path] = unresolved;
  };
  C.index__ = async function (f: any) {
    if (!(f instanceof M.TFile) || f.extension !== 'md') return;
    this.pending__ += 1;
    try {
      const content = await readSoon(f.path);
      if (content === null || this.app__.vault.getFileByPath(f.path) !== f) return;
      text.set(f.path, content);
      try {
        parse.call(this, f);
      } catch {
        // malformed YAML: no frontmatter, body still indexed
        const fmEnd = M.getFrontMatterInfo(content).contentStart;
        text.set(f.path, content.slice(0, fmEnd).replace(/[^\n]/g, ' ') + content.slice(fmEnd));
        parse.call(this, f);
      }
      this.retag(f, content);
      this.trigger('resolve', f);
    } finally {
      if (--this.pending__ === 0) {
        this.relink();
        this.trigger('resolved');
      }
    }
  };
  C.retag = function (f: any, content: string) {
    // the mock's tag pattern is ASCII only
    const cache = this.cache__.get(f.path);
    if (!cache) return;
    const starts = [0];
    for (let i = 0; i < content.length; i++) if (content[i] === '\n') starts.push(i + 1);
    const loc = (o: number): any => {
      let l = starts.length - 1;
      while ((starts[l] ?? 0) > o) l--;
      return { line: l, col: o - (starts[l] ?? 0), offset: o };
    };
    const code = (cache.sections ?? [])
      .filter((s: any) => s.type === 'code' || s.type === 'yaml')
      .map((s: any) => [s.position.start.offset, s.position.end.offset]);
    const tags = [];
    for (const m of content.matchAll(/(?<=^|\s)#([\p{L}\p{N}\p{Emoji_Presentation}_/-]+)/gu)) {
      if (/^\d+$/.test(m[1] ?? '') || code.some(([a, b]: any) => m.index >= a && m.index < b)) continue;
      tags.push({ tag: m[0], position: { start: loc(m.index), end: loc(m.index + m[0].length) } });
    }
    if (tags.length) cache.tags = tags;
    else delete cache.tags;
  };
  C.names__ = null;
  C.all__ = true;
  C.fresh__ = null;
  C.relink = function () {
    // all notes when a file left or moved; else those just indexed, and those whose unresolved links a new file may answer
    const todo = new Map(this.all__ ? this.cache__ : (this.dirty__ ?? []));
    const fresh = this.fresh__ as Set<string> | null;
    if (!this.all__ && fresh)
      for (const [p, links] of Object.entries(this.unresolvedLinks as Record<string, object>)) {
        if (
          Object.keys(links).some((l) => {
            const n = l.toLowerCase().split('/').pop()!;
            return fresh.has(n) || fresh.has(`${n}.md`);
          }) &&
          this.cache__.has(p)
        )
          todo.set(p, this.cache__.get(p));
      }
    this.all__ = false;
    this.dirty__ = null;
    this.fresh__ = null;
    for (const [p, c] of todo) updateLinks(this, p, c);
  };
  C.getFirstLinkpathDest = function (link: string, source: string) {
    const want = link.replace(/^\//, '').toLowerCase();
    if (want === '') return this.app__.vault.getFileByPath(source);
    if (!this.names__) {
      this.names__ = new Map();
      for (const f of this.app__.vault.getFiles()) {
        const n = f.name.toLowerCase();
        const l = this.names__.get(n);
        if (l) l.push(f);
        else this.names__.set(n, [f]);
      }
    }
    const last = want.split('/').pop()!;
    const hits = [...(this.names__.get(last) ?? []), ...(this.names__.get(`${last}.md`) ?? [])].filter((f: any) =>
      [want, `${want}.md`].some((w) => {
        const p = f.path.toLowerCase();
        return p === w || p.endsWith(`/${w}`);
      }),
    );
    const dir = parentOf(source);
    return (
      hits.sort(
        (a: any, b: any) =>
          Number(parentOf(b.path) === dir) - Number(parentOf(a.path) === dir) || a.path.length - b.path.length,
      )[0] ?? null
    );
  };
  C.fileToLinktext = function (f: any, source: string, omit = true) {
    const name = omit && f.extension === 'md' ? f.basename : f.name;
    return this.getFirstLinkpathDest(name, source) === f
      ? name
      : omit && f.extension === 'md'
        ? f.path.slice(0, -3)
        : f.path;
  };
  C.watch__ = function () {
    const v = this.app__.vault;
    for (const e of ['delete', 'rename'])
      v.on(e, () => {
        this.names__ = null;
        this.all__ = true;
      });
    v.on('create', (f: any) => {
      (this.fresh__ ??= new Set()).add(f.name.toLowerCase());
      if (!this.names__ || !(f instanceof M.TFile)) return;
      const n = f.name.toLowerCase();
      const l = this.names__.get(n);
      if (l) l.push(f);
      else this.names__.set(n, [f]);
    });
    v.on('delete', (f: any) => {
      const prev = this.cache__.get(f.path) ?? null;
      text.delete(f.path);
      this.cache__.delete(f.path);
      delete this.resolvedLinks[f.path];
      delete this.unresolvedLinks[f.path];
      delete this.fileCache__[f.path];
      if (f instanceof M.TFile) {
        this.trigger('deleted', f, prev);
        this.relink();
      }
    });
    v.on('rename', (f: any, old: string) => {
      for (const m of [this.cache__, text])
        if (m.has(old)) {
          m.set(f.path, m.get(old));
          m.delete(old);
        }
      for (const o of [this.resolvedLinks, this.unresolvedLinks, this.fileCache__])
        if (old in o) {
          o[f.path] = o[old];
          delete o[old];
        }
      this.relink();
      this.trigger('resolved');
    });
  };
  C.idle__ = async function () {
    while (this.pending__ > 0) await tick();
  };
}
/** A macrotask that a fake clock does not hold back. */
export const tick = (): Promise<void> =>
  window.__tick
    ? window.__tick()
    : new Promise((r) => {
        const c = new MessageChannel();
        c.port1.onmessage = () => {
          c.port1.close();
          r();
        };
        c.port2.postMessage(0);
      });
