import { MIGRATIONS } from './migrations';
import { defaultSettings, SETTINGS, SETTINGS_VERSION, type SettingKey, type Settings } from './schema';

/** What was made of a stored `data.json`. */
export interface ReadSettings {
  readonly settings: Settings;
  /** The version that it was written by; ours, where none is stored. */
  readonly version: number;
  /** What is stored beside: keys of a newer version, and values of a wrong type. Kept when settings are saved. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** Keys of ours whose stored value was used; the others are at their defaults. */
  readonly used: readonly SettingKey[];
  /** Keys of ours whose stored value could not be used. */
  readonly unreadable: readonly SettingKey[];
}

/**
 * Reads stored settings without ever throwing: what can be used is used, the rest starts at its default and is kept.
 * An older version is brought up step by step; a newer one is read as far as it is known.
 */
export function readSettings(stored: unknown): ReadSettings {
  const settings = defaultSettings();
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
    return { settings, version: SETTINGS_VERSION, kept: {}, used: [], unreadable: [] };
  }
  const { settingsVersion, ...rest } = stored as Record<string, unknown>;
  const version =
    typeof settingsVersion === 'number' && Number.isInteger(settingsVersion) && settingsVersion > 0
      ? settingsVersion
      : SETTINGS_VERSION;
  let values: Record<string, unknown> = rest;
  for (const migration of MIGRATIONS) if (migration.to > version) values = migration.migrate(values);
  const kept: [string, unknown][] = []; // as pairs: a stored key may be named `__proto__`
  const used: SettingKey[] = [];
  const unreadable: SettingKey[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (!isSettingKey(key)) {
      kept.push([key, value]);
      continue;
    }
    const read = SETTINGS[key].read(value);
    if (read === undefined) {
      kept.push([key, value]);
      unreadable.push(key);
    } else {
      Object.assign(settings, { [key]: read });
      used.push(key);
    }
  }
  return { settings, version: Math.max(version, SETTINGS_VERSION), kept: Object.fromEntries(kept), used, unreadable };
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}
