import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitNote } from '../../../src/core/markdown/frontmatter';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', ...options });
}

const add = (flags: Record<string, string>): Promise<string> => host.cli('research-handbook:add', flags);
const addJson = async (flags: Record<string, string>): Promise<unknown> =>
  JSON.parse(await add({ ...flags, format: 'json' }));
const frontmatter = (path: string): unknown => parse(splitNote(host.read(path)).yaml ?? '');
const submit = (): HTMLButtonElement => host.$<HTMLButtonElement>('.modal .mod-cta');

const SAM = {
  title: 'Segment Anything',
  arxiv: '2304.02643',
  year: '2023',
  venue: 'ICCV',
  authors: 'Alexander Kirillov; Eric Mintun',
};

describe(':add', () => {
  it('creates a note by the contract', async () => {
    await open();
    expect(await addJson(SAM)).toEqual({ ok: true, path: 'Sources/Segment Anything.md', created: true });
    expect(host.read('Sources/Segment Anything.md')).toBe(
      [
        '---',
        'type: source',
        'kind: paper',
        'title: Segment Anything',
        'authors:',
        '  - Alexander Kirillov',
        '  - Eric Mintun',
        'year: 2023',
        'venue: ICCV',
        'arxiv: "2304.02643"',
        'status: inbox',
        'added: 2026-08-10',
        '---',
        '',
        '# Segment Anything',
        '',
        '## Reading log',
        '',
      ].join('\n'),
    );
    expect(host.errors).toEqual([]);
  });

  it('opens what is there instead of doubling it, and changes nothing', async () => {
    await open();
    await add(SAM);
    const writes = host.faults.writes.length;
    for (const flags of [
      { title: 'SAM', arxiv: '2304.02643v2' },
      { title: 'segment  anything!', doi: '10.1109/x.1' },
    ]) {
      expect(await addJson(flags)).toEqual({ ok: true, path: 'Sources/Segment Anything.md', created: false });
    }
    expect(host.faults.writes).toHaveLength(writes);
  });

  it('takes a comma for part of one name, and kinds in any letter case', async () => {
    await open();
    await add({ title: 'One', authors: 'He, Kaiming', kind: 'Book', status: ' Reading ' });
    expect(frontmatter('Sources/One.md')).toMatchObject({
      authors: ['He, Kaiming'],
      kind: 'book',
      status: 'reading',
    });
  });

  it('gives another source of the same file name a name of its own', async () => {
    await open({ files: { 'Sources/A - B.md': 'the student’s own' } });
    expect(await addJson({ title: 'A: B', year: '2020' })).toMatchObject({ path: 'Sources/A - B (2020).md' });
    expect(await addJson({ title: 'a - B?' })).toMatchObject({ created: false }); // the same title but for signs
    expect(await addJson({ title: 'A: B: C' })).toMatchObject({ path: 'Sources/A - B - C.md' });
    expect(host.read('Sources/A - B.md')).toBe('the student’s own');
  });

  it('takes the body from the template as the student has it, in the content language', async () => {
    await open({
      language: 'zh',
      files: {
        'Vorlagen/文献.md': '---\nhandbook-id: template/source\nhandbook-lang: zh\n---\n# {{title}}\n\n我的一节\n',
        'Templates/s.md': '---\nhandbook-id: template/source\nhandbook-lang: en\n---\n# {{title}}\n\nmine\n',
      },
    });
    await add({ title: '深度学习: 导论', authors: '欧阳修', kind: 'book' });
    expect(host.read('文献/深度学习 - 导论.md')).toMatch(/---\n\n# 深度学习: 导论\n\n我的一节\n\n## 阅读日志\n$/);
    expect(frontmatter('文献/深度学习 - 导论.md')).toMatchObject({
      title: '深度学习: 导论',
      authors: ['欧阳修'],
      kind: 'book',
    });
  });

  it('takes of two templates the one at the pack’s own place', async () => {
    const template = (line: string): string =>
      `---\nhandbook-id: template/source\nhandbook-lang: en\n---\n# {{title}}\n\n${line}\n`;
    await open({ files: { 's.md': template('a copy'), 'Templates/Source template.md': template('the one') } });
    await add({ title: 'One' });
    expect(host.read('Sources/One.md')).toContain('\nthe one\n');
  });

  it.each([
    'a: "b"',
    "it's",
    '#1 [[x]]',
    'back\\slash',
    '🚀 rocket',
    '@handle',
    '- dash',
    '1984',
    '2310.12570',
    'null',
    '欧阳修全集',
  ])('keeps the title %s through the app’s own parser', async (title) => {
    await open();
    const { path } = (await addJson({ title })) as { path: string };
    await host.settle();
    const cached: unknown = host.app.metadataCache.getCache(path)?.frontmatter?.['title'];
    expect(cached).toBe(title);
    expect(host.exists(path)).toBe(true);
  });

  it.each<[Record<string, string>, string]>([
    [{ title: 'x', year: '23' }, 'year'],
    [{ title: 'x', arxiv: 'abc' }, 'arxiv'],
    [{ title: 'x', doi: '5' }, 'doi'],
    [{ title: 'x', url: 'ftp://x' }, 'url'],
    [{ title: 'x', kind: 'blog' }, 'kind'],
    [{ title: 'x', status: 'done' }, 'status'],
    [{ title: 'x', colour: 'red' }, 'colour'],
    [{ kind: 'book' }, 'title'],
  ])('names the flag of %j and writes nothing', async (flags, flag) => {
    await open();
    const answer = (await addJson(flags)) as { ok: boolean; error: string };
    expect([answer.ok, answer.error.includes(`“${flag}”`)]).toEqual([false, true]);
    expect(host.faults.writes).toEqual([]);
  });

  it('says why a write failed, and does not double the note when run again', async () => {
    await open({ faults: { failWrite: 1 } });
    expect(await addJson(SAM)).toMatchObject({ ok: false });
    expect(await addJson(SAM)).toMatchObject({ ok: true, created: true });
    expect((await host.paths()).filter((path) => path.includes('Segment'))).toHaveLength(1);
  });

  it('makes no second note of a source whose properties a sync broke, and names that one', async () => {
    const broken =
      '---\ntype: source\ntitle: Segment Anything\narxiv: "2304.02643"\nstatus: read\nstatus: reading\n---\n';
    await open({ files: { 'Sources/SAM.md': broken } });
    for (const flags of [
      { title: 'sam' },
      { title: 'segment anything' },
      { title: 'Another', arxiv: '2304.02643v2' },
    ]) {
      const answer = (await addJson(flags)) as { ok: boolean; error: string };
      expect([answer.ok, answer.error]).toEqual([false, expect.stringContaining('“Sources/SAM.md”')]);
    }
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'SAM');
    await host.press('Enter');
    await host.settle();
    expect(host.notices().join()).toContain('“Sources/SAM.md”');
    expect(host.$$('.modal')).toHaveLength(1);
    expect(host.faults.writes).toEqual([]);
    expect(await addJson({ title: 'Segment Everything' })).toMatchObject({ ok: true, created: true });
    await host.external.write('Sources/SAM.md', broken.replace('status: read\n', ''));
    expect(await addJson({ title: 'segment anything' })).toMatchObject({ path: 'Sources/SAM.md', created: false });
  });

  it('waits for a cold cache before it decides that a source is new', async () => {
    await open({ cache: 'late', files: { 'Elsewhere/sam.md': '---\ntype: source\ntitle: Segment Anything\n---\n' } });
    const answer = host.app && (addJson(SAM) as Promise<unknown>);
    await host.settleCache();
    expect(await answer).toEqual({ ok: true, path: 'Elsewhere/sam.md', created: false });
  });
});

