import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/settings/read';
import { defaultSettings, SETTINGS, SETTINGS_VERSION } from '../../src/settings/schema';

describe('readSettings', () => {
  it.each([null, undefined, '', 'text', 7, true, [], ['contentLanguage']])(
    'starts at the defaults for %j',
    (stored) => {
      expect(readSettings(stored)).toEqual({
        settings: defaultSettings(),
        version: SETTINGS_VERSION,
        kept: {},
        used: [],
        unreadable: [],
      });
    },
  );

  it('takes what is right, and keeps what is wrong beside the default', () => {
    const read = readSettings({ contentLanguage: 'zh', weeklyGoalMinutes: '600', reportShowMinutes: false });
    expect(read.settings.contentLanguage).toBe('zh');
    expect(read.settings.reportShowMinutes).toBe(false);
    expect(read.settings.weeklyGoalMinutes).toBe(0);
    expect(read.unreadable).toEqual(['weeklyGoalMinutes']);
    expect(read.kept).toEqual({ weeklyGoalMinutes: '600' });
  });

  it('keeps keys and version of a newer plugin', () => {
    const read = readSettings({ settingsVersion: 99, moonPhase: 'full', weekStart: 'sunday' });
    expect(read.version).toBe(99);
    expect(read.kept).toEqual({ moonPhase: 'full' });
    expect(read.settings.weekStart).toBe('sunday');
  });

  it.each([0, 1.5, -3, 'two', null])('reads a version that is none (%j) as the first shape', (settingsVersion) => {
    expect(readSettings({ settingsVersion }).version).toBe(SETTINGS_VERSION);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 10_081])('refuses %d minutes a week', (weeklyGoalMinutes) => {
    expect(readSettings({ weeklyGoalMinutes }).unreadable).toEqual(['weeklyGoalMinutes']);
  });

  it('never throws, answers every key in its type, and loses nothing that was stored', () => {
    const keys = fc.oneof(
      fc.constantFrom(...Object.keys(SETTINGS), 'settingsVersion', '__proto__', 'toString'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (stored) => {
        const { settings, kept } = readSettings(stored);
        for (const [key, initial] of Object.entries(defaultSettings())) {
          expect(typeof settings[key as keyof typeof settings]).toBe(typeof initial);
        }
        for (const key of Object.keys(stored)) {
          if (key === 'settingsVersion') continue;
          const now: unknown = Object.hasOwn(kept, key) ? kept[key] : settings[key as keyof typeof settings];
          expect(now).toEqual(stored[key]);
        }
      }),
    );
  });
});
