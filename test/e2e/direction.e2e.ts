import { afterEach, describe, expect, it } from 'vitest';
import { openPage, type OpenPage } from '../host/node';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const SPANS = 'spans:\n  - {name: Thesis, from: 2026-09-01, to: 2027-01-15}\n  - {name: CVPR, to: 2026-11-13}';
const progress = (style: string): string =>
  `\`\`\`time-progress\nstyle: ${style}\ngoal:\n  minutes: 300\n${SPANS}\n\`\`\`\n`;
const FILES = {
  'Sources/mae.md':
    '---\ntype: source\nkind: paper\nstatus: reading\ntitle: "Masked Autoencoders, 3 passes"\n---\n\n## Reading log\n\n' +
    '- 2026-11-03 read [min:: 60] [pass:: 2]\n- 2026-11-31 read [min:: 5]\n',
  'n.md': `${['table', 'bars', 'compact', 'ring'].map(progress).join('\n')}
\`\`\`time-progress
style: bars
goal: 300
\`\`\`

\`\`\`research-home
\`\`\`

\`\`\`calendar-heatmap
\`\`\`
`,
};

async function open(language: 'zh' | 'en', width: number): Promise<OpenPage> {
  v = await openPage({
    plugin: true,
    now: '2026-11-05T16:20:00',
    clock: 'fixed',
    language,
    viewport: { width, height: 900 },
    mobile: width < 600,
    files: FILES,
  });
  await v.open('n.md');
  await v.page.waitForSelector('.rh-heatmap [data-state="value"]');
  await v.page.evaluate(() => {
    document.body.dir = 'rtl';
    document.body.classList.add('mod-rtl');
  });
  return v;
}

/** Texts whose letters do not stand from left to right as they are written; all of them are Latin or Han. */
const scrambled = (page: OpenPage): Promise<string[]> =>
  page.page.evaluate(() => {
    const found: string[] = [];
    /** Text by the element in whose lines it stands. */
    const lines = new Map<Element, Text[]>();
    for (const root of document.querySelectorAll('.rh-home, .rh-time-progress, .rh-heatmap, .rh-error')) {
      for (const el of root.querySelectorAll('*')) {
        // What a style sheet writes has no letters to be measured: it must not run as the app does.
        const { content, direction, unicodeBidi } = getComputedStyle(el, '::before');
        if (/\d/.test(content) && direction === 'rtl' && unicodeBidi !== 'plaintext') found.push(`::before ${content}`);
      }
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        let holder = node.parentElement!;
        while (getComputedStyle(holder).display === 'inline') holder = holder.parentElement!;
        const texts = lines.get(holder) ?? [];
        if (!texts.includes(node as Text)) texts.push(node as Text);
        lines.set(holder, texts);
      }
    }
    for (const [holder, texts] of lines) {
      let before: DOMRect | null = null;
      for (const text of texts) {
        for (let i = 0; i < text.data.length; i++) {
          if (!/[\p{L}\p{N}\p{P}]/u.test(text.data.charAt(i))) continue;
          const range = document.createRange();
          range.setStart(text, i);
          range.setEnd(text, i + 1);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          // A letter on the same line as the one before it stands to its right.
          if (before !== null && Math.abs(box.bottom - before.bottom) < 3 && box.left < before.left - 0.5) {
            found.push(`${holder.className}: ${texts.map(({ data }) => data).join('')}`);
            break;
          }
          before = box;
        }
      }
    }
    return [...new Set(found)];
  });

describe('in an app that runs from right to left', () => {
  it.each([
    ['en', 1000],
    ['zh', 1000],
    ['en', 320],
    ['zh', 390],
  ] as const)('every text runs as its letters do: %s at %i px', async (language, width) => {
    const page = await open(language, width);
    expect(await scrambled(page)).toEqual([]);
  });

  it('a bar fills from where its row begins, and its notch and its last days stand on the same scale', async () => {
    const page = await open('en', 1000);
    const sides = await page.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-style="bars"] .rh-tp-bar')].map((bar) => {
        const { width } = bar.getBoundingClientRect();
        const share = (length: string): number => Math.round((parseFloat(length) / width) * 100);
        const value = Number(bar.style.getPropertyValue('--rh-value'));
        const pace = bar.style.getPropertyValue('--rh-pace');
        const fill = getComputedStyle(bar, '::before');
        const after = getComputedStyle(bar, '::after');
        return {
          fill: [share(fill.right), share(fill.width) - Math.round(value)],
          notch: pace === '' ? null : share(after.right) - Math.round(Number(pace)),
          days:
            after.content !== 'none' && pace === ''
              ? [share(after.left), share(after.right) - Math.round(value)]
              : null,
        };
      }),
    );
    expect(sides.length).toBeGreaterThan(7);
    for (const { fill } of sides) expect(fill).toEqual([0, expect.closeTo(0, -1)]);
    expect(sides.flatMap(({ notch }) => (notch === null ? [] : [Math.abs(notch) <= 1]))).toEqual([true]);
    expect(sides.flatMap(({ days }) => (days === null ? [] : [days]))).toEqual([[0, expect.closeTo(0, -1)]]);
  });
});
