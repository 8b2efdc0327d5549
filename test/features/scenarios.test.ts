// The list of scenarios on the test host; `test/wdio` holds the real app to the same one.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Host, openHost } from '../host/node';
import { SCENARIOS, type AppUnderTest } from '../scenarios/scenarios';

const ID = 'research-handbook';

function onHost(host: Host): AppUnderTest {
  const settle = async (): Promise<void> => {
    await host.settle();
    await host.clock.advance(500);
  };
  return {
    command: async (id) => {
      await host.command(`${ID}:${id}`);
      await settle();
    },
    click: async (selector) => {
      await host.click(selector);
      await settle();
    },
    fill: (selector, text) => host.fill(selector, text),
    openReading: (path) => host.open(path),
    read: (path) => Promise.resolve(host.read(path)),
    write: (path, text) => host.external.write(path, text),
    paths: () => host.paths(),
    count: (selector) => Promise.resolve(host.$$(selector).length),
    text: (selector) => Promise.resolve(host.text(selector) ?? ''),
    commands: () => {
      const { commands } = host.app as unknown as { commands: { listCommands(): readonly { id: string }[] } };
      return Promise.resolve(commands.listCommands().flatMap(({ id }) => (id.startsWith(`${ID}:`) ? [id] : [])));
    },
    unload: () => host.unload(),
    until: async (what, look) => {
      for (let n = 0; n < 20; n++) {
        if (await look()) return;
        await settle();
      }
      throw new Error(`This did not come to be: ${what}`);
    },
  };
}

describe('in the first week', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost({ plugin: true, userEnable: true, language: 'en', now: '2026-11-05T16:20:00' });
  });
  afterAll(() => host.close());

  for (const { name, run } of SCENARIOS) it(name, () => run(onHost(host)));
});
