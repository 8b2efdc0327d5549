import type { Component } from 'obsidian';
import { vi, type Mock } from 'vitest';
import type { Features } from '../../src/features/registry';
import type { Offers } from '../../src/offers/offers';
import type { VaultIndex } from '../../src/platform/vault-index/vault-index';
import type { Host } from '../host/node';

/** What the features of the loaded plugin offer one another: what has no command or form yet is tested by this. */
export function offersOf(host: Host): Offers {
  return (host.plugin as unknown as { readonly features: Features }).features.offers;
}

/** Counts how often the index of the vault is brought up to date from now on. */
export function watchFlushes(host: Host): Mock<VaultIndex['flush']> {
  const { children } = host.plugin as unknown as { readonly children: readonly Component[] };
  // Names that only the code has are others in main.js (scripts/inner-names.mjs); this one has more uses.
  const index = children.find((child): child is VaultIndex => 'flush' in child);
  if (index === undefined) throw new Error('the plugin has no index of the vault');
  return vi.spyOn(index, 'flush');
}
