// Pages of the browser. A new one is dear: a process starts and compiles the host and the plugin. So tests take one that an
// earlier test has left: it has gone to another document, and all that its origin had stored is gone.
import { isDeepStrictEqual } from 'node:util';
import type { BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { browser } from './browser';
import { ORIGIN } from './page-server';
import type { VaultCall } from './faults';
import type { HostOptions } from './options';
import type { NetworkRequest } from '../page-api';

/** What a page is opened with; of what cannot be changed later, a page is only used again where it is the same. */
export interface PageWishes {
  readonly lasting: BrowserContextOptions;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly dark: boolean;
  /** Null: the real time. */
  readonly time: { readonly at: Date; readonly stands: boolean } | null;
}

export interface TakenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where the page's vault is, and who answers what it asks of the network. */
  serve(vault: VaultCall, network: HostOptions['network']): void;
  /** Called when the test is done with it. */
  giveBack(): Promise<void>;
}

interface Kept {
  readonly wishes: PageWishes;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly session: CDPSession;
  vault: VaultCall;
  network: HostOptions['network'];
}

/** More than the zones and languages of one test file; each holds a process. */
const MOST = 4;
const noVault: VaultCall = () => Promise.reject(new Error('No vault is open'));

let keeps = false;
const idle: Kept[] = [];

/** From now on pages are used again. Benchmarks and pictures have a new one each. */
export function keepPages(): void {
  keeps = true;
}

const fits = (kept: Kept, wishes: PageWishes): boolean =>
  !kept.page.isClosed() &&
  isDeepStrictEqual(kept.wishes.lasting, wishes.lasting) &&
  (kept.wishes.time === null) === (wishes.time === null);

export async function takePage(wishes: PageWishes): Promise<TakenPage> {
  const at = idle.findIndex((one) => fits(one, wishes));
  const kept = at < 0 ? await newPage(wishes) : idle.splice(at, 1)[0]!;
  const { page, context } = kept;
  await page.setViewportSize(wishes.viewport);
  await page.emulateMedia({
    media: null,
    colorScheme: wishes.dark ? 'dark' : 'light',
    reducedMotion: wishes.lasting.reducedMotion ?? 'no-preference',
    forcedColors: 'none',
  });
  if (wishes.time?.stands === true) await page.clock.setFixedTime(wishes.time.at);
  else if (wishes.time !== null) await page.clock.install({ time: wishes.time.at });
  if (wishes.time !== null) await page.clock.resume(); // the test before may have stopped it
  let taken = true;
  return {
    page,
    context,
    serve: (vault, network) => {
      kept.vault = vault;
      kept.network = network;
    },
    giveBack: async () => {
      if (!taken) return;
      taken = false;
      kept.vault = noVault;
      kept.network = undefined;
      if (!keeps || page.isClosed()) return context.close();
      await empty(kept);
      idle.push(kept);
      if (idle.length > MOST) await idle.shift()?.context.close();
    },
  };
}

async function newPage(wishes: PageWishes): Promise<Kept> {
  const context = await (await browser()).newContext({ ...wishes.lasting, viewport: wishes.viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kept: Kept = { wishes, page, context, session, vault: noVault, network: undefined };
  await page.exposeFunction('__vaultFs', (op: string, ...args: unknown[]) => kept.vault(op, ...args));
  await page.exposeFunction('__network', async (request: NetworkRequest) => (await kept.network?.(request)) ?? null);
  return kept;
}

/** As a new profile would be, but for what is in the browser's cache. */
async function empty({ page, context, session }: Kept): Promise<void> {
  await Promise.all(context.pages().map((one) => (one === page ? undefined : one.close())));
  await page.goto(`${ORIGIN}/nothing`);
  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await session.send('Storage.clearDataForOrigin', { origin: ORIGIN, storageTypes: 'all' });
}
