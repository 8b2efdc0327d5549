import { afterEach, expect, it } from 'vitest';
import { openHost, type Host } from '../../host/node';

let host: Host | null = null;
afterEach(async () => {
  await host?.close();
  host = null;
});

const SOURCE = '---\ntype: source\nkind: paper\ntitle: "A"\n---\n\n## Reading log\n\n- 2026-11-03 read [min:: 60]\n';

// The app shows an `aria-label` as a tooltip: over words that are there to be read it would say them a second time.
it.each(['insert-heatmap', 'insert-time-progress', 'log-reading', 'add-source', 'set-up'])(
  'names the groups and switches of %s by the words beside them',
  async (command) => {
    host = await openHost({
      plugin: true,
      now: '2026-11-05T16:20:00',
      files: { 'Sources/a.md': SOURCE, 'n.md': 'x\n' },
    });
    await host.open('n.md');
    await host.command(`research-handbook:${command}`);
    await host.settle();
    const { window } = host;
    const groups = host.$$('.modal :is([role=radiogroup], [role=group], .rh-switch :is(input, [role=switch]))');
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      const ids = (group.getAttribute('aria-labelledby') ?? '').split(' ');
      const words = ids.map((id) => window.document.getElementById(id));
      expect([group.outerHTML.slice(0, 80), words.map((el) => el?.textContent)]).toEqual([
        expect.any(String),
        [expect.stringMatching(/\S/)],
      ]);
      expect(words.every((el) => el?.closest('[aria-hidden="true"]') === null)).toBe(true);
      expect(group.closest('[aria-label]')).toBeNull();
    }
  },
);
