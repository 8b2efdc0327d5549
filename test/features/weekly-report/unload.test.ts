import { expect, it } from 'vitest';
import { openHost } from '../../host/node';
import { DAY, LOG } from './vault';

it('leaves nothing behind, and writes nothing, when it is loaded and unloaded', async () => {
  const host = await openHost({ plugin: true, files: LOG, now: DAY, language: 'zh', data: { contentLanguage: 'zh' } });
  await host.cli('research-handbook:weekly', {});
  for (const id of ['choose-weekly-report', 'list-missing-reports']) {
    await host.command(`research-handbook:${id}`);
    await host.press('Escape');
  }
  const writes = host.faults.writes.length;
  const nothing = await openHost({ files: {} }).then(async (bare) => {
    const left = bare.leftovers();
    await bare.close();
    return left;
  });
  await host.unload();
  expect(host.leftovers()).toEqual(nothing);
  expect(host.faults.writes).toHaveLength(writes);
  await host.external.write('周报/2026-W31.md', '---\ntype: weekly-report\nweek: 2026-W31\n---\n');
  expect(host.errors).toEqual([]);
  await host.close();
});
