import type { FailedRequest, Network } from '../../ports';
import { asObject, readJson, type JsonObject } from '../../web/json-object';
import { unreadable } from '../../web/unreadable';
import type { ReadItems } from '../item';
import { readZotero } from './read-items';

/** A library of the student's, or of a group. */
export interface ZoteroLibrary {
  /** As links into Zotero have it: `library`, `groups/42`. */
  readonly id: string;
  /** Below the API's address: `users/0`, `groups/42`. */
  readonly path: string;
  /** Null for the student's own. */
  readonly name: string | null;
}

export interface ZoteroCollection {
  readonly key: string;
  /** With those that it lies in: `Vision / Detection`. */
  readonly name: string;
  /** Its own key and those of all that lie in it. */
  readonly keys: readonly string[];
}

/** Which items are wanted. */
export type ZoteroScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'collection'; readonly keys: readonly string[] };

/** An answer, or in words what is wrong. */
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** Where items come from. */
export interface ItemSource {
  /** Its host, or its path in the vault. */
  readonly where: string;
  readonly isFile: boolean;
  /** The student's own first. */
  libraries(): Promise<Answered<readonly ZoteroLibrary[]>>;
  collections(library: ZoteroLibrary): Promise<Answered<readonly ZoteroCollection[]>>;
  items(library: ZoteroLibrary, scope: ZoteroScope, how?: HowToFetch): Promise<Answered<ReadItems>>;
  /** What it calls itself, how many items the own library has, and how many groups there are. */
  about(): Promise<Answered<{ readonly name: string; readonly items: number; readonly groups: number }>>;
}

export interface HowToFetch {
  readonly signal?: Stop;
  readonly onCount?: (count: number) => void;
}

/** An `AbortSignal`, as far as it is asked: once aborted, no further page is. */
interface Stop {
  readonly aborted: boolean;
}

/** Who is asked: Zotero on this computer, or zotero.org with a key. */
export interface ZoteroServer {
  readonly host: string;
  /** The key for zotero.org; null for Zotero on this computer. */
  readonly key: string | null;
}

interface Page {
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** How many there are in all. */
  readonly total: number;
}

const TOGETHER = 100; // zotero.org gives no more at once
const SECONDS = 60; // a large library takes Zotero a while

export const WEB_HOST = 'api.zotero.org';
export const localServer = (port: number): ZoteroServer => ({ host: `127.0.0.1:${String(port)}`, key: null });
export const webServer = (key: string): ZoteroServer => ({ host: WEB_HOST, key });

/**
 * Asks Zotero 7 or newer (`server_localAPI.js`), or zotero.org: one API. Nothing is ever written to it. What changed since is
 * not asked for, since up to version 9 items that were not synced yet would be missing: everything is listed, and compared.
 */
export class ZoteroClient implements ItemSource {
  readonly isFile = false;
  readonly where: string;

  constructor(
    private readonly server: ZoteroServer,
    private readonly network: Network,
    /** Puts into words why there is no answer. */
    private readonly told: (failed: FailedRequest) => string,
  ) {
    this.where = server.host;
  }

  async about(): ReturnType<ItemSource['about']> {
    const libraries = await this.libraries();
    if (!libraries.ok) return libraries;
    const [own, ...groups] = libraries.value;
    const answer = await this.ask(`${own?.path ?? ''}/items/top?limit=1`);
    if (!answer.ok) return answer;
    const { headers, total: items } = answer.value;
    const version = headers['x-zotero-version'];
    const name = version === undefined ? this.where : `Zotero ${version}`;
    return { ok: true, value: { name, items, groups: groups.length } };
  }

  /** The student's own library, then the groups'. */
  async libraries(): Promise<Answered<ZoteroLibrary[]>> {
    let user = 'users/0';
    if (this.server.key !== null) {
      const me = await this.ask('keys/current');
      if (!me.ok) return me;
      const { userID } = asObject(me.value.value);
      if (typeof userID !== 'number') return this.unreadable();
      user = `users/${String(userID)}`;
    }
    const groups = await this.list(`${user}/groups`);
    if (!groups.ok) return groups;
    const own: ZoteroLibrary = { id: 'library', path: user, name: null };
    return {
      ok: true,
      value: [
        own,
        ...groups.value.map(({ id, data }) => {
          const path = `groups/${String(Number(id))}`;
          return { id: path, path, name: textIn(data, 'name') || path };
        }),
      ],
    };
  }

