import { cslEntry } from '../csl/csl-entry';
import { draftOfEntry } from '../draft-of-entry';
import { shortened, type Failure, type Skipped } from '../entry';
import type { Item, ReadItems } from '../item';
import { asObject, type JsonObject } from '../../web/json-object';

/** An item in Zotero: a library (`library`, `groups/42`) and a key. */
export interface ZoteroPlace {
  readonly library: string;
  readonly key: string;
}

/** Where a link into Zotero leads; null for any other text. */
export function zoteroPlace(written: string): ZoteroPlace | null {
  const link = /(?:^zotero:\/\/select|zotero\.org)\/(library|groups\/\d+)\/items\/([A-Z0-9]{8})$/.exec(written.trim());
  return link === null ? null : { library: link[1] ?? '', key: link[2] ?? '' };
}

export const zoteroLink = ({ library, key }: ZoteroPlace): string => `zotero://select/${library}/items/${key}`;

/** What Zotero keeps beside items: it is no source of its own. */
const PARTS: ReadonlySet<unknown> = new Set(['attachment', 'note', 'annotation']);

/**
 * Reads items as Zotero's API writes them (zotero.org/support/dev/web_api/v3/basics); `line` is an item's number, from 0.
 *
 * @param citekeys - by key, for items that carry none themselves
 */
export function readZotero(objects: readonly unknown[], citekeys: ReadonlyMap<string, string> = new Map()): ReadItems {
  const items: Item[] = [];
  const failures: Failure[] = [];
  const skipped: Skipped[] = [];
  for (const [line, object] of objects.entries()) {
    const { key, data, library } = asObject(object);
    const fields = asObject(data);
    const fail = (code: Failure['code']): void => {
      failures.push({ code, line, raw: shortened(JSON.stringify(data ?? object, null, 2)), damage: [] });
    };
    const title = typeof fields['title'] === 'string' ? fields['title'] : '';
    if (PARTS.has(fields['itemType'])) skipped.push({ code: 'part', line, value: title });
    else if (typeof key !== 'string' || !/^[A-Z0-9]{8}$/.test(key)) fail('not-csl');
    else {
      const { type, id } = asObject(library);
      const place = { library: type === 'group' ? `groups/${String(Number(id))}` : 'library', key };
      const entry = cslEntry(cslOf(fields))?.entry;
      const draft = entry === undefined ? null : { ...draftOfEntry(entry), zotero: zoteroLink(place) };
      if (entry === undefined || draft === null || draft.title === '') {
        fail('no-title');
        continue;
      }
      const citekey = draft.citekey ?? citekeys.get(key) ?? null;
      const whole = { ...entry, key: citekey ?? '' };
      items.push({ draft: { ...draft, citekey }, entry: whole, text: null, line, damage: [] });
    }
  }
  return { items, failures, skipped };
}

const EDITORS: ReadonlySet<unknown> = new Set(['editor', 'seriesEditor']);
const OTHERS: ReadonlySet<unknown> = new Set([
  'translator',
  'contributor',
  'reviewedAuthor',
  'bookAuthor',
  'recipient',
  'castMember',
  'sponsor',
]);

/** An item's fields, with its creators as CSL parts them; `cslEntry` knows the other fields by Zotero's names. */
function cslOf(fields: JsonObject): JsonObject {
  const creators = Array.isArray(fields['creators']) ? fields['creators'].map(asObject) : [];
  const editor = creators.filter(({ creatorType }) => EDITORS.has(creatorType));
  const author = creators.filter((one) => !editor.includes(one) && !OTHERS.has(one['creatorType']));
  return { ...fields, author, editor };
}
