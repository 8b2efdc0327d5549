import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../../host/node';

let host: Host;
const withBlock = async (block: string) => {
  const files = { 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` };
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files });
  await host.open('n.md', 'preview');
  await host.settle();
};
const day = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('numbers in a block', () => {
  it('of other years leave this year’s levels alone', async () => {
    await withBlock('scale: linear\nrange: 2026\ndata:\n  2026-11-02: 2\n  2027-06-01: 1000\n  2025-06-01: 1000');
    expect(day('2026-11-02').dataset['level']).toBe('4');
  });

  it('that all lie before are told by the latest, those after by the earliest', async () => {
    await withBlock('range: 2026\ndata:\n  2024-03-01: 1\n  2024-01-01: 1');
    expect(host.text('.rh-empty')).toContain('Nothing in 2026 so far; the latest is 1 Mar 2024');
    await host.close();
    await withBlock('range: 2026\ndata:\n  2028-03-01: 1\n  2028-01-01: 1');
    expect(host.text('.rh-empty')).toContain('the earliest is 1 Jan 2028');
  });

  it('on both sides are told by the nearest', async () => {
    const data = 'data:\n  2026-10-01: 1\n  2026-11-02: 1\n  2026-11-04: 1';
    await withBlock(`range: 2026-11-01..2026-11-01\n${data}`);
    expect(host.text('.rh-empty')).toContain('; the nearest is 2 Nov 2026');
    await host.close();
    await withBlock(`range: 2026-10-03..2026-10-04\n${data}`);
    expect(host.text('.rh-empty')).toContain('; the nearest is 1 Oct 2026');
  });

  it('are entries where those are counted', async () => {
    await withBlock('metric: count\ndata:\n  2026-11-02: 7');
    expect(day('2026-11-02').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n1 entry');
  });

  it('are listed with what was noted about them', async () => {
    await withBlock('unit: km\ndata:\n  - date: 2026-11-02\n    value: 5.5\n    note: along the river');
    await host.click(day('2026-11-02'));
    expect(host.text('.rh-popover .rh-item-title')).toBe('along the river');
    expect(host.text('.rh-popover .rh-entry-min')).toBe('5.5 km');
  });

  it('that are not whole are named so in the legend', async () => {
    await withBlock('scale: [2.5]\nunit: km\ndata:\n  2026-11-01: 1.5\n  2026-11-02: 3');
    expect(host.$$('.rh-key[data-state=value]').map((key) => key.textContent)).toEqual(['< 2.5', '≥ 2.5 km']);
  });
});
