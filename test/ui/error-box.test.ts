import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';

let host: Host;
afterEach(async () => {
  await host.close();
});

/** Boxes are drawn by blocks alone, so a block with errors it is. */
async function boxes(options: string, language = 'en'): Promise<HTMLElement[]> {
  host = await openHost({ plugin: true, language, files: { 'a.md': `\`\`\`time-progress\n${options}\n\`\`\`\n` } });
  await host.open('a.md', 'preview');
  return host.$$('.rh-error');
}

describe('an error box', () => {
  it('says the cause with its name in code, shows the lines around it with numbers, and what to write', async () => {
    const [box] = await boxes('style: bars\nperiods: [day]\npallete: safe\nlanguage: en\ngoal: {minutes: 30}');
    expect(box?.getAttribute('role')).toBe('alert');
    expect(box?.querySelector('.svg-icon')?.getAttribute('aria-hidden')).toBe('true');
    expect(box?.querySelector('.rh-error-cause')?.innerHTML).toBe('Unknown key <code>pallete</code> on line 3');
    expect(box?.querySelector('.rh-error-source')?.textContent).toBe('2periods: [day]\n3pallete: safe\n4language: en');
    expect(box?.querySelector('.rh-culprit')?.textContent).toBe('pallete');
    expect(box?.querySelector('.rh-error-tip')?.textContent).toMatch(/^Known: periods, style, /);
  });

  it('leaves out the lines between two that are far apart', async () => {
    const span = 'spans:\n  - from: 2026-12-20\n    name: a\n    kind: period\n    unit: days\n    to: 2026-08-17';
    const [box] = await boxes(span);
    expect(box?.querySelector('.rh-error-source')?.textContent).toBe(
      '1spans:\n2  - from: 2026-12-20\n3    name: a\n⋮\n5    unit: days\n6    to: 2026-08-17',
    );
  });

  it('cuts a very long name, and takes no piece of it for markup', async () => {
    const [box] = await boxes(`'<b>\`${'x'.repeat(500)}': 1`);
    const cause = box?.querySelector('.rh-error-cause');
    expect(cause?.querySelectorAll('b, code')).toHaveLength(1);
    expect(cause?.textContent?.length).toBeLessThan(100);
    expect(cause?.textContent).toContain('<b>');
  });

  it('stands for many of one cause, the first three shown, with the lines of the rest', async () => {
    const spans = Array.from({ length: 20 }, (_, n) => `  - name: s${String(n)}\n    to: soon`).join('\n');
    const drawn = await boxes(`spans:\n${spans}`);
    expect(drawn).toHaveLength(3);
    expect(host.text('.rh-error-others')).toBe('17 more problems will show once these are fixed.');
    await host.close();
    const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    const data = Array.from({ length: 365 }, (_, n) => `  ${day(n)}: 5 km`).join('\n');
    host = await openHost({ plugin: true, files: { 'a.md': `\`\`\`calendar-heatmap\ndata:\n${data}\n\`\`\`\n` } });
    await host.open('a.md', 'preview');
    expect(host.$$('.rh-error')).toHaveLength(1);
    expect(host.text('.rh-error-source')).toBe(
      '1data:\n2  2026-01-01: 5 km\n3  2026-01-02: 5 km\n4  2026-01-03: 5 km\n5  2026-01-04: 5 km',
    );
    expect(host.text('.rh-error')).toContain('The same holds for 364 more, on lines 3–366.');
    expect(host.text('.rh-error')).toContain('2026-01-01: 5');
  });

  it('speaks Chinese', async () => {
    const [box] = await boxes('pallete: safe', 'zh');
    expect(box?.lang).toBe('zh-CN');
    expect(box?.querySelector('.rh-error-cause')?.textContent).toBe('第 1 行：没有 pallete 这个选项');
  });
});
