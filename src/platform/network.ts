import { requestUrl, type RequestUrlResponse } from 'obsidian';
import type { Clock, FailedRequest, Network, NetworkFailure, WebAnswer, WebRequest } from '../core/ports';
import type { SettingsStore } from '../settings/store';

/** Hosts whose rules ask for a pause between two requests, in milliseconds (info.arxiv.org/help/api/tou). */
const PAUSES: Readonly<Record<string, number>> = { 'export.arxiv.org': 3_000 };
/** A pause that a host asks for and that is no longer is kept without a word; else the student is told to come back. */
const LONGEST_PAUSE = 10_000;
const SECONDS = 20;
const LARGEST = 32_000_000;
/** On this computer nothing has to be hidden on its way, and Zotero answers no other. */
const HERE = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/**
 * The only way out. It refuses every host but those that the settings name, and those of a command that named them to the
 * student and was told to go on.
 *
 * The app's `requestUrl` follows redirects, cannot be told not to, and cannot be ended: an answer that comes too late, or
 * turns out too large, is let go of and counts as none.
 */
export class Networks {
  /** When a host may be asked next, in milliseconds. */
  private readonly free = new Map<string, number>();

  constructor(
    private readonly settings: SettingsStore,
    private readonly clock: Clock,
    private readonly unloaded: AbortSignal,
  ) {}

  /** Which of the hosts the settings do not allow. */
  unknown(hosts: readonly string[]): string[] {
    const known = new Set(namesIn(this.settings.values.networkHosts));
    return hosts.filter((host) => !known.has(host));
  }

  /** From now on these hosts are asked without a word. */
  async allow(hosts: readonly string[]): Promise<void> {
    const { networkHosts } = this.settings.values;
    await this.settings.set('networkHosts', [...namesIn(networkHosts), ...this.unknown(hosts)].join(', '));
  }

  /** @param confirmed - hosts that were named to the student, who said yes; those of the settings come beside */
  open(confirmed: readonly string[]): Network {
    return { ask: (request) => this.ask(request, confirmed) };
  }

  private async ask(request: WebRequest, confirmed: readonly string[], isAgain = false): Promise<WebAnswer> {
    const { url, seconds: most = SECONDS } = request;
    const host = hostOf(url);
    const failed = (failure: NetworkFailure, seconds: number | null = null, status = 0): FailedRequest => ({
      ok: false,
      failure,
      host: host ?? url,
      status,
      seconds,
    });
    if (host === null || (!confirmed.includes(host) && this.unknown([host]).length > 0)) return failed('not-allowed');
    const turn = this.reserve(host);
    if (turn > LONGEST_PAUSE) return failed('busy', Math.ceil(turn / 1000));
    if (turn > 0) await this.pause(turn, this.unloaded);
    if (this.unloaded.aborted) return failed('unreachable');
    const answer = await this.within(most * 1000, sent(request));
    if (typeof answer === 'string') return failed(answer, most);
    const { status, arrayBuffer } = answer;
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const pause = this.holdOff(host, headers['retry-after'] ?? headers['backoff']);
    if (pause !== null && (status === 429 || status === 503))
      return isAgain || pause > LONGEST_PAUSE
        ? failed('busy', Math.ceil(pause / 1000), status)
        : this.ask(request, confirmed, true);
    if (arrayBuffer.byteLength > LARGEST) return failed('too-large');
    const text = new TextDecoder().decode(arrayBuffer);
    return status < 200 || status > 299
      ? { ...failed('status', null, status), text }
      : { ok: true, host, text, bytes: new Uint8Array(arrayBuffer), headers };
  }

  /** How long to wait for one's turn, in milliseconds; the turn is taken, unless that is too long. */
  private reserve(host: string): number {
    const now = this.clock.now().toMillis();
    const turn = Math.max(now, this.free.get(host) ?? 0);
    if (turn - now <= LONGEST_PAUSE) this.free.set(host, turn + (PAUSES[host] ?? 0));
    return turn - now;
  }

  /** Keeps the pause that a host asks for; answers its length in milliseconds, or null where it asks for none. */
  private holdOff(host: string, written = ''): number | null {
    const now = this.clock.now().toMillis();
    const until = /^\s*\d+\s*$/.test(written) ? now + Number(written) * 1000 : Date.parse(written);
    if (!Number.isFinite(until)) return null;
    this.free.set(host, Math.max(this.free.get(host) ?? 0, until));
    return Math.max(0, until - now);
  }

  private async within<T>(ms: number, answer: Promise<T>): Promise<T | 'unreachable' | 'too-late'> {
    const over = new AbortController();
    const end = (): void => {
      over.abort();
    };
    this.unloaded.addEventListener('abort', end, { signal: over.signal });
    const late = this.pause(ms, over.signal).then(() => 'too-late' as const);
    const given = answer.catch(() => 'unreachable' as const); // a late one is heard by nobody
    return Promise.race([given, late]).finally(end);
  }

  private pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const end = (): void => {
        window.clearTimeout(timer);
        signal.removeEventListener('abort', end);
        done();
      };
      const timer = window.setTimeout(end, ms);
      signal.addEventListener('abort', end);
    });
  }
}

/** The host of an address that may be asked at all, with its port where that is not the usual one; else null. */
export function hostOf(url: string): string | null {
  try {
    const { protocol, host, username } = new URL(url);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && HERE.test(host));
    return isSafe && username === '' && host !== '' ? host : null;
  } catch {
    return null;
  }
}

/** `throw: false`, since a refusal says why in its body. */
function sent({ url, headers, body }: WebRequest): Promise<RequestUrlResponse> {
  return requestUrl({
    url,
    throw: false,
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(body === undefined ? {} : { method: 'POST', contentType: 'application/json', body }),
  });
}

function namesIn(written: string): string[] {
  return written
    .toLowerCase()
    .split(/[\s,，;；、]+/)
    .filter((name) => name !== '');
}
