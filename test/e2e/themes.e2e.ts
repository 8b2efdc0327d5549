import { afterEach, expect, it } from 'vitest';
import { openPage, type OpenPage } from '../host/node';
import { axe } from './axe';

// Rules as real themes have them (Blue Topaz 1.281, Primary, AnuPpuccin, in July 2026), which come behind a plugin's styles: boxes of
// one height, every button padded, pale code, muted text at 3.2:1 on a tinted ground.
const THEME = `
.modal textarea { height: 18rem !important; }
button:not(.clickable-icon) { padding: 10px 16px; }
.markdown-rendered code { color: #d0679d; }
.theme-light { --text-muted: #8c8fa1; --text-normal: #4c4f69; --color-base-100: #4c4f69; --background-primary: #eff1f5; }
`;
const NOTES = {
  'home.md': '```research-home\n```\n',
  'wrong.md': '```time-progress\nrow: 5\n```\n\n```calendar-heatmap\nsource: x\n```\n',
  's.md':
    '---\ntype: source\ntitle: A source\nstatus: reading\n---\n\n## Reading log\n\n- 2026-11-03 a line [min:: 30]\n- 2026-10-28 b [min:: 30]\n',
};

let v: OpenPage;
afterEach(() => v.close());

async function pale(within: string): Promise<string[]> {
  const { violations } = await axe(v.page).include(within).exclude('.mod-cta').withRules(['color-contrast']).analyze();
  return violations.flatMap(({ nodes }) => nodes.map((node) => node.html));
}

it('a theme’s own boxes, buttons and pale text leave ours to be read and of their size', async () => {
  v = await openPage({
    plugin: true,
    files: NOTES,
    now: '2026-11-05T16:20:00',
    viewport: { width: 1280, height: 800 },
  });
  await v.page.addStyleTag({ content: THEME });
  await v.open('home.md');
  await v.page.locator('.rh-home .rh-text-button').first().waitFor();
  expect(await pale('.rh-home')).toEqual([]);
  // A button drawn as words is as high as its line.
  const [button] = await v.page.locator('.rh-home .rh-text-button').all();
  expect((await button?.boundingBox())?.height).toBeLessThan(24);

  await v.open('wrong.md');
  await v.page.locator('.rh-error code').first().waitFor();
  expect(await pale('.markdown-reading-view')).toEqual([]);

  await v.open('s.md');
  await v.command('research-handbook:log-reading');
  await v.page.clock.runFor(500);
  await v.settle();
  expect(await pale('.rh-dialog')).toEqual([]);
  const note = await v.page.locator('.rh-dialog textarea').boundingBox();
  expect(note?.height).toBeLessThan(100); // it is a box of two lines
  const chips = await v.page.locator('.rh-dialog .rh-chip').all();
  expect(chips.length).toBeGreaterThan(2);
  for (const chip of chips) expect((await chip.boundingBox())?.width).toBeLessThan(45);
});

// Minimal 8, in July 2026: the note has no padding, and each of its parts a width of its own.
const NARROW = `
body { --line-width: 40rem; --max-width: 88%; }
.markdown-preview-view { padding-inline: 0 !important; }
.markdown-preview-view .markdown-preview-sizer { max-width: none !important; }
.markdown-preview-view .markdown-preview-sizer > div { width: var(--line-width); max-width: var(--max-width); margin-inline: auto !important; }
`;

it('a theme that narrows a phone’s page leaves no room beside the days, and the home page its own width', async () => {
  v = await openPage({
    plugin: true,
    files: {
      'home.md': '---\ncssclasses:\n  - rh-home-note\n---\n\n```research-home\n```\n',
      'note.md': '```calendar-heatmap\n```\n',
      's.md': NOTES['s.md'],
    },
    now: '2026-11-05T16:20:00',
    mobile: true,
    viewport: { width: 390, height: 844 },
  });
  await v.page.addStyleTag({ content: NARROW });
  const shown = async (note: string): Promise<{ left: number; width: number; room: number; bands: number }> => {
    await v.open(note);
    await v.page.locator('.rh-heatmap [data-date]').first().waitFor();
    return v.page.evaluate(() => {
      const box = (el: Element | null | undefined): DOMRect => el?.getBoundingClientRect() ?? new DOMRect();
      const calendar = document.querySelector('.rh-heatmap');
      const days = [...(calendar?.querySelectorAll('.rh-day[data-date]') ?? [])].map(box);
      const { left, right, width } = box(calendar);
      const room = right - Math.max(...days.map((day) => day.right));
      return { left, width, room, bands: new Set(days.map(({ top }) => top)).size / 7 };
    });
  };
  const note = await shown('note.md');
  expect(note.width).toBeCloseTo(0.88 * 390, 0);
  expect(note.room).toBeLessThan(1);
  expect(await shown('home.md')).toMatchObject({ left: 20, width: 350, bands: 2 });
});
