import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { renderBlock } from '../../../src/core/block/guarded-block';
import { DAY, LOG, logged, source } from './vault';

let host: Host;
afterEach(() => host.close());

const PATH = '周报/2026-W32.md';

const open = async (files: Record<string, string>, data: Record<string, unknown> = {}): Promise<void> => {
  host = await openHost({ plugin: true, files, now: DAY, language: 'zh', data: { contentLanguage: 'zh', ...data } });
};
const weekly = async (flags: Record<string, string> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await host.cli('research-handbook:weekly', { format: 'json', ...flags })) as Record<string, unknown>;
const block = (text: string, name: string): string =>
  new RegExp(`%% rh:begin ${name} \\w{6} %%\\n([^]*?)\\n?%% rh:end ${name} %%`).exec(text)?.[1]?.trim() ??
  'no such block';

const outside = (text: string): string => text.replace(/%% rh:begin (\S+) [^]*?%% rh:end \1 %%/g, '<$1>');
const report = (author = '', more = ''): string =>
  `---\ntype: weekly-report\nweek: 2026-W32\nauthor: "${author}"\nstatus: sent\n${more}---\n\n我的字。\n`;
const template = (body: string): Record<string, string> => ({
  '模板/我的模板.md': `---\nhandbook-id: template/weekly-report\nhandbook-lang: zh\ncssclasses: [mine]\n---\n${body}`,
});

