// Fake servers for tests: each knows its host and answers as the real one does; whatever else is asked is refused.
import type { NetworkAnswer, NetworkRequest } from './page-api';

export type Server = (request: NetworkRequest, url: URL) => NetworkAnswer | null;

/** One network out of several servers, by host. */
export function network(servers: Readonly<Record<string, Server>>): (request: NetworkRequest) => NetworkAnswer | null {
  return (request) => {
    const url = new URL(request.url);
    return servers[url.host]?.(request, url) ?? null;
  };
}

/** Ways in which any server fails. */
export const FAILURES: Readonly<Record<string, NetworkAnswer>> = {
  off: { error: 'net::ERR_CONNECTION_REFUSED' },
  silent: { after: Infinity },
  slow: { after: 120_000, body: '{}' },
  cut: { body: '{"message":{"title":["Half' },
  html: {
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><html><body>Sign in to the network</body></html>',
  },
  forbidden: { status: 403, body: 'Forbidden' },
  missing: { status: 404, body: 'Resource not found.' },
  busy: { status: 429, headers: { 'Retry-After': '3600' }, body: 'Too many requests' },
  broken: { status: 500, body: '' },
};

const json = (value: unknown): NetworkAnswer => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

/** Crossref, as its REST API answers (api.crossref.org/swagger-ui): what it knows by DOI in lower case. */
export const crossref =
  (works: Readonly<Record<string, unknown>>): Server =>
  (_request, { pathname }) => {
    const doi = decodeURIComponent(pathname.replace(/^\/works\//, '')).toLowerCase();
    const message = works[doi];
    return message === undefined
      ? { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'Resource not found.' }
      : json({ status: 'ok', 'message-type': 'work', message });
  };

/** DataCite, as its REST API answers where the path asks for CSL-JSON (the routes of datacite/lupo). */
export const datacite =
  (works: Readonly<Record<string, unknown>>): Server =>
  (_request, { pathname }) => {
    const doi = decodeURIComponent(
      pathname.replace('/dois/application/vnd.citationstyles.csl+json/', ''),
    ).toLowerCase();
    const work = works[doi];
    return work === undefined
      ? {
          status: 404,
          body: '{"errors":[{"status":"404","title":"The resource you are looking for doesn\'t exist."}]}',
        }
      : { headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json' }, body: JSON.stringify(work) };
  };

/** arXiv's API: an id that it does not know is left out, one that is none is answered with an error in the form of an entry. */
export const arxiv =
  (entries: Readonly<Record<string, string>>): Server =>
  (_request, { searchParams }) => {
    const ids = (searchParams.get('id_list') ?? '').split(',');
    const feed = (inner: string): string =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <title type="html">ArXiv Query</title>\n${inner}</feed>\n`;
    if (ids.some((id) => !/^(?:[a-z-]+\/\d{7}|\d{4}\.\d{4,5})$/.test(id)))
      return {
        status: 400,
        body: feed(
          '<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id</summary></entry>',
        ),
      };
    return { body: feed(ids.map((id) => entries[id] ?? '').join('\n')) };
  };
