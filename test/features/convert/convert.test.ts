import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const SCRIPT = `const data = { year: 2026, entries: [], intensityScaleStart: 1 };
window.wasRun = true;
for (let page of dv.pages('"Daily"').where(p => p.mood)) {
  data.entries.push({ date: page.file.name, intensity: page.mood, content: "x" });
}
renderHeatmapCalendar(this.container, data);`;
const NOTE = `# Home\n\n\`\`\`dataviewjs\n${SCRIPT}\n\`\`\`\n\nmy own words\n\n\`\`\`contributionGraph\ntitle: Notes\ndays: 90\nquery: "#cv"\ndateField: created\n\`\`\`\n`;
const BLOCKS =
  '# Home\n\n```calendar-heatmap\nproperty: mood\nfilter:\n  folder: Daily\nvalues: words\nrange: 2026\n```\n\nmy own words\n\n```calendar-heatmap\ntitle: Notes\nsource: notes\ndateProperty: created\nfilter:\n  tag: cv\nrange: last 90 days\nscale:\n  - 1\n  - 2\n  - 5\n  - 10\n```\n';

const start = async (note = NOTE, more: HostOptions = {}): Promise<void> => {
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:20:00',
    files: { 'n.md': note, 'Daily/2026-11-02.md': '---\nmood: good\n---\n' },
    ...more,
  });
  await host.open('n.md');
  await host.command('research-handbook:convert-widget-code');
  await host.settle();
};
const notices = (): string[] => host.$$('.notice').map((one) => one.textContent);

describe('pasted code', () => {
  it('is shown as it will look, with what is lost, and written once that is confirmed', async () => {
    await start();
    expect(host.$$('.modal .rh-heatmap')).toHaveLength(2);
    expect(host.$('.modal [data-date="2026-11-02"]').getAttribute('aria-label')).toContain('good');
    expect(host.$$('.modal .rh-convert-code li').map((one) => one.textContent)).toEqual([
      'content: nothing here is like it',
      'intensityScaleStart: nothing here is like it',
    ]);
    expect(host.read('n.md')).toBe(NOTE);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('n.md').replace(/values: words\n/, '')).toBe(BLOCKS.replace(/values: words\n/, ''));
    expect(host.read('n.md')).toContain('values: words');
    expect((host.window as unknown as { wasRun?: boolean }).wasRun).toBeUndefined();
    expect(notices()).toContain('Converted to 2 blocks.');
  });

  it('is told what values are that stand within a property', async () => {
    const code = `\`\`\`dataviewjs\n${SCRIPT.replaceAll('page.mood', 'page.sleep.long').replace('p.mood', 'p.sleep')}\n\`\`\`\n`;
    await start(code, { files: { 'n.md': code, 'Daily/2026-11-02.md': '---\nsleep:\n  long: 7h30m\n---\n' } });
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('n.md')).toContain('value: sleep.long\nvalues: durations\n');
  });

  it('that changed while it was shown is left as it is', async () => {
    await start();
    const typed = NOTE.replace('query: "#cv"', 'query: "#nlp"');
    await host.external.write('n.md', typed);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('n.md')).toBe(typed);
    expect(notices().join()).toContain('Nothing was written');
  });

  it('can be taken out one by one, and what is not understood stays', async () => {
    await start(`${NOTE}\n\`\`\`dataviewjs\nrenderHeatmapCalendar(this.container, make())\n\`\`\`\n`);
    expect(host.$$('.modal .rh-convert-code').at(-1)?.textContent).toContain('cannot be told');
    await host.click('.modal .checkbox-container');
    await host.click('.modal .mod-cta');
    await host.settle();
    const text = host.read('n.md');
    expect([text.includes(SCRIPT), text.includes('contributionGraph'), text.includes('make()')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is missed in words where there is none', async () => {
    await start('nothing of the kind\n', { language: 'zh' });
    expect(host.$$('.modal')).toEqual([]);
    expect(notices().join()).toContain('没有 Heatmap Calendar');
  });
});
