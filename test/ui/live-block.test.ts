import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionProblems } from '../../src/core/options/option-problems';
import { SettingsStore } from '../../src/settings/store';
import type { SettingKey } from '../../src/settings/schema';
import { LiveBlock, type Drawing } from '../../src/ui/live-block';
import { Component } from '../host/base/component';

vi.mock('obsidian', async () => {
  const { Component: Base } = await import('../host/base/component');
  return {
    Component: Base,
    MarkdownRenderChild: class extends Base {
      constructor(readonly containerEl: unknown) {
        super();
      }
    },
  };
});

/** All of an element that the seam touches: what is drawn into it, in words. */
class Place {
  words: string[] = [];
  empty(): void {
    this.words = [];
  }
}

/** A drawing that reads for a while, says what it shows once it has, and follows a setting by itself. */
class Reading extends Component {
  isRead = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly place: Place,
    private readonly words: string,
  ) {
    super();
  }

  override onload(): void {
    place.words.push(`${this.words}…`);
    this.register(
      store.subscribe((changed) => {
        if (changed.has('weekStart')) log.push(`${this.words} follows`);
      }),
    );
  }

  override onunload(): void {
    log.push(`${this.words} ends`);
  }

  ready(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  finish(): void {
    this.isRead = true;
    for (const resolve of this.waiting) resolve();
  }
}

let store: SettingsStore;
let place: Place;
let drawings: Reading[];
let log: string[];

/** A block that shows the setting `spans`; one that says `bad` is not understood. */
function block(follow: readonly SettingKey[] = ['spans', 'weekStart']) {
  return new LiveBlock<string, 'bad', SettingKey>(place as unknown as HTMLElement, {
    settings: store,
    follow,
    read: () => {
      log.push('read');
      const problems = new OptionProblems<'bad'>(null);
      const { spans } = store.values;
      if (spans === 'bad') problems.add('bad', []);
      return { options: spans, problems: problems.all };
    },
    drawProblems: (_el, problems) => {
      place.words.push(...problems.map(({ code }) => `wrong: ${code}`));
    },
    draw: (_el, { options, problems }) => {
      if (problems.length > 0) return null;
      const drawing = new Reading(place, options);
      drawings.push(drawing);
      return drawing as unknown as Drawing;
    },
  });
}
const settings = (values: Record<string, unknown>): Promise<void> => {
  file = { settingsVersion: 1, ...values };
  return store.reload();
};
let file: Record<string, unknown>;
const isDone = async (promise: Promise<unknown>): Promise<boolean> => {
  let done = false;
  void promise.then(() => (done = true));
  for (let i = 0; i < 20; i++) await Promise.resolve();
  return done;
};

beforeEach(async () => {
  file = { settingsVersion: 1, spans: 'a', weekStart: 'monday' };
  store = new SettingsStore({ load: async () => file, save: async () => undefined, keepCopy: async () => null });
  await store.load();
  place = new Place();
  drawings = [];
  log = [];
});

describe('a live block', () => {
  it('is drawn anew once where several settings that it leans on change at once, and its old drawing hears of none', async () => {
    block().load();
    log = [];
    await settings({ spans: 'b', weekStart: 'sunday', holidays: '2026-01-01' });
    expect(log).toEqual(['a ends', 'read']);
    expect(place.words).toEqual(['b…']);
  });

  it('leaves alone what it does not lean on', async () => {
    block(['spans']).load();
    log = [];
    await settings({ spans: 'a', weekStart: 'sunday' });
    expect(log).toEqual(['a follows']);
    expect(place.words).toEqual(['a…']);
  });

  it('draws what is wrong, and what is right once it is', async () => {
    block().load();
    await settings({ spans: 'bad' });
    expect(place.words).toEqual(['wrong: bad']);
    await settings({ spans: 'c' });
    expect(place.words).toEqual(['c…']);
    expect(drawings).toHaveLength(2);
  });

  it('follows nothing after its end', async () => {
    const live = block();
    live.load();
    live.unload();
    log = [];
    await settings({ spans: 'b' });
    expect(log).toEqual([]);
    expect(place.words).toEqual(['a…']); // the element’s owner clears it away
  });
});

describe('that it is ready', () => {
  it('is told once what it draws has read', async () => {
    const live = block();
    live.load();
    const ready = live.ready();
    expect(await isDone(ready)).toBe(false);
    drawings[0]?.finish();
    expect(await isDone(ready)).toBe(true);
  });

  it('waits for the last drawing where it is drawn anew while it reads', async () => {
    const live = block();
    live.load();
    const ready = live.ready();
    await settings({ spans: 'b' });
    drawings[0]?.finish();
    expect(await isDone(ready)).toBe(false);
    drawings[1]?.finish();
    expect(await isDone(ready)).toBe(true);
  });

  it('is told at once where nothing but problems is drawn', async () => {
    await settings({ spans: 'bad' });
    const live = block();
    live.load();
    expect(await isDone(live.ready())).toBe(true);
  });

  it('is told at the end, although what it draws never has read', async () => {
    const live = block();
    live.load();
    const ready = live.ready();
    live.unload();
    expect(await isDone(ready)).toBe(true);
    expect(await isDone(live.ready())).toBe(true);
    expect(log.at(-1)).toBe('a ends');
  });
});
