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
