import type { App, Plugin } from 'obsidian';
import type { Clock, Yaml } from '../core/ports';
import type { Translations } from '../i18n';
import type { CliRegistry } from '../platform/cli';
import type { CodeBlocks } from '../platform/code-blocks';
import type { DeviceStorage } from '../platform/device-storage';
import type { Dialogs } from '../platform/dialogs';
import type { Networks } from '../platform/network';
import type { Notify } from '../platform/notify';
import type { Scheduler } from '../platform/scheduler';
import type { VaultParts } from '../platform/vault-parts';
import type { SettingsStore } from '../settings/store';
import type { Offers } from '../offers/offers';

/** Everything a feature may lean on, made once in `main.ts` and passed on; there is no other way to reach it. */
export interface Context extends VaultParts {
  readonly app: App;
  readonly plugin: Plugin;
  readonly settings: SettingsStore;
  /** Texts of the interface, in the app's language, and the words of notes in either language. */
  readonly i18n: Translations;
  readonly clock: Clock;
  readonly yaml: Yaml;
  readonly scheduler: Scheduler;
  readonly notify: Notify;
  readonly dialogs: Dialogs;
  /** What this device alone remembers; nothing of it is synced. */
  readonly device: DeviceStorage;
  /** The only way out; nothing is asked of a host that the student did not allow. */
  readonly network: Networks;
  readonly cli: CliRegistry;
  readonly codeBlocks: CodeBlocks;
  /** Aborted when the plugin unloads: long work begins nothing further then. */
  readonly unloaded: AbortSignal;
}

/** A feature's own context: what every feature may lean on, and the offers of others that it asks for by name. */
export interface ContextWith<Asked extends keyof Offers> extends Context {
  readonly offers: Pick<Offers, Asked>;
}
