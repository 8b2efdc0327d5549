import { describe, expect, it } from 'vitest';
import { SettingsStore } from '../../src/settings/store';

/** A `data.json` in memory: its text, and how often it was written. */
function file(text: string | null) {
  const state = { text, writes: 0, copies: [] as string[], canCopy: true };
  const store = new SettingsStore({
    load: async () => (state.text === null ? null : (JSON.parse(state.text) as unknown)),
    save: async (data) => {
      state.text = JSON.stringify(data);
      state.writes += 1;
    },
    keepCopy: async () => {
      if (!state.canCopy) throw new Error('disk full');
      if (state.text === null || state.text === '') return null;
      state.copies.push(state.text);
      return `copy ${String(state.copies.length)}`;
    },
  });
  return { state, store, stored: () => JSON.parse(state.text ?? 'null') as Record<string, unknown> };
}

describe('SettingsStore', () => {
  it.each([null, '', '{"contentLang', '[]', '{"weekStart":7}'])(
    'loads %j without throwing or writing',
    async (text) => {
      const { store, state } = file(text);
      await store.load();
      expect(store.values.weekStart).toBe('monday');
      expect(state).toMatchObject({ text, writes: 0, copies: [] });
    },
  );

  it('says that a truncated file could not be read, until a setting is changed', async () => {
    const { store } = file('{"contentLang');
    await store.load();
    expect(store.unreadableFile).toBe(true);
    await store.set('weekStart', 'sunday');
    expect(store.unreadableFile).toBe(false);
  });

  it.each(['{"contentLang', '["a list"]', '"text"'])('keeps a copy of %s before a change replaces it', async (text) => {
    const { store, state, stored } = file(text);
    await store.load();
    const rescues: unknown[] = [];
    store.onRescue((rescue) => rescues.push(rescue));
    await store.set('weekStart', 'sunday');
    await store.set('reportAuthor', 'Li');
    expect(state.copies).toEqual([text]);
    expect(rescues).toEqual([{ ok: true, path: 'copy 1' }]);
    expect(stored()).toMatchObject({ weekStart: 'sunday', reportAuthor: 'Li' });
  });

  it('saves nothing where the copy cannot be made, says why, and tries again at the next change', async () => {
    const { store, state } = file('{"contentLang');
    await store.load();
    state.canCopy = false;
    const rescues: unknown[] = [];
    store.onRescue((rescue) => rescues.push(rescue));
    await store.set('weekStart', 'sunday');
    expect(state).toMatchObject({ text: '{"contentLang', writes: 0 });
    expect(store.values.weekStart).toBe('monday');
    expect(rescues).toEqual([{ ok: false, message: 'disk full' }]);
    state.canCopy = true;
    await store.set('weekStart', 'sunday');
    expect(state.copies).toEqual(['{"contentLang']);
    expect(store.values.weekStart).toBe('sunday');
  });

  it('copies neither a file that is not there nor an empty one', async () => {
    for (const text of [null, '']) {
      const { store, state } = file(text);
      await store.load();
      await store.set('weekStart', 'sunday');
      expect(state).toMatchObject({ copies: [], writes: 1 });
    }
  });

  it('writes a change beside what it could not read', async () => {
    const { store, stored } = file('{"settingsVersion":99,"moonPhase":"full","spans":["a list"],"weekStart":"sunday"}');
    await store.load();
    await store.set('reportAuthor', '欧阳修');
    expect(stored()).toMatchObject({
      settingsVersion: 99,
      moonPhase: 'full',
      spans: ['a list'],
      weekStart: 'sunday',
      reportAuthor: '欧阳修',
    });
  });

  it('replaces an unreadable value once the student sets it', async () => {
    const { store, stored } = file('{"spans":["a list"]}');
    await store.load();
    await store.set('spans', 'Term: 2026-09-07..2027-01-15');
    expect(stored()['spans']).toBe('Term: 2026-09-07..2027-01-15');
    expect(store.unreadable).toEqual([]);
  });

  it('takes over what another device wrote, and tells which settings changed', async () => {
    const { store, state } = file('{"weekStart":"sunday","reportAuthor":"Li"}');
    await store.load();
    const told: string[] = [];
    store.subscribe((keys) => told.push(...keys));
    state.text = '{"weekStart":"saturday","reportAuthor":"Li"}';
    await store.reload();
    expect(store.values.weekStart).toBe('saturday');
    expect(told).toEqual(['weekStart']);
  });

  it('keeps its own value where the incoming one cannot be read, and all of them where the file cannot', async () => {
    const { store, state } = file('{"weekStart":"sunday"}');
    await store.load();
    state.text = '{"weekStart":5}';
    await store.reload();
    expect(store.values.weekStart).toBe('sunday');
    state.text = '{"weekSt';
    await store.reload();
    expect(store.values.weekStart).toBe('sunday');
    expect(store.unreadableFile).toBe(true);
  });

  it.each(['{"weekStart":"saturday"}', '{}', 'null'])(
    'keeps what an incoming file lacks (%s), newer keys too, and writes all of it at the next change',
    async (incoming) => {
      const { store, state, stored } = file('{"settingsVersion":99,"moonPhase":"full","reportAuthor":"Li"}');
      await store.load();
      const told: string[] = [];
      store.subscribe((keys) => told.push(...keys));
      state.text = incoming;
      await store.reload();
      expect(store.values.reportAuthor).toBe('Li');
      expect(told).toEqual(incoming.includes('saturday') ? ['weekStart'] : []);
      await store.set('weeklyGoalMinutes', 300);
      expect(stored()).toMatchObject({
        settingsVersion: 99,
        moonPhase: 'full',
        reportAuthor: 'Li',
        weeklyGoalMinutes: 300,
        weekStart: incoming.includes('saturday') ? 'saturday' : 'monday',
      });
    },
  );

  it('stops telling a listener that left', async () => {
    const { store } = file(null);
    await store.load();
    let calls = 0;
    const stop = store.subscribe(() => (calls += 1));
    await store.set('weekStart', 'sunday');
    stop();
    await store.set('weekStart', 'monday');
    expect(calls).toBe(1);
  });
});
