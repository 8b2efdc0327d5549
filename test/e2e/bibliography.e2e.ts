import { afterEach, describe, expect, it } from 'vitest';
import { openPage, type OpenPage, type PageOptions } from '../host/node';
import { axe } from './axe';

let v: OpenPage;
afterEach(() => v.close());

async function open(options: PageOptions = {}): Promise<void> {
  v = await openPage({ plugin: true, now: '2026-11-05T16:20:00', language: 'zh', files: FILES, ...options });
}

const FILES = {
  '文献/resnet.md': '---\ntype: source\ntitle: Deep Residual Learning\nyear: 2015\ncitekey: he2016\n---\n',
  '文献/mae.md': '---\ntype: source\ntitle: Masked Autoencoders\ndoi: 10.1000/a\n---\n',
};
const BIB = `@article{broken, title = {Never {ends, year = 2020}
@misc{he2016, title={Deep Residual Learning}, author={He, Kaiming}, year={2016}}
@misc{he2022, title={Masked Autoencoders}, author={He, Kaiming}, doi={10.1000/b}}
@misc{x1, title={一个没有空格也没有标点的很长很长很长很长很长很长很长很长很长很长很长很长很长很长的题目}, month=juni}
@misc{x2, title={ImageNet_a_name_without_any_blank_that_is_longer_than_a_telephone_is_wide}}
`;

/** What axe finds wrong with the open dialog; colours are the stand-in's, and measured elsewhere. */
async function violations(): Promise<unknown> {
  const found = await axe(v.page)
    .include('.modal')
    .exclude('.modal-close-button')
    .disableRules(['color-contrast'])
    .analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
const overflow = (): Promise<number> =>
  v.page.evaluate(() => {
    const content = document.querySelector('.modal-content');
    return content === null ? -1 : content.scrollWidth - content.clientWidth;
  });

describe('importing', () => {
  it('goes by the keyboard alone from the text to the result, and each step can be heard', async () => {
    await open();
    const { keyboard } = v.page;
    await v.command('research-handbook:import-sources');
    await v.page.waitForSelector('#rh-import-text:focus');
    await keyboard.insertText(BIB);
    await v.page.waitForSelector('.modal .mod-cta:not([disabled])');
    expect(await violations()).toEqual([]);
    await keyboard.press('Control+Enter');
    await v.page.waitForSelector('.rh-groups');
    expect(await violations()).toEqual([]);
    await v.page.focus('[data-outcome="different"] input:checked');
    await keyboard.press('ArrowRight'); // 2016 instead of 2015
    await v.page.focus('[data-outcome="doubles"] input:checked');
    await keyboard.press('ArrowRight'); // the same: make none
    await v.page.focus('[data-outcome="created"] .rh-tick-row:last-child input');
    await keyboard.press('Space');
    expect(await v.page.textContent('.rh-sum > div:last-child')).toBe('1 新建 + 2 补全 + 1 未勾选 + 1 无法识别 = 5');
    await keyboard.press('Control+Enter');
    await v.page.waitForSelector('.rh-result-sum');
    await v.settle();
    expect(await violations()).toEqual([]);
    expect(v.read('文献/resnet.md')).toContain('year: 2016\n');
    expect(v.read('文献/mae.md')).toContain('doi: 10.1000/a\n');
    expect(v.read('文献/mae.md')).toContain('citekey: he2022\n');
    await keyboard.press('Enter'); // done
    await v.page.waitForSelector('.modal', { state: 'detached' });
    expect(v.errors).toEqual([]);
  });

  it('never scrolls sideways on a phone', async () => {
    await open({ mobile: true });
    await v.command('research-handbook:import-sources');
    await v.page.fill('#rh-import-text', BIB);
    await v.page.waitForSelector('.modal .mod-cta:not([disabled])');
    expect(await overflow()).toBe(0);
    await v.page.click('.modal .mod-cta');
    await v.page.waitForSelector('.rh-groups');
    expect(await overflow()).toBe(0);
    await v.page.click('.modal .mod-cta');
    await v.page.waitForSelector('.rh-result-sum');
    expect(await overflow()).toBe(0);
  });

  it('takes a file that is dropped', async () => {
    await open();
    await v.command('research-handbook:import-sources');
    await v.page.waitForSelector('#rh-import-text:focus');
    await v.page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'refs.bib'));
      const box = document.querySelector('.rh-drop');
      for (const type of ['dragover', 'drop']) {
        box?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }, BIB);
    await v.page.waitForSelector('.modal .mod-cta:not([disabled])');
    expect(await v.page.textContent('.rh-drop-foot')).toContain('BibTeX，5 条');
  });
});