  /** All collections of a library, sorted by where they lie. */
  async collections({ path }: ZoteroLibrary): Promise<Answered<ZoteroCollection[]>> {
    const listed = await this.list(`${path}/collections`);
    if (!listed.ok) return listed;
    const all = listed.value.map(({ key, data }) => ({
      key: String(key),
      name: textIn(data, 'name'),
      parent: textIn(data, 'parentCollection'),
    }));
    const byKey = new Map(all.map((one) => [one.key, one]));
    // A set, since what lies in itself would have no end.
    const chains = all.map((one) => {
      const chain = new Set([one]);
      for (const { parent } of chain) {
        const up = byKey.get(parent);
        if (up !== undefined) chain.add(up);
      }
      return [...chain];
    });
    const collections = all.map((one, at) => ({
      key: one.key,
      name: (chains[at] ?? [])
        .map(({ name }) => name)
        .reverse()
        .join(' / '),
      keys: all.filter((_other, below) => chains[below]?.includes(one)).map(({ key }) => key),
    }));
    return { ok: true, value: collections.sort((a, b) => a.name.localeCompare(b.name)) };
  }

  /** The items of a scope, each once, with the citekeys that Better BibTeX gives to those of the own library. */
  async items(
    { id, path }: ZoteroLibrary,
    scope: ZoteroScope,
    { signal, onCount }: HowToFetch = {},
  ): Promise<Answered<ReadItems>> {
    const objects = new Map<unknown, JsonObject>();
    if (scope.kind === 'key') {
      const one = await this.ask(`${path}/items/${encodeURIComponent(scope.key)}`);
      if (!one.ok) return one;
      objects.set('', asObject(one.value.value));
    } else {
      const places =
        scope.kind === 'collection' ? scope.keys.map((key) => `collections/${encodeURIComponent(key)}/`) : [''];
      const query = scope.kind === 'query' ? `q=${encodeURIComponent(scope.query)}&` : '';
      for (const place of places) {
        const listed = await this.list(
          `${path}/${place}items/top?${query}sort=dateAdded&direction=asc`,
          signal,
          (count) => onCount?.(objects.size + count),
        );
        if (!listed.ok) return listed;
        for (const one of listed.value) objects.set(one['key'], one);
      }
    }
    const found = [...objects.values()];
    const read = readZotero(found);
    const without = read.items.flatMap(({ draft }) => (draft.citekey === null ? [draft.zotero?.slice(-8) ?? ''] : []));
    const citekeys = id === 'library' ? await this.citekeys(without) : new Map<string, string>();
    return { ok: true, value: citekeys.size === 0 ? read : readZotero(found, citekeys) };
  }

  /** Citekeys that Better BibTeX gives to items of the own library, by their keys; none where it is not there. */
  private async citekeys(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    if (this.server.key !== null || keys.length === 0) return found;
    const params = [keys.map((key) => `1:${key}`)];
    const answer = await this.network.ask({
      url: `http://${this.server.host}/better-bibtex/json-rpc`,
      headers: HEADERS,
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'item.citationkey', params }),
    });
    const { result } = asObject(answer.ok ? readJson(answer.text) : null);
    for (const [key, citekey] of Object.entries(asObject(result)))
      if (typeof citekey === 'string' && citekey !== '') found.set(key.replace(/^\d+:/, ''), citekey);
    return found;
  }

  /** All of a list, page by page. Where pages do not add up (it was changed meanwhile, say), it counts as unreadable. */
  private async list(path: string, signal?: Stop, onCount?: (count: number) => void): Promise<Answered<JsonObject[]>> {
    const found = new Map<string, JsonObject>();
    for (let start = 0; ;) {
      const paging = `limit=${String(TOGETHER)}&start=${String(start)}`;
      const page = await this.ask(`${path}${path.includes('?') ? '&' : '?'}${paging}`);
      if (!page.ok) return page;
      const { value, total } = page.value;
      if (!Array.isArray(value)) return this.unreadable();
      const objects = value.map(asObject);
      for (const one of objects) found.set(String(one['key'] ?? one['id']), one);
      start += objects.length;
      onCount?.(found.size);
      if (start >= total || objects.length === 0 || signal?.aborted === true)
        return found.size < total && signal?.aborted !== true
          ? this.unreadable()
          : { ok: true, value: [...found.values()] };
    }
  }

  private async ask(path: string): Promise<Answered<Page>> {
    const { host, key } = this.server;
    const url = key === null ? `http://${host}/api/${path}` : `https://${host}/${path}`;
    const headers = key === null ? HEADERS : { ...HEADERS, 'Zotero-API-Key': key };
    const answer = await this.network.ask({ url, headers, seconds: SECONDS });
    if (!answer.ok) return { ok: false, error: this.told(answer) };
    const value = readJson(answer.text);
    if (value === undefined) return this.unreadable();
    return { ok: true, value: { value, headers: answer.headers, total: Number(answer.headers['total-results'] ?? 0) } };
  }

  private unreadable(): { readonly ok: false; readonly error: string } {
    return { ok: false, error: this.told(unreadable(this.where)) };
  }
}

/** Zotero refuses what a browser sends, and the app always says where it comes from, unless the first of these is there. */
const HEADERS = { 'Zotero-Allowed-Request': '1', 'Zotero-API-Version': '3' };

function textIn(data: unknown, name: string): string {
  const value = asObject(data)[name];
  return typeof value === 'string' ? value : '';
}
