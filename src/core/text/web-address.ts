/** An address of the web in its parts, as written. */
export interface WebAddress {
  /** In lower case, without a port. */
  readonly host: string;
  readonly path: string;
  /** Keys and values in their order, not decoded. */
  readonly query: readonly (readonly [key: string, value: string])[];
  /** From `#` on, or empty. */
  readonly fragment: string;
}

/** The parts of an `http(s)://` address; null for any other text. */
export function parseWebAddress(text: string): WebAddress | null {
  const match = /^https?:\/\/([^\s/?#]+)(\/[^\s?#]*)?(?:\?([^\s#]*))?(#\S*)?$/i.exec(text);
  if (match === null) return null;
  const [, authority = '', path = '', query = '', fragment = ''] = match;
  const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase();
  const pairs = query.split('&').filter((pair) => pair !== '');
  return {
    host,
    path,
    query: pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
    fragment,
  };
}

/** The decoded value of a key; null where it is not there, or is no valid encoding. */
export function queryValue({ query }: WebAddress, key: string): string | null {
  const value = query.find(([name]) => name === key)?.[1];
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}
