import type { Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, obtainChromium } from '../../../scripts/chromium.mjs';
import { HOST_NAME, ORIGIN, servePages } from './page-server';

let open: Promise<Browser> | null = null;

/** One browser a process; each vault gets a profile of its own, or one that was emptied (`page-pool.ts`). */
export function browser(): Promise<Browser> {
  open ??= launch();
  return open;
}

async function launch(): Promise<Browser> {
  const [executablePath, port] = await Promise.all([obtainChromium(), servePages()]);
  const { chromium } = await import('playwright-core'); // dear to load, and most tests run in jsdom
  const args = [
    ...CHROMIUM_FLAGS,
    `--host-resolver-rules=MAP ${HOST_NAME} 127.0.0.1:${String(port)}, MAP * ~NOTFOUND`, // no request leaves the page
    `--unsafely-treat-insecure-origin-as-secure=${ORIGIN}`,
  ];
  return chromium.launch({ executablePath, headless: true, args });
}

export async function closeBrowser(): Promise<void> {
  const running = open;
  open = null;
  if (running !== null) await (await running).close();
}
