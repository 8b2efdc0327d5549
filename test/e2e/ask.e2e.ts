import { afterEach, expect, it } from 'vitest';
import { model } from '../host/fake-model';
import { network } from '../host/fake-servers';
import { type OpenPage, openPage } from '../host/node';
import { axe, dialogViolations } from './axe';

let v: OpenPage;
/** What left the machine. */
const sent: string[] = [];
afterEach(() => v.close());

const QUOTE = '遮 75% 才逼着模型看整体';
const FILES = {
  'MAE.md': `# MAE\n\n## 为什么遮这么多\n\nBERT 只遮 15%；${QUOTE}。\n\n- CANARY [private:: true]\n`,
  'ViT.md': '每块 16×16 像素，是一个 token。\n\n![](https://evil.example/note.png)\n',
  '我的.md': '记下\n',
};
const SAYS = `遮得少，照抄邻居就行：[1: "${QUOTE}"]。![](https://evil.example/x.png) 另有 [2: "85% 最好"]。`;

const servers = network({
  'dashscope.aliyuncs.com': model({ key: 'sk-1', vectorOf: (text) => [text.length, text.includes('75%') ? 99 : 1] }),
  'api.deepseek.com': model({ key: 'sk-1', says: () => SAYS }),
});

/** A command by its name, as the keyboard runs it. */
async function run(name: string): Promise<void> {
  await v.page.evaluate(() => {
    window.__host.openPalette('commands', '');
  });
  await v.page.keyboard.insertText(name);
  await v.page.locator('.suggestion-item.is-selected', { hasText: name }).waitFor();
  await v.page.keyboard.press('Enter');
}
/** Enter, once the question is there to take it. */
async function agree(): Promise<void> {
  const yes = v.page.locator('.rh-dialog .mod-cta:focus');
  await yes.waitFor();
  await v.page.keyboard.press('Enter');
  await yes.waitFor({ state: 'detached' });
}

it('is indexed, asked and taken into a note by keyboard on a phone; what leaves is seen first, and a false quotation is told', async () => {
  v = await openPage({
    plugin: true,
    now: '2026-12-01T09:00:00',
    files: FILES,
    language: 'zh',
    mobile: true,
    dark: true,
    viewport: { width: 390, height: 844 },
    secrets: { mine: 'sk-1' },
    data: {
      chatService: 'deepseek',
      chatKey: 'mine',
      embedService: 'dashscope',
      embedKey: 'mine',
      embedRate: '0.5 元',
    },
    network: (request) => {
      sent.push(request.body ?? '');
      return servers(request);
    },
  });
  const { page } = v;
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const told = page.locator('.rh-going-out');
  await v.open('我的.md', 'source');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');

  await run('给笔记建立向量');
  await told.getByText('dashscope.aliyuncs.com').waitFor();
  expect(await told.textContent()).toContain('每百万 token 0.5 元');
  expect(await dialogViolations(page)).toEqual([]);
  expect(sent).toEqual([]);
  await agree();
  await page.locator('.notice', { hasText: '完成' }).waitFor();

  await run('问我的笔记');
  await page.locator('.rh-ask-box input:focus').waitFor();
  await page.keyboard.insertText('为什么遮 75%？');
  await page.keyboard.press('Enter');
  await page.locator('.rh-dialog', { hasText: 'dashscope.aliyuncs.com' }).waitFor();
  await agree(); // to the question itself being made a vector
  await told.getByText('api.deepseek.com').waitFor();
  await agree();
  await page.locator('.rh-answer').waitFor();
  expect(await page.locator('.rh-quoted').allTextContents()).toEqual([QUOTE]);
  expect(await page.locator('.rh-answer s').allTextContents()).toEqual(['85% 最好']);
  expect(await page.locator('.rh-false-say').textContent()).toContain('第 2 段里没有这句话');
  const { violations } = await axe(page).include('.rh-ask').exclude('.mod-cta').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const thread = page.locator('.rh-ask');
  expect(await thread.evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);

  await page.getByRole('button', { name: '把引文插入笔记' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => v.read('我的.md')).toBe(`记下\n> ${QUOTE}\n>\n> — [[MAE#为什么遮这么多]]\n`);
  expect(sent).toHaveLength(3); // passages, the question for its vector, and both for an answer
  expect(sent.join()).not.toContain('CANARY');
  expect(loaded.filter((url) => url.includes('evil.example'))).toEqual([]);
  expect(v.errors).toEqual([]);
});
