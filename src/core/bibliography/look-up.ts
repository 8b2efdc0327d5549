import type { FailedRequest, Network, WebAnswer } from '../ports';
import { arxivKey, doiKey, plainDoi } from '../reading/identifiers';
import { elementsOf } from './markup';
import { arxivDraft } from './arxiv-entry';
import { readCsl } from './csl/read-csl';
import type { ItemDraft } from './item';
import { unreadable } from '../web/unreadable';

/** Something that can be looked up. */
export type Identifier =
  { readonly kind: 'arxiv'; readonly id: string } | { readonly kind: 'doi'; readonly id: string };

export type LookedUp =
  | { readonly ok: true; readonly draft: ItemDraft; readonly host: string }
  /** Those who were asked do not know it. */
  | { readonly ok: false; readonly failure: 'not-found'; readonly host: string }
  | FailedRequest;

const ARXIV = 'export.arxiv.org';
const CROSSREF = 'api.crossref.org';
const DATACITE = 'api.datacite.org';

/** What a text names that can be looked up; an arXiv DOI is the arXiv id. Null where it names nothing. */
export function identifierIn(text: string): Identifier | null {
  const arxiv = arxivKey(text);
  if (arxiv !== null) return { kind: 'arxiv', id: arxiv };
  return doiKey(text) === null ? null : { kind: 'doi', id: plainDoi(text) };
}

/** Who would be asked, in order: the second only where the first does not know it. */
export function hostsFor({ kind }: Identifier): readonly string[] {
  return kind === 'arxiv' ? [ARXIV] : [CROSSREF, DATACITE];
}

/** Asks who registered it what it is. Nothing but the id is sent. */
export async function lookUp({ kind, id }: Identifier, network: Network): Promise<LookedUp> {
  const written = encodeURIComponent(id);
  if (kind === 'arxiv')
    return found(await ask(network, ARXIV, `api/query?max_results=1&id_list=${written}`), readArxiv);
  const answer = await ask(network, CROSSREF, `works/${written}`);
  if (answer.ok || answer.status !== 404) return found(answer, readDoi);
  return found(await ask(network, DATACITE, `dois/application/vnd.citationstyles.csl+json/${written}`), readDoi);
}

const ask = (network: Network, host: string, path: string): Promise<WebAnswer> =>
  network.ask({ url: `https://${host}/${path}`, seconds: 10 });

/** `null`: that is no such answer; `undefined`: it knows no such thing. */
type Read = (text: string) => ItemDraft | null | undefined;

function found(answer: WebAnswer, read: Read): LookedUp {
  // arXiv answers 400 to an id that it takes for none, and an entry titled “Error”.
  if (!answer.ok && answer.status !== 400 && answer.status !== 404) return answer;
  const { host } = answer;
  const draft = answer.ok ? read(answer.text) : undefined;
  if (draft === null) return unreadable(host);
  if (draft !== undefined) return { ok: true, draft, host };
  return { ok: false, failure: 'not-found', host: host === DATACITE ? `${CROSSREF}, ${host}` : host };
}

/** An id that arXiv does not know is left out of its list without a word. */
const readArxiv: Read = (text) => {
  if (!/<\/feed>\s*$/.test(text.slice(-200))) return null;
  const [entry] = elementsOf(text, 'entry');
  return entry === undefined ? undefined : (arxivDraft(entry.inner) ?? undefined);
};

/** Both write CSL-JSON: Crossref in a wrapping of its own (api.crossref.org), DataCite (support.datacite.org/docs/api) where it is named in the path. */
const readDoi: Read = (text) => readCsl(text).items[0]?.draft ?? null;