describe('creating a report', () => {
  it('makes one note from the week’s log, and answers what it wrote', async () => {
    await open(LOG);
    expect(host.faults.writes).toEqual([]);
    expect(await weekly()).toEqual({
      ok: true,
      path: PATH,
      week: '2026-W32',
      created: true,
      blocks: {
        'plan-review': 'written',
        reading: 'written',
        done: 'written',
        experiments: 'written',
        questions: 'written',
        numbers: 'written',
      },
    });
    const text = host.read(PATH);
    expect(text).toMatch(/^---\ntype: weekly-report\nweek: "?2026-W32"?\nstart: "?2026-08-03"?\nend: "?2026-08-09"?\n/);
    expect(text).toContain('\nstatus: draft\n');
    expect(text).toContain(
      '- [[resnet|Deep Residual Learning]] · 2 次 · 1 小时 35 分 · 第 2 遍\n  - 推导 3.2 节\n  - 对照代码\n',
    );
    const sections = ['本周记录', '收获与疑问', '实验', '问题与阻塞', '请导师回答', '下周计划', '导师反馈'];
    expect(text.match(/^## .*$/gm)).toEqual(sections.map((heading) => `## ${heading}`));
    // 60 + 35 + 25 minutes in three lines; 40 in the week before, which is the log's first.
    expect(block(text, 'numbers')).toBe('### 数字\n\n本周 3 次，2 小时，2 篇；上周 40 分钟。');
    expect(host.errors).toEqual([]);
  });

  it.each(['with the template note', 'without one'])(
    'puts what is generated below the title, %s, with no line between to write on',
    async (which) => {
      await open(LOG);
      if (which === 'with the template note') await host.cli('research-handbook:setup', { lang: 'zh' });
      await weekly();
      const text = host.read(PATH);
      const [before = '', ...rest] = text.split('%% rh:begin plan-review ');
      expect(before.slice(before.indexOf('# '))).toBe('# 2026-W32\n\n2026-08-03 – 2026-08-09\n\n## 本周记录\n\n');
      const markers = rest.join('').match(/^%% rh:.*\n.*$/gm) ?? [];
      expect(markers.map((two) => two.replace(/ \w{6} %%/, ' %%'))).toEqual([
        '%% rh:end plan-review %%\n%% rh:begin reading %%',
        '%% rh:end reading %%\n%% rh:begin done %%',
        '%% rh:end done %%\n%% rh:begin experiments %%',
        '%% rh:end experiments %%\n%% rh:begin questions %%',
        '%% rh:end questions %%\n%% rh:begin numbers %%',
        '%% rh:end numbers %%\n',
      ]);
    },
  );

  it('says in the note, to the student alone, how completed tasks come into it', async () => {
    await open(LOG);
    await weekly();
    expect(block(host.read(PATH), 'done')).toMatch(/^%% .*文件夹.*标签.*空的.*设置.* %%$/);
    await host.open(PATH, 'preview');
    await host.command('research-handbook:copy-weekly-report');
    expect(host.text('.modal')).toContain('本周阅读');
    expect(host.text('.modal')).not.toMatch(/本周完成|文件夹/);
  });

  it('writes nothing the second time', async () => {
    await open(LOG);
    await weekly();
    const before = host.read(PATH);
    const writes = host.faults.writes.length;
    expect(await weekly()).toMatchObject({ ok: true, created: false, blocks: { reading: 'unchanged' } });
    expect(host.read(PATH)).toBe(before);
    expect(host.faults.writes).toHaveLength(writes);
  });

  it('takes any week by name or day, future ones too', async () => {
    await open(LOG);
    expect(await weekly({ week: '2026-W31' })).toMatchObject({ path: '周报/2026-W31.md' });
    expect(block(host.read('周报/2026-W31.md'), 'reading')).toContain('1 次 · 40 分钟 · 第 1 遍\n  - 通读');
    // 1 January 2027 is a Friday, so ISO 8601 puts it into week 53 of 2026.
    expect(await weekly({ date: '2027-01-01' })).toMatchObject({ week: '2026-W53', path: '周报/2026-W53.md' });
  });

  it.each([
    [{ week: '2025-W53' }, '2025-W53'],
    [{ week: 'W32' }, 'W32'],
    [{ date: '2026-02-30' }, '2026-02-30'],
    [{ week: '2026-W32', date: '2026-08-04' }, 'week'],
    [{ wekk: '2026-W32' }, 'wekk'],
  ])('names what is wrong with %o, and writes nothing', async (flags, named) => {
    await open(LOG);
    const answer = await weekly(flags as Record<string, string>);
    expect(answer['ok']).toBe(false);
    expect(answer['error']).toContain(named);
    expect(host.faults.writes).toEqual([]);
    expect(await host.cli('research-handbook:weekly', flags as Record<string, string>)).toContain(named);
  });

  it('states that nothing was logged, and says what to do in a comment, since the advisor reads the rest', async () => {
    await open({});
    await weekly();
    expect(block(host.read(PATH), 'reading')).toMatch(
      /^### 本周阅读\n\n- 本周没有阅读记录。\n {2}%% .*「记录阅读」.* %%$/,
    );
    expect(block(host.read(PATH), 'numbers')).toBe('### 数字\n\n本周 0 次，0 篇。');
  });

  it('leaves private lines out, and does not name a source that has no others', async () => {
    await open({
      '文献/resnet.md': source('Deep Residual Learning', [
        logged('2026-08-04', '公开的话', { min: 30 }),
        logged('2026-08-05', '隐秘的话', { min: 20, private: 'true' }),
      ]),
      '文献/secret.md': source('Secret Paper', [logged('2026-08-05', '不给看', { min: 10, private: 'true' })]),
    });
    await weekly();
    const text = host.read(PATH);
    expect(text).not.toMatch(/隐秘的话|不给看|secret/i);
    expect(block(text, 'reading')).toBe(
      '### 本周阅读\n\n- [[resnet|Deep Residual Learning]] · 2 次 · 50 分钟\n  - 公开的话',
    );
    expect(block(text, 'numbers')).toBe('### 数字\n\n本周 3 次，1 小时，1 篇。');
  });

  it('hides minutes where a setting says so', async () => {
    await open(LOG, { reportShowMinutes: false });
    await weekly();
    expect(host.read(PATH)).not.toMatch(/分钟|小时/);
    expect(block(host.read(PATH), 'numbers')).toBe('### 数字\n\n本周 3 次，2 篇；上周 1 次。');
  });

  it('writes in the language of the notes, whatever the interface speaks', async () => {
    await open(LOG, { contentLanguage: 'en' });
    expect(await weekly()).toMatchObject({ path: 'Weekly/2026-W32.md' });
    const text = host.read('Weekly/2026-W32.md');
    expect(text).toContain("\n## Next week's plan\n");
    expect(block(text, 'reading')).toContain(
      '- [[resnet|Deep Residual Learning]] · 2 sessions · 1 h 35 min · pass 2\n  - 推导 3.2 节\n  - 对照代码\n',
    );
    expect(block(text, 'numbers')).toBe('### Numbers\n\nThis week 3 sessions, 2 h, 2 sources. Last week 40 min.');
  });

  it('puts week and author into the name where the setting asks for it', async () => {
    await open(LOG, { reportAuthor: '李雷/Lei', reportName: '{author}/{week}' });
    expect(await weekly()).toMatchObject({ path: '周报/李雷-Lei/2026-W32.md' });
    expect(host.read('周报/李雷-Lei/2026-W32.md')).toContain('\nauthor: 李雷/Lei\n');
  });
});

describe('finding a report', () => {
  it('knows it by week and author, wherever it lies', async () => {
    await open({ ...LOG, '归档/八月/随便.md': report() });
    expect(await weekly()).toMatchObject({ path: '归档/八月/随便.md', created: false });
    expect(await host.paths()).not.toContain(PATH);
  });

  it('waits for a cache that settles late, and does not make a second one', async () => {
    host = await openHost({
      plugin: true,
      files: { ...LOG, '归档/随便.md': report() },
      now: DAY,
      language: 'zh',
      data: { contentLanguage: 'zh' },
      cache: 'late',
    });
    const answer = host.run(host.plugin.app.vault.adapter.exists('归档/随便.md').then(() => weeklyOf(host)));
    void host.settleCache();
    expect(JSON.parse(await answer)).toMatchObject({ path: '归档/随便.md', created: false });
  });

  it('never takes another student’s report for one’s own', async () => {
    await open({ ...LOG, '周报/2026-W32 韩梅梅.md': report('韩梅梅') }, { reportAuthor: '李雷' });
    expect(await weekly()).toMatchObject({ path: PATH, created: true });
  });

  it('names the other student whose report is in the way', async () => {
    const theirs = report('韩梅梅');
    await open({ ...LOG, [PATH]: theirs }, { reportAuthor: '李雷' });
    const answer = await weekly({ refresh: 'true' });
    expect(answer['ok']).toBe(false);
    expect(answer['error']).toContain('韩梅梅');
    expect(host.read(PATH)).toBe(theirs);
  });

  it('never writes to a note at its path that is no report', async () => {
    const periodic = '---\ntags: [weekly]\n---\n\n# 我的周记\n';
    await open({ ...LOG, [PATH]: periodic });
    for (const flags of [{}, { refresh: 'true' }]) {
      const answer = await weekly(flags as Record<string, string>);
      expect(answer['ok']).toBe(false);
      expect(answer['error']).toContain(PATH);
    }
    expect(host.read(PATH)).toBe(periodic);
    expect(host.faults.writes).toEqual([]);
  });

  it('touches none of two notes that claim to be the same report, and names them', async () => {
    const first = report();
    await open({ ...LOG, [PATH]: first, '周报/2026-W32 (conflicted copy).md': first });
    const answer = await weekly({ refresh: 'true' });
    expect(answer['ok']).toBe(false);
    expect(answer['error']).toContain(PATH);
    expect(answer['error']).toContain('(conflicted copy)');
    expect(host.faults.writes).toEqual([]);
  });
});

function weeklyOf(opened: Host): Promise<string> {
  return opened.cli('research-handbook:weekly', { format: 'json' });
}

describe('the template note', () => {
  it('shapes the report; its frontmatter is not copied', async () => {
    await open(
      { ...LOG, ...template('\n# {{week}}（{{start}} 至 {{end}}，{{ author }}）\n\n{{reading}}\n') },
      { reportAuthor: '李雷' },
    );
    expect(await weekly()).toMatchObject({ blocks: { reading: 'written', done: 'absent' } });
    const text = host.read(PATH);
    expect(text).toContain('\n# 2026-W32（2026-08-03 至 2026-08-09，李雷）\n\n%% rh:begin reading');
    expect(text).not.toContain('cssclasses');
    expect(text).not.toContain('handbook-id');
  });

  it('keeps what it does not know, and says so', async () => {
    await open({ ...LOG, ...template('\n{{reading}}\n\n{{readings}}\n\n{{reading}}\n') });
    const said = await host.cli('research-handbook:weekly', {});
    const text = host.read(PATH);
    expect(text).toContain('\n{{readings}}\n');
    expect(text.match(/rh:begin reading/g)).toHaveLength(1);
    expect(text).toContain('\n{{reading}}\n');
    expect(said).toContain('{{readings}}');
    expect(said).toMatch(/\{\{plan-review\}\}、\{\{done\}\}、\{\{experiments\}\}、\{\{questions\}\}、\{\{numbers\}\}/);
    expect(said).toContain('模板/我的模板.md');
  });
});

describe('refreshing', () => {
  it('takes in what was logged since, and keeps every other byte', async () => {
    await open(LOG);
    await weekly();
    const mine = host
      .read(PATH)
      .replace('## 实验\n', '## 实验\r\n\r\n学习率 0.1 发散。\t \n')
      .replace('- [ ] \n', '- [ ] 复现表 2\n');
    await host.external.write(PATH, mine);
    await host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);
    expect(await weekly({ refresh: 'true' })).toMatchObject({
      created: false,
      blocks: { 'plan-review': 'unchanged', reading: 'refreshed', done: 'unchanged', numbers: 'refreshed' },
    });
    expect(outside(host.read(PATH))).toBe(outside(mine));
    expect(block(host.read(PATH), 'reading')).toContain('Masked Autoencoders]] · 2 次 · 35 分钟');
    const once = host.read(PATH);
    await weekly({ refresh: 'true' });
    expect(host.read(PATH)).toBe(once);
  });

  it('keeps an edited block, names the lines, and leaves deleted and damaged ones', async () => {
    await open(LOG);
    await weekly();
    const edited = host
      .read(PATH)
      .replace('看图表', '看图表，图 3 很关键')
      .replace(/%% rh:begin numbers [^]*?%% rh:end numbers %%\n/, '');
    await host.external.write(PATH, edited);
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'kept-edited', numbers: 'absent' } });
    expect(await host.cli('research-handbook:weekly', { refresh: 'true' })).toContain('图 3 很关键');
    expect(host.read(PATH)).toBe(edited);
    const damaged = edited.replace('%% rh:end reading %%\n', '');
    await host.external.write(PATH, damaged);
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'damaged' } });
    expect(host.read(PATH)).toBe(damaged);
  });

  const more = (): Promise<void> =>
    host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);

  it('touches no property, and writes nothing where nothing is new', async () => {
    await open(LOG);
    await weekly();
    const head = (text: string): string => text.slice(0, text.indexOf('\n# '));
    const odd = host.read(PATH).replace('status: draft', "mine: [b,   'a']\nstatus:   draft");
    await host.external.write(PATH, odd);
    await more();
    await weekly({ refresh: 'true' });
    expect(host.read(PATH)).toContain('复述');
    expect(head(host.read(PATH))).toBe(head(odd));
    const writes = host.faults.writes.length;
    await weekly({ refresh: 'true' });
    await host.command('research-handbook:refresh-weekly-report');
    expect(host.faults.writes).toHaveLength(writes);
  });

  it('keeps a draft of the first form in its form: parts among the student’s words, under headings of the note', async () => {
    const old = [
      report().replace('我的字。\n', '# 2026-W32'),
      '## 上周计划回顾',
      renderBlock('plan-review', '- 还没有更早的周报。'),
      '没做完，因为排队。',
      '## 本周阅读',
      renderBlock('reading', '- [[mae|Masked Autoencoders]] · 1 次'),
      renderBlock('numbers', '本周 1 次，1 篇；上周 0 次。'),
      '## 本周完成',
      renderBlock('done', ''),
      '我补的一行。\n',
    ].join('\n\n');
    await open({ ...LOG, [PATH]: old }, { taskFolders: '/' });
    await host.external.write('日志.md', '- [x] 跑通 baseline ✅ 2026-08-05\n');
    expect(await weekly({ refresh: 'true' })).toMatchObject({
      created: false,
      blocks: { 'plan-review': 'refreshed', reading: 'refreshed', done: 'refreshed', numbers: 'refreshed' },
    });
    const text = host.read(PATH);
    expect(outside(text)).toBe(outside(old));
    expect(text).not.toContain('###');
    expect(block(text, 'done')).toBe('- 跑通 baseline · [[日志]]');
    expect(block(text, 'reading')).toMatch(/^- \[\[resnet\|/);
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'unchanged', done: 'unchanged' } });
    expect(host.read(PATH)).toBe(text);
  });

  it('takes a draft over in which the words of the log stood behind their source, and keeps what was added to it', async () => {
    const line = '- [[mae|Masked Autoencoders]] · 1 次 · 25 分钟 · 第 1 遍：看图表';
    const draft = report().replace('我的字。\n', `# 2026-W32\n\n${renderBlock('reading', line)}\n`);
    await open({ '文献/mae.md': LOG['文献/mae.md'] ?? '', [PATH]: draft });
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'refreshed' } });
    expect(block(host.read(PATH), 'reading')).toBe(
      '- [[mae|Masked Autoencoders]] · 1 次 · 25 分钟 · 第 1 遍\n  - 看图表',
    );
    const edited = draft.replace('看图表', '看图表，图 3 很关键');
    await host.external.write(PATH, edited);
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'kept-edited' } });
    expect(host.read(PATH)).toBe(edited);
  });

  describe('of a note with the student’s words between its parts', () => {
    const between = '\n# {{week}}\n\n{{reading}}\n\n我写的。\n\n{{numbers}}\n';
    const said = /之间有你写的内容.*同步.*模板/;

    it('says once what a sync may do to them, and what to do about it', async () => {
      await open({ ...LOG, ...template(between) });
      await weekly();
      await more();
      await host.command('research-handbook:refresh-weekly-report');
      expect(host.notices().filter((notice) => said.test(notice))).toEqual([expect.stringContaining(PATH)]);
      await host.external.write('文献/mae.md', `${host.read('文献/mae.md')}- 2026-08-06 又一次 [min:: 10]\n`);
      await host.command('research-handbook:refresh-weekly-report');
      expect(host.read(PATH)).toContain('又一次');
      expect(host.notices().filter((notice) => said.test(notice))).toHaveLength(1);
    });

    it('says so from the command line too, where it can be read', async () => {
      await open({ ...LOG, ...template(between) });
      await weekly();
      await more();
      await weekly({ refresh: 'true' }); // an answer for programs holds no such words
      await host.external.write('文献/mae.md', `${host.read('文献/mae.md')}- 2026-08-06 又一次 [min:: 10]\n`);
      expect(await host.cli('research-handbook:weekly', { refresh: 'true' })).toMatch(said);
      await host.external.write('文献/mae.md', `${host.read('文献/mae.md')}- 2026-08-06 第三次 [min:: 10]\n`);
      expect(await host.cli('research-handbook:weekly', { refresh: 'true' })).not.toMatch(said);
    });

    it('says nothing where the parts stand together, or only one of them changed', async () => {
      await open({ ...LOG, ...template(between.replace('{{numbers}}', '{{done}}')) });
      await weekly();
      await weekly({ week: '2026-W31' });
      await more();
      await host.command('research-handbook:refresh-weekly-report');
      expect(host.read(PATH)).toContain('复述');
      expect(host.notices().filter((notice) => said.test(notice))).toEqual([]);
    });
  });

  it('does not take a renamed source for an edit', async () => {
    await open(LOG);
    await weekly();
    await host.settle(); // the app rewrites the links that its cache knows
    const file = host.app.vault.getFileByPath('文献/resnet.md');
    if (file === null) throw new Error('no source');
    await host.run(host.app.fileManager.renameFile(file, '文献/深度残差.md'));
    await host.settle();
    expect(host.read(PATH)).toContain('[[深度残差|Deep Residual Learning]]');
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'unchanged' } });
  });
});

describe('what the plugin offers to its own features', () => {
  it('opens the week’s report, by command', async () => {
    await open(LOG);
    await host.command('research-handbook:create-weekly-report');
    expect(host.app.workspace.getActiveFile()?.path).toBe(PATH);
    expect(host.errors).toEqual([]);
  });

  it('tells a report’s state to other plugins, and follows it', async () => {
    await open(LOG);
    const { api } = host.plugin as unknown as { api: { weeklyReport(week: string): unknown } };
    expect(api.weeklyReport('2026-W32')).toBeNull();
    await weekly();
    await host.settle();
    expect(api.weeklyReport('2026-W32')).toEqual({ path: PATH, state: 'draft' });
    await host.external.write(PATH, host.read(PATH).replace('status: draft', 'status: sent'));
    expect(api.weeklyReport('2026-W32')).toEqual({ path: PATH, state: 'sent' });
    await host.external.remove(PATH);
    expect(api.weeklyReport('2026-W32')).toBeNull();
  });
});
