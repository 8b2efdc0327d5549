import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, obtainChromium } from '../../../scripts/chromium.mjs';

let open: Promise<Browser> | null = null;

/** One browser a process; each vault gets a context (a fresh profile) of its own. */
export function browser(): Promise<Browser> {
  open ??= obtainChromium().then((executablePath) =>
    chromium.launch({ executablePath, headless: true, args: CHROMIUM_FLAGS }),
  );
  return open;
}

export async function closeBrowser(): Promise<void> {
  const running = open;
  open = null;
  if (running !== null) await (await running).close();
}
