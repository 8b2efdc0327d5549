import type { Component } from 'obsidian';
import { vi, type Mock } from 'vitest';
import type { Features } from '../../src/features/registry';
import type { Offers } from '../../src/offers/offers';
import type { ReadingLog } from '../../src/platform/reading-log';
import type { Host } from '../host/node';

/** What the features of the loaded plugin offer one another: what has no command or form yet is tested by this. */
export function offersOf(host: Host): Offers {
  return (host.plugin as unknown as { readonly features: Features }).features.offers;
}

/** Counts how often the reading index is brought up to date from now on. */
export function watchFlushes(host: Host): Mock<ReadingLog['flush']> {
  const { children } = host.plugin as unknown as { readonly children: readonly Component[] };
  const log = children.find((child): child is Component & ReadingLog => 'flush' in child && 'index' in child);
  if (log === undefined) throw new Error('the plugin has no reading log');
  return vi.spyOn(log, 'flush');
}