describe('the form', () => {
  it('shows as whom the authors were read', async () => {
    await open();
    await host.command('research-handbook:add-source');
    const shown = async (authors: string): Promise<string[]> => {
      await host.fill('#rh-source-authors', authors);
      return host.$$('.rh-names li').map((name) => name.textContent);
    };
    expect(await shown('Kaiming He, Xinlei Chen, and Saining Xie')).toEqual([
      'Kaiming He',
      'Xinlei Chen',
      'Saining Xie',
    ]);
    expect(await shown('张三，李四；王五')).toEqual(['张三', '李四', '王五']);
    expect(await shown('He, Kaiming')).toEqual(['He, Kaiming']);
    expect(await shown('Kaiming He')).toEqual([]); // that goes without saying
  });

  it('takes an address in the title’s place apart, and never makes a file name of it', async () => {
    await open();
    await host.command('research-handbook:add-source');
    const value = (key: string): string => host.$<HTMLInputElement>(`#rh-source-${key}`).value;
    await host.fill('#rh-source-title', 'https://arxiv.org/abs/2111.06377v2');
    expect([value('title'), value('arxiv'), value('year')]).toEqual(['', '2111.06377', '2021']);
    expect(host.text('#rh-source-title-hint')).toBe(
      'Filled in from the address: Year, arXiv. Now add the title, or let “Look up” find it.',
    );
    expect(host.text('.rh-preview code')).toBe('');
    await host.press('Enter'); // nothing is added without a title
    await host.settle();
    expect(host.text('#rh-source-title-hint')).toContain('filled in below');
    expect(host.$$('.modal')).toHaveLength(1);
    expect(host.faults.writes).toEqual([]);
    await host.fill('#rh-source-title', 'Masked Autoencoders');
    expect(host.text('#rh-source-title-hint')).toBe('Filled in from the address: Year, arXiv.');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(frontmatter('Sources/Masked Autoencoders.md')).toMatchObject({ arxiv: '2111.06377', year: 2021 });
  });

  it('takes an address apart on Enter, too, before the field is left, and adds nothing yet', async () => {
    await open();
    await host.command('research-handbook:add-source');
    const title = host.$<HTMLInputElement>('#rh-source-title');
    title.value = 'https://arxiv.org/abs/2111.06377';
    title.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    await host.press('Enter');
    expect([title.value, host.$<HTMLInputElement>('#rh-source-arxiv').value]).toEqual(['', '2111.06377']);
    expect(host.text('#rh-source-title-hint')).toContain('filled in below');
    await host.press('Enter');
    expect(host.$$('.modal')).toHaveLength(1);
    expect(host.faults.writes).toEqual([]);
  });

  it('takes a pasted entry apart, and keeps what stands there already', async () => {
    await open();
    await host.command('research-handbook:add-source');
    const value = (key: string): string => host.$<HTMLInputElement>(`#rh-source-${key}`).value;
    await host.fill('#rh-source-year', '2021');
    await host.fill(
      '#rh-source-title',
      '@inproceedings{he2022, title={Masked {A}utoencoders}, author={He, Kaiming and 李, 四}, year={2022}, booktitle={CVPR}, doi={10.1109/x}}',
    );
    expect([value('title'), value('authors'), value('year'), value('venue'), value('citekey'), value('doi')]).toEqual([
      'Masked Autoencoders',
      'Kaiming He; 李四',
      '2021',
      'CVPR',
      'he2022',
      '10.1109/x',
    ]);
    expect(host.text('#rh-source-title-hint')).toMatch(/^From the entry: title, Authors, Venue/);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(frontmatter('Sources/Masked Autoencoders.md')).toMatchObject({
      authors: ['Kaiming He', '李四'],
      year: 2021,
    });
  });

  it('says where several entries were pasted what takes them all, and puts none of them into the title', async () => {
    await open();
    await host.command('research-handbook:add-source');
    const title = host.$<HTMLInputElement>('#rh-source-title');
    const paste = new host.window.Event('paste', { cancelable: true });
    const text = '@misc{a, title={A}}\n@misc{b, title={B}}';
    Object.assign(paste, { clipboardData: { getData: () => text } });
    expect(title.dispatchEvent(paste)).toBe(false);
    expect(title.value).toBe('');
    expect(host.text('#rh-source-title-hint')).toBe('These are 2 entries: “Import sources” takes them all.');
  });

  it('brings the link into view where it is what one goes by, and keeps what was chosen and typed', async () => {
    await open();
    await host.command('research-handbook:add-source');
    const isFolded = (): boolean => host.$('#rh-source-url').closest('details') !== null;
    const kind = (): string | undefined =>
      host.$$<HTMLInputElement>('[name="rh-source-kind"]').find((radio) => radio.checked)?.value;
    expect(isFolded()).toBe(true);
    await host.click('[name="rh-source-kind"][value="course"]');
    expect(isFolded()).toBe(false);
    await host.click('[name="rh-source-kind"][value="paper"]');
    expect(isFolded()).toBe(true);
    await host.fill('#rh-source-year', '2019');
    await host.fill('#rh-source-title', 'https://youtu.be/VMj-3S1tku0?si=x');
    expect([kind(), isFolded()]).toEqual(['video', false]);
    expect(host.$<HTMLInputElement>('#rh-source-url').value).toBe('https://www.youtube.com/watch?v=VMj-3S1tku0');
    expect(host.$<HTMLInputElement>('#rh-source-year').value).toBe('2019');
  });

  it('says on the command line that an address is no title', async () => {
    await open();
    expect(await addJson({ title: 'https://openreview.net/forum?id=YicbFdNTTy' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('An address or a number is no title') as string,
    });
    expect(host.faults.writes).toEqual([]);
  });

  it('adds a source by the keyboard alone and opens it', async () => {
    await open();
    await host.command('research-handbook:add-source');
    expect(host.document.activeElement?.id).toBe('rh-source-title');
    await host.fill('#rh-source-title', 'Masked Autoencoders: MAE');
    await host.fill('#rh-source-authors', 'Kaiming He, 谢赛宁');
    expect(host.text('.rh-preview code')).toBe('Sources/Masked Autoencoders - MAE.md');
    await host.press('Enter');
    await host.settle();
    expect(host.$$('.modal')).toEqual([]);
    expect(frontmatter('Sources/Masked Autoencoders - MAE.md')).toMatchObject({ authors: ['Kaiming He', '谢赛宁'] });
    expect(host.app.workspace.getActiveFile()?.path).toBe('Sources/Masked Autoencoders - MAE.md');
    expect(host.errors).toEqual([]);
  });

  it('says what is wrong beside the field, and waits', async () => {
    await open({ language: 'zh' });
    await host.command('research-handbook:add-source');
    await host.fill('#rh-source-year', '23');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.$$('[data-invalid]')).toHaveLength(2); // no title yet, and the year
    expect(host.document.activeElement?.id).toBe('rh-source-title');
    expect(host.$('#rh-source-year').closest('.rh-field')?.textContent).toContain('四位数字');
    expect(submit().disabled).toBe(true);
    await host.fill('#rh-source-title', '某文');
    await host.fill('#rh-source-year', '2023');
    expect([host.$$('[data-invalid]').length, submit().disabled]).toEqual([0, false]);
    expect(host.faults.writes).toEqual([]);
  });

  it('shows what is here already and what it would fill in, then fills empty keys only', async () => {
    const text =
      '---\ntype: source # mine\ntitle: Segment Anything\nyear: 2022\nvenue:\narxiv: "2304.02643"\n---\n\nwords\n';
    await open({ files: { 'Sources/sam.md': text } });
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'SAM');
    await host.fill('#rh-source-arxiv', 'https://arxiv.org/abs/2304.02643v1');
    await host.fill('#rh-source-year', '2023');
    await host.fill('#rh-source-venue', 'ICCV');
    await host.settle();
    expect(host.text('.rh-form > .rh-hint')).toContain('Segment Anything');
    expect(host.text('.rh-form > .rh-hint')).toContain('year');
    expect(host.text('.rh-preview code')).toBe('venue: ICCV');
    expect(host.faults.writes).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/sam.md')).toBe(text.replace('venue:\n', 'venue: ICCV\n'));
    expect(host.app.workspace.getActiveFile()?.path).toBe('Sources/sam.md');
    expect((await host.paths()).filter((path) => path.startsWith('Sources/'))).toEqual(['Sources/sam.md']);
  });

  it('leaves a value that cannot be read, and one that came while the form was open', async () => {
    const text = '---\ntype: source\ntitle: SAM\nyear: forthcoming\nvenue:\ncitekey:\narxiv: "2304.02643"\n---\n';
    await open({ files: { 'Sources/sam.md': text } });
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'SAM');
    await host.fill('#rh-source-year', '2023');
    await host.fill('#rh-source-venue', 'ICCV');
    await host.fill('#rh-source-citekey', 'kirillov2023');
    await host.settle();
    expect(host.text('.rh-preview code')).toBe('venue: ICCV\ncitekey: kirillov2023');
    const meanwhile = text.replace('venue:', 'venue: CVPR');
    await host.external.write('Sources/sam.md', meanwhile);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/sam.md')).toBe(meanwhile.replace('citekey:', 'citekey: kirillov2023'));
  });

  it('makes one note, though Enter is pressed twice', async () => {
    await open();
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'SAM');
    await Promise.all([host.press('Mod+Enter'), host.press('Mod+Enter')]);
    await host.settle();
    expect(await host.paths()).toEqual(['Sources/SAM.md']);
  });

  it('opens one that came while the form was open, says so, and fills in nothing that was not shown', async () => {
    await open();
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'SAM');
    await host.fill('#rh-source-year', '2023');
    const synced = '---\ntype: source\ntitle: SAM\nyear:\n---\n';
    await host.external.write('Elsewhere/sam.md', synced);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(await host.paths()).toEqual(['Elsewhere/sam.md']);
    expect(host.read('Elsewhere/sam.md')).toBe(synced);
    expect(host.notices().join()).toContain('Elsewhere/sam.md');
    expect(host.app.workspace.getActiveFile()?.path).toBe('Elsewhere/sam.md');
  });

  it('fills nothing into properties that a sync broke meanwhile, and says what is the matter', async () => {
    const text = '---\ntype: source\ntitle: SAM\nvenue:\n---\n';
    await open({ files: { 'Sources/sam.md': text } });
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'SAM');
    await host.fill('#rh-source-venue', 'ICCV');
    await host.settle();
    const broken = text.replace('venue:', 'venue:\nvenue: CVPR');
    await host.folder.write('Sources/sam.md', broken);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/sam.md')).toBe(broken);
    expect(host.notices().join()).toContain('could not be edited line by line; nothing was changed');
  });

  it('only opens a note that another tool made', async () => {
    await open({
      data: { literatureFolder: 'Lit' },
      files: { 'Lit/@he2016.md': '---\ntitle: Deep Residual Learning\n---\n' },
    });
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'Deep residual learning');
    await host.fill('#rh-source-year', '2016');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.faults.writes).toEqual([]);
    expect(host.app.workspace.getActiveFile()?.path).toBe('Lit/@he2016.md');
  });

  it('makes no empty note on opening one whose name holds what a link reads as a heading', async () => {
    await open({
      data: { literatureFolder: 'Lit' },
      files: { 'Lit/C# in depth.md': '---\ntitle: C# in depth\n---\n' },
    });
    await host.command('research-handbook:add-source');
    await host.settle();
    await host.fill('#rh-source-title', 'C# in depth');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Lit/C# in depth.md');
    expect(await host.paths()).toEqual(['Lit/C# in depth.md']);
  });
});

describe('an address', () => {
  it('opens the form filled in, and writes nothing', async () => {
    await open();
    await host.protocol('research-handbook', {
      action: 'add',
      title: 'Attention: x',
      arxiv: '1706.03762',
      kind: 'book',
    });
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-source-title').value).toBe('Attention: x');
    expect(host.$<HTMLInputElement>('#rh-source-arxiv').value).toBe('1706.03762');
    expect(host.$<HTMLInputElement>('input[name="rh-source-kind"]:checked').value).toBe('book');
    expect(host.faults.writes).toEqual([]);
  });
});
