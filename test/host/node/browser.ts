import type { Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, obtainChromium } from '../../../scripts/chromium.mjs';

let open: Promise<Browser> | null = null;

/** One browser a process; each vault gets a context (a fresh profile) of its own. */
export function browser(): Promise<Browser> {
  open ??= launch();
  return open;
}

async function launch(): Promise<Browser> {
  const executablePath = await obtainChromium();
  const { chromium } = await import('playwright-core'); // dear to load, and most tests run in jsdom
  return chromium.launch({ executablePath, headless: true, args: CHROMIUM_FLAGS });
}

export async function closeBrowser(): Promise<void> {
  const running = open;
  open = null;
  if (running !== null) await (await running).close();
}
