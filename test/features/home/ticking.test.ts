import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { homePathOf, NOW, settingsOf, termVault, ZONE } from './term-vault';

let host: Host;
afterEach(() => host.close());

const HOME = homePathOf('zh');
const PLAN_NOTE = '周报/2026-W44.md';

async function openTermHome(): Promise<void> {
  const options = { files: termVault('zh'), now: NOW, timezone: ZONE, language: 'zh', data: settingsOf('zh') };
  host = await openHost({ plugin: true, ...options });
  await host.open(HOME);
}

describe('ticking a planned item', () => {
  const boxes = (): HTMLInputElement[] => host.$$<HTMLInputElement>('.rh-plan .rh-check');

  it('writes exactly that checkbox', async () => {
    await openTermHome();
    const before = host.read(PLAN_NOTE);
    await host.click(boxes()[1] ?? '');
    await host.settle();
    expect(host.read(PLAN_NOTE)).toBe(before.replace('- [ ] 整理', '- [x] 整理'));
    expect(new Set(host.faults.writes.map((write) => write.path))).toEqual(new Set([PLAN_NOTE]));
    expect(host.text('.rh-plan .rh-aside')).toBe('2 / 4');
  });

  it('leaves it in sight, so that a slip can be taken back', async () => {
    await openTermHome();
    const before = host.read(PLAN_NOTE);
    await host.click(boxes()[1] ?? '');
    await host.settle();
    expect(boxes().map((box) => box.checked)).toEqual([false, true, false]);
    await host.click(boxes()[1] ?? '');
    await host.settle();
    expect(host.read(PLAN_NOTE)).toBe(before);
  });

  it('finds the line where the note grew on disk meanwhile, unnoticed', async () => {
    await openTermHome();
    const longer = host.read(PLAN_NOTE).replace('## 下周计划', '一句新的话。\n\n## 下周计划');
    await host.folder.write(PLAN_NOTE, longer);
    await host.click(boxes()[1] ?? '');
    await host.settle();
    expect(host.read(PLAN_NOTE)).toBe(longer.replace('- [ ] 整理', '- [x] 整理'));
  });

  it('writes nothing where the item was changed elsewhere, and says so', async () => {
    await openTermHome();
    const changed = host.read(PLAN_NOTE).replace('整理消融实验表格', '整理表格');
    await host.folder.write(PLAN_NOTE, changed);
    await host.click(boxes()[1] ?? '');
    await host.settle();
    expect(host.read(PLAN_NOTE)).toBe(changed);
    expect(host.notices().join()).toContain('整理消融实验表格');
    expect(boxes()[1]?.checked).toBe(false);
  });

  it('leads to the item’s line in the report', async () => {
    await openTermHome();
    await host.click('.rh-plan .rh-link');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe(PLAN_NOTE);
    const line = host.read(PLAN_NOTE).split('\n').indexOf('- [ ] 复现 MAE 在 ImageNet-100 上的预训练');
    expect(host.app.workspace.activeEditor?.editor?.getCursor().line).toBe(line);
    expect(host.faults.writes).toEqual([]);
  });

  it.each(['the middle button', 'Ctrl'])('leads there in a tab of its own with %s', async (how) => {
    await openTermHome();
    const leaves = (): number => host.app.workspace.getLeavesOfType('markdown').length;
    const before = leaves();
    const link = host.$('.rh-plan .rh-link');
    if (how === 'Ctrl') await host.click(link, { ctrlKey: true });
    else link.dispatchEvent(new host.window.MouseEvent('auxclick', { button: 1, bubbles: true, cancelable: true }));
    await host.settle();
    expect(leaves()).toBe(before + 1);
  });
});
