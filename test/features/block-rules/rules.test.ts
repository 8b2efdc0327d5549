import type { Editor, MarkdownView } from 'obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { parseBlocks, renderBlock } from '../../../src/core/block/guarded-block';
import { type Host, openHost } from '../../host/node';
import { DAY, LOG } from '../weekly-report/vault';

let host: Host;
afterEach(() => host.close());

const PATH = '周报/2026-W32.md';
const READING = renderBlock('reading', '### 本周阅读\n\n- [[mae]] · 1 次');
const DONE = renderBlock('done', '%% 还没选任务在哪。 %%');
const REPORT = `---\ntype: weekly-report\nweek: 2026-W32\n---\n\n# 2026-W32\n\n${READING}\n${DONE}\n\n## 实验\n\n我的话。\n`;
const [BEGIN = '', END = ''] = [READING.split('\n')[0], READING.split('\n').at(-1)];

async function open(text = REPORT, mode: 'live' | 'source' | 'preview' = 'live', data: object = {}): Promise<void> {
  host = await openHost({
    plugin: true,
    files: { ...LOG, [PATH]: text },
    now: DAY,
    language: 'zh',
    data: { contentLanguage: 'zh', ...data },
  });
  await host.open(PATH, mode);
}
const editor = (): Editor => {
  const { view } = host.app.workspace.getLeavesOfType('markdown')[0] ?? {};
  return (view as MarkdownView).editor;
};
const rules = (): string[] =>
  host.$$('.rh-region').map((rule) => `${rule.dataset['place'] ?? ''}: ${rule.textContent}`);
/** What the editor shows, line by line. */
const shown = (): string =>
  host
    .$$('.cm-content .cm-line')
    .map((line) => line.textContent)
    .join('\n');

/** Puts the cursor behind a part of the note, or selects that part. */
function at(part: string, how: 'behind' | 'before' | 'select' = 'behind'): void {
  const from = editor().getValue().indexOf(part);
  expect(from).toBeGreaterThanOrEqual(0);
  const [start, end] = [editor().offsetToPos(from), editor().offsetToPos(from + part.length)];
  if (how === 'select') editor().setSelection(start, end);
  else editor().setCursor(how === 'before' ? start : end);
  editor().focus();
}

describe('in live preview', () => {
  it('stands a rule for the markers, with the names of blocks that no heading names', async () => {
    await open();
    at('我的话');
    expect(rules()).toEqual(['head: 由插件填写刷新复制周报', 'between: 本周完成', 'foot: 以上由插件填写']);
    expect(shown()).not.toContain('rh:');
    expect(host.text('.rh-remark')).toBe('还没选任务在哪。');
  });

  it('shows the raw line while the cursor is in it, and takes it back when it leaves', async () => {
    await open();
    at(BEGIN);
    expect(shown()).toContain(BEGIN);
    expect(rules()).toHaveLength(2);
    at('还没选任务在哪。');
    expect(shown()).toContain('%% 还没选任务在哪。 %%');
    expect(shown()).not.toContain('rh:');
  });

  it.each([
    ['\n- [ ] \n', 'a plan’s empty box'],
    ['- \n', 'an empty list item'],
  ])('leads a click on a hint into %j: %s waits there for the words', async (waiting) => {
    const hint = '%% 一条一件事。 %%';
    await open(REPORT.replace('我的话。', `${hint}\n${waiting}\n我的话。`));
    at('我的话');
    host.$$('.rh-remark')[1]?.dispatchEvent(new host.window.MouseEvent('mousedown', { bubbles: true, detail: 1 }));
    editor().replaceSelection('读完第 3 节');
    expect(editor().getValue()).toContain(`${hint}\n${waiting.trimEnd()} 读完第 3 节\n`);
  });

  it('shows a hint without its signs, and leads a click on it to the line below: what is typed there is sent', async () => {
    const hint = '%% 改了什么，结果如何。 %%';
    await open(REPORT.replace('我的话。', `${hint}\n\n## 计划\n\n我的话。`));
    at('我的话');
    expect(host.$$('.rh-remark').map((remark) => remark.textContent)).toEqual([
      '还没选任务在哪。',
      '改了什么，结果如何。',
    ]);
    const click = (detail = 1): void => {
      const event = new host.window.MouseEvent('mousedown', { bubbles: true, cancelable: true, detail });
      host.$$('.rh-remark')[1]?.dispatchEvent(event);
    };
    click();
    const below = editor().getCursor();
    click(2);
    expect(editor().getCursor()).toEqual({ line: below.line - 1, ch: hint.length }); // to change it
    expect(shown()).toContain(hint);
    editor().setCursor(below);
    editor().replaceSelection('损失下降了。');
    expect(editor().getValue()).toContain(`${hint}\n损失下降了。\n## 计划`);
    expect(shown()).not.toContain('%%');
    at('改了什么');
    expect(shown()).toContain(hint);
  });

  it('names what the student changed, and follows their typing', async () => {
    await open();
    at('1 次');
    expect(rules().at(-1)).toBe('foot: 以上由插件填写');
    editor().replaceSelection('，记住了');
    expect(rules().at(-1)).toBe('foot: 以上由插件填写；你改过「本周阅读」，刷新会留着你的');
  });

  it('leads from a part that is empty for want of a choice to the setting that it is chosen in', async () => {
    await open();
    at('我的话');
    await host.click('.rh-region[data-place="head"] button'); // the remark is the report's own now
    await host.click('.rh-remark button');
    expect(host.$$('.modal.mod-settings')).toHaveLength(1);
    await host.settle();
    const setting = host.document.activeElement?.closest('.setting-item');
    expect(setting?.querySelector('.setting-item-name')?.textContent).toBe('收录这些文件夹里完成的任务');
    expect(host.$$('.rh-flash')).toEqual([setting]);
  });

  it('refreshes the report from its button', async () => {
    await open();
    at('我的话');
    await host.click('.rh-region[data-place="head"] button');
    expect(host.read(PATH)).toContain('[[resnet|Deep Residual Learning]] · 2 次');
    expect(host.notices().join()).toContain('已刷新');
    expect(rules()).toHaveLength(3);
  });

  it('says of a marker without its other half what is wrong, and leads to the repair', async () => {
    await open(REPORT.replace(`${END}\n`, ''));
    at('我的话');
    expect(rules()[0]).toBe('lone: 本周阅读：有开头没有结尾看怎么修复');
    await host.click('.rh-region[data-place="lone"] button');
    expect(host.text('.modal')).toContain('要修复标记吗');
  });

  it('works for blocks that nobody here writes, and in any note', async () => {
    await open(`我的\n\n${renderBlock('bibtex', '```bibtex\n@book{a}\n```')}\n`);
    at('我的');
    expect(rules()).toEqual(['head: bibtex · 由插件填写', 'foot: 以上由插件填写']);
  });

  it('draws nothing of markers in code, nor of a note without any', async () => {
    await open(`x\n\n\`\`\`\n${READING}\n\`\`\`\n`);
    expect(rules()).toEqual([]);
    expect(shown()).toContain(BEGIN);
  });
});

