// Functions that plugins import from the app and that obsidian-test-mocks leaves empty or gets wrong.
import { parseYaml } from './metadata/frontmatter';
import type { CachedMetadata, HeadingCache, Pos } from './metadata/types';

/** The app's language, as the user chose it for the interface. */
export function getLanguage(): string {
  return window.localStorage.getItem('language') ?? 'en';
}

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly arrayBuffer: ArrayBuffer;
  readonly text: string;
  readonly json: unknown;
}

/**
 * Nothing leaves the machine in a test: where the host was opened with a `network`, its fake servers answer, and nobody else.
 * An error status throws unless `throw` is false; nothing can end a request.
 */
export async function requestUrl(request: string | (Asked & { throw?: boolean })): Promise<Answered> {
  const asked = typeof request === 'string' ? { url: request } : request;
  const { url, method = 'GET', headers = {}, body } = asked;
  if (window.__network === undefined) throw new Error(`The host refuses all requests: ${url}`);
  const answer = await window.__network({ url, method, headers: { ...headers, Origin: 'app://obsidian.md' }, body });
  if (answer === null) throw new Error(`The host refuses all requests: ${url}`);
  const { status = 200, after = 0, error } = answer;
  if (after === Infinity) await new Promise(() => undefined);
  if (after > 0) await new Promise((done) => window.setTimeout(done, after));
  if (error !== undefined) throw new Error(error);
  const { body: sent = '' } = answer;
  const bytes = typeof sent === 'string' ? new TextEncoder().encode(sent) : sent.slice();
  if (status >= 400 && (request as { throw?: boolean }).throw !== false)
    throw new Error(`Request failed, ${String(status)}`);
  const text = new TextDecoder().decode(bytes);
  return {
    status,
    headers: answer.headers ?? {},
    arrayBuffer: bytes.buffer,
    text,
    get json() {
      return JSON.parse(text) as unknown;
    },
  };
}

export const request = async (asked: string | Asked): Promise<string> => (await requestUrl(asked)).text;

/** The app's highlighter of code; this host draws code as it is. */
export function loadPrism(): Promise<object> {
  return Promise.resolve({});
}

export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const normal = linktext.replace(/\u00A0/g, ' ').normalize('NFC');
  const hash = normal.indexOf('#');
  return hash === -1 ? { path: normal, subpath: '' } : { path: normal.slice(0, hash), subpath: normal.slice(hash) };
}

export const getLinkpath = (linktext: string): string => parseLinktext(linktext).path;

export const stripHeading = (heading: string): string =>
  heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const stripHeadingForLink = (heading: string): string =>
  heading
    .replace(/[#|^\\]|%%|\[\[|\]\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

type Subpath =
  | { type: 'heading'; current: HeadingCache; next: HeadingCache | null; start: Pos['start']; end: Pos['start'] | null }
  | { type: 'block'; block: { id: string; position: Pos }; start: Pos['start']; end: Pos['start'] };

export function resolveSubpath(cache: CachedMetadata, subpath: string): Subpath | null {
  const parts = subpath.split('#').filter((part) => part !== '');
  const last = parts.at(-1);
  if (last === undefined) return null;
  if (last.startsWith('^')) {
    const block = cache.blocks?.[last.slice(1).toLowerCase()];
    return block === undefined ? null : { type: 'block', block, start: block.position.start, end: block.position.end };
  }
  const headings = cache.headings ?? [];
  const at = headings.findIndex((h) => stripHeading(h.heading).toLowerCase() === stripHeading(last).toLowerCase());
  const current = headings[at];
  if (current === undefined) return null;
  const next = headings.slice(at + 1).find((h) => h.level <= current.level) ?? null;
  return { type: 'heading', current, next, start: current.position.start, end: next?.position.start ?? null };
}

function list(value: unknown, separator: RegExp): string[] | null {
  if (typeof value === 'string') return value.split(separator).filter((s) => s !== '');
  if (Array.isArray(value)) return value.filter((v) => v !== null && v !== undefined).map((v) => String(v));
  return typeof value === 'number' ? [String(value)] : null;
}

export function parseFrontMatterEntry(frontmatter: Record<string, unknown> | null, key: string | RegExp): unknown {
  if (!frontmatter) return null;
  for (const [name, value] of Object.entries(frontmatter)) {
    if (typeof key === 'string' ? name.toLowerCase() === key.toLowerCase() : key.test(name)) return value;
  }
  return null;
}

export const parseFrontMatterStringArray = (
  frontmatter: Record<string, unknown> | null,
  key: string | RegExp,
): string[] | null => list(parseFrontMatterEntry(frontmatter, key), /\s*,\s*/);

export const parseFrontMatterAliases = (frontmatter: Record<string, unknown> | null): string[] | null =>
  list(parseFrontMatterEntry(frontmatter, /^alias(es)?$/i), /\s*,\s*/);

/** Only `tags`, and only whole tags: a text with blanks or commas in it is no tag, and is not split (since 1.9). */
export const parseFrontMatterTags = (frontmatter: Record<string, unknown> | null): string[] | null => {
  const value = parseFrontMatterEntry(frontmatter, /^tags$/i);
  const tags = typeof value === 'string' ? [value] : list(value, /,/);
  return tags?.filter((tag) => /^[^\s,]+$/.test(tag)).map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
};

/** Those in properties, then those in the text; an empty list where there are none. */
export function getAllTags(cache: CachedMetadata): string[] | null {
  return [...(parseFrontMatterTags(cache.frontmatter ?? null) ?? []), ...(cache.tags ?? []).map((t) => t.tag)];
}

/** At least the version; the host is the newest that the types describe. */
export function requireApiVersion(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 1 || (major === 1 && minor <= 13);
}
export const apiVersion = '1.13.1';

export { parseYaml };
