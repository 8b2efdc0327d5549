// A fake Zotero: the local API of 7, 9 and 10 (server_localAPI.js), and api.zotero.org.
import type { Server } from './fake-servers';

export type ZoteroItem = Readonly<Record<string, unknown>> & { readonly itemType: string };

interface Library {
  readonly items: Readonly<Record<string, ZoteroItem>>;
  readonly collections?: Readonly<
    Record<string, { readonly name: string; readonly parent?: string; readonly items: readonly string[] }>
  >;
}

export interface FakeZotero {
  readonly version: '7' | '9' | '10' | 'web';
  readonly own: Library;
  readonly groups?: Readonly<Record<number, Library & { readonly name: string }>>;
  /** What Better BibTeX calls items of the own library; left out: it is not installed. */
  readonly citekeys?: Readonly<Record<string, string>>;
  readonly key?: string;
  /** How a list breaks off, from that page on. */
  readonly breaksAt?: number;
}

const NAMES = { '7': '7.0.32', '9': '9.0.6', '10': '10.0.0', web: '' };

export function zotero({ version, own, groups = {}, citekeys, key, breaksAt = Infinity }: FakeZotero): Server {
  const isWeb = version === 'web';
  const headers = {
    ...(isWeb ? { 'Zotero-API-Version': '3' } : { 'X-Zotero-Version': NAMES[version], 'Zotero-API-Version': '3' }),
    ...(version === '10' ? { 'Zotero-Server-ID': 'abcdef' } : {}),
    ...(version === '7' ? {} : { 'Zotero-Schema-Version': '41' }), // 7 has an older one, without citation keys
    'Last-Modified-Version': isWeb ? '1234' : '0',
  };
  const user = isWeb ? 'users/4711' : 'users/0';
  return (request, { pathname, searchParams }) => {
    // A browser is refused; `requestUrl` always says where it comes from, as one does.
    if (!isWeb && request.headers['Zotero-Allowed-Request'] === undefined)
      return version === '7'
        ? { status: 403, headers, body: 'Request not allowed\n' }
        : { error: 'net::ERR_EMPTY_RESPONSE' };
    if (isWeb && request.headers['Zotero-API-Key'] !== key) return { status: 403, body: 'Invalid key' };
    if (pathname === '/better-bibtex/json-rpc') {
      if (citekeys === undefined) return { status: 404, headers, body: 'No endpoint found\n' };
      const [asked = []] = (JSON.parse(request.body ?? '{}') as { params: string[][] }).params;
      const found = asked.map((one) => [one, citekeys[one.replace(/^1:/, '')] ?? '']);
      return { headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, result: Object.fromEntries(found) as unknown }) };
    }
    const path = isWeb ? pathname.slice(1) : pathname.replace(/^\/api\//, '');
    if (isWeb && path === 'keys/current') return { body: JSON.stringify({ key, userID: 4711, username: 'student' }) };
    const isGroup = /^groups\/(\d+)\//.exec(path);
    const library = isGroup === null ? own : groups[Number(isGroup[1])];
    const about =
      isGroup === null ? { type: 'user', id: 4711, name: 'My Library' } : { type: 'group', id: Number(isGroup[1]) };
    const rest = path.replace(isGroup === null ? `${user}/` : /^groups\/\d+\//, '');
    const objects = library === undefined ? null : objectsOf(as(version, library), rest, searchParams.get('q'));
    const list =
      rest === 'groups' && isGroup === null
        ? Object.entries(groups).map(([id, { name }]) => ({ id: Number(id), data: { id: Number(id), name } }))
        : objects;
    if (list === null) return { status: 404, headers, body: 'Not found\n' };
    if (!Array.isArray(list)) return { headers, body: JSON.stringify({ ...list, library: about, version: 0 }) };
    const start = Number(searchParams.get('start') ?? 0);
    const most = Math.min(Number(searchParams.get('limit') ?? (isWeb ? 25 : list.length)), isWeb ? 100 : Infinity);
    const page = list.slice(start, start + most).map((one) => ({ version: 0, library: about, ...one }));
    const body = JSON.stringify(page);
    const whole = { ...headers, 'Total-Results': String(list.length) };
    return start / most >= breaksAt
      ? { headers: whole, body: body.slice(0, body.length / 2) }
      : { headers: whole, body };
  };
}

/** A library as that Zotero writes it: 7 keeps citation keys in Extra, and zotero.org sends fields that are empty, too. */
function as(version: FakeZotero['version'], library: Library): Library {
  const written = ({ citationKey, ...item }: ZoteroItem): ZoteroItem =>
    version === 'web'
      ? { ...EMPTY, ...item, ...(citationKey === undefined ? {} : { citationKey }) }
      : version === '7' && citationKey !== undefined
        ? { ...item, extra: `Citation Key: ${String(citationKey)}` }
        : { ...item, ...(citationKey === undefined ? {} : { citationKey }) };
  const items = Object.entries(library.items).map(([key, item]) => [key, written(item)] as const);
  return { ...library, items: Object.fromEntries(items) };
}

const EMPTY = {
  title: '',
  creators: [],
  date: '',
  DOI: '',
  url: '',
  extra: '',
  publicationTitle: '',
  tags: [],
  version: 0,
};

type Found = { readonly key: string; readonly data: unknown };

function objectsOf(library: Library, rest: string, query: string | null): Found | Found[] | null {
  const { items, collections = {} } = library;
  const item = (key: string): Found => ({ key, data: { key, ...items[key] } });
  const one = /^items\/([A-Z0-9]{8})$/.exec(rest)?.[1];
  if (one !== undefined) return items[one] === undefined ? null : item(one);
  if (rest === 'collections')
    return Object.entries(collections).map(([key, { name, parent }]) => ({
      key,
      data: { key, name, parentCollection: parent ?? false },
    }));
  const inside = /^collections\/(\w+)\/items\/top$/.exec(rest)?.[1];
  if (inside !== undefined) return collections[inside]?.items.map(item) ?? null;
  if (rest !== 'items/top') return null;
  const words = query?.toLowerCase() ?? '';
  return Object.keys(items)
    .filter((key) => JSON.stringify(items[key]).toLowerCase().includes(words))
    .map(item);
}