it('draws nothing in source mode until a setting says so, and follows the setting', async () => {
  await open(REPORT, 'source');
  expect(rules()).toEqual([]);
  expect(shown()).toContain(BEGIN);
  await host.external.write(
    '.obsidian/plugins/research-handbook/data.json',
    JSON.stringify({ contentLanguage: 'zh', blockRulesInSource: true }),
  );
  await host.settle();
  at('我的话');
  expect(rules()).toHaveLength(3);
  await host.unload();
  expect(host.$$('.rh-region')).toEqual([]);
  expect(host.leftovers().elements).toEqual([]);
});

it('leaves reading view plain', async () => {
  await open(REPORT, 'preview');
  expect(host.$$('.rh-region, .rh-remark')).toEqual([]);
});

describe('deleting', () => {
  const left = (): string => editor().getValue();
  const sound = (): string[] => {
    const { blocks, damage } = parseBlocks(left());
    expect(damage).toEqual([]);
    return blocks.map(({ name }) => name);
  };

  it.each(['Backspace', 'Delete'])(
    'one rule that is selected takes both its markers, by %s; one undo brings them back',
    async (key) => {
      await open();
      at(BEGIN, 'select');
      await host.press(key);
      expect(sound()).toEqual(['done']);
      expect(left()).not.toContain('reading');
      expect(left()).toContain('- [[mae]] · 1 次');
      editor().undo();
      expect(left()).toBe(REPORT);
    },
  );

  it('stops at a rule: no word is joined to it, nothing of it goes', async () => {
    await open(REPORT.replace(`\n\n${BEGIN}\n\n`, `\n${BEGIN}\n`));
    const before = left();
    at('### 本周阅读', 'before');
    for (let times = 0; times < 40; times++) await host.press('Backspace');
    expect(left()).toBe(before);
    expect(shown()).toContain(BEGIN); // it shows what it stopped at
    at('# 2026-W32');
    for (let times = 0; times < 40; times++) await host.press('Delete');
    expect(left()).toBe(before);
  });

  it('more than a rule leaves it in its place', async () => {
    await open();
    const text = left();
    const [from, to] = [text.indexOf('# 2026-W32'), text.indexOf('- [[mae]]')];
    editor().setSelection(editor().offsetToPos(from), editor().offsetToPos(to));
    editor().focus();
    await host.press('Backspace');
    expect(sound()).toEqual(['reading', 'done']);
    expect(left()).toContain(`${BEGIN}\n- [[mae]] · 1 次`);
    expect(left()).not.toContain('# 2026-W32');
  });

  it('everything deletes everything', async () => {
    await open();
    editor().setSelection({ line: 0, ch: 0 }, { line: editor().lastLine(), ch: 0 });
    editor().focus();
    await host.press('Backspace');
    expect(left()).toBe('');
  });

  it('moves no marker away from its other half', async () => {
    await open();
    at(BEGIN);
    await host.press('Alt+ArrowUp');
    await host.press('Alt+ArrowUp');
    expect(sound()).toEqual(['reading', 'done']);
    at(END);
    for (let times = 0; times < 9; times++) await host.press('Alt+ArrowDown');
    expect(sound()).toEqual(['reading', 'done']);
  });

  it('hinders no change from the file, and no repair by hand', async () => {
    await open();
    await host.external.write(PATH, REPORT.replace(`${END}\n`, ''));
    expect(left()).toBe(REPORT.replace(`${END}\n`, ''));
    at(BEGIN, 'select');
    await host.press('Delete');
    expect(left()).not.toContain(BEGIN);
  });
});
