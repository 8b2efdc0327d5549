import { describe, expect, it } from 'vitest';
import { inboxLine, inboxPapers, unknownPapers, withLines } from '../../../src/core/bibliography/alerts/inbox';
import { isWanted, readAlertWords, type AlertPaper } from '../../../src/core/bibliography/alerts/paper';
import { readAlerts } from '../../../src/core/bibliography/alerts/read-alerts';
import { parseLinks } from '../../../src/core/markdown/links';

const decode = (text: string, charset: string, isBase64: boolean): string =>
  new TextDecoder(charset).decode(Buffer.from(text, isBase64 ? 'base64' : 'latin1'));
const read = (text: string) => readAlerts(text, decode);
const binary = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
const safe = (url: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&amp;data=05`;
const click = (url: string): string =>
  `https://scholar.google.com/scholar_url?url=${encodeURIComponent(url)}&hl=en&sa=X`;

// As Google Scholar sends it (bzz/scholar-alert-digest has whole ones), shortened.
const scholar = (link: string, title: string): string =>
  `<h3 style="font-weight:normal"><span>[PDF]</span> <a href="${link}" class="gse_alrt_title">${title}</a></h3>` +
  `<div style="color:#006621">A Kirillov, 李四光 - arXiv preprint arXiv:2304.02643, 2023</div>` +
  `<div class="gse_alrt_sni">We introduce the <b>Segment</b> task&hellip;</div><br>`;

describe('a mail of Google Scholar', () => {
  const html =
    scholar(click('https://arxiv.org/pdf/2304.02643v1'), 'Segment <b>Anything</b>') +
    scholar(click('https://example.org/a?b=1&c=2'), 'Deep … …');

  it('names each paper, its link without what counts clicks, and says where a title is cut', () => {
    expect(read(html)).toEqual({
      from: 'Google Scholar',
      problems: [],
      papers: [
        expect.objectContaining({
          title: 'Segment Anything',
          authors: ['A Kirillov', '李四光'],
          year: 2023,
          arxiv: '2304.02643',
          url: 'https://arxiv.org/abs/2304.02643',
        }),
        expect.objectContaining({ title: 'Deep…', url: 'https://example.org/a?b=1&c=2', arxiv: null }),
      ],
    });
  });

  it('is read without its classes, and with every link wrapped once more', () => {
    const stripped = html
      .replace(/ class="[^"]*"| style="[^"]*"/g, '')
      .replace(/href="([^"]*)"/g, (_all, url: string) => `href="${safe(url)}"`);
    expect(read(stripped)?.papers.map(({ url }) => url)).toEqual([
      'https://arxiv.org/abs/2304.02643',
      'https://example.org/a?b=1&c=2',
    ]);
  });

  it.each([
    [
      'quoted-printable',
      binary(html)
        .replace(/=/g, '=3D')
        .replace(/[^\x20-\x7e]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`)
        .replace(/.{70}/g, '$&=\r\n'),
    ],
    ['base64', Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')],
    ['8bit', html],
  ])('is read from the mail as it was sent, in %s', (encoding, body) => {
    const mail = [
      'From: Google Scholar Alerts <scholaralerts-noreply@google.com>',
      'Subject: =?UTF-8?B?5paw5paH56ug?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative;',
      ' boundary="0000abc"',
      '',
      '--0000abc',
      'Content-Type: text/plain; charset=UTF-8',
      '',
      'Open this mail in a program that shows HTML.',
      '--0000abc',
      'Content-Type: text/html; charset="UTF-8"',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '--0000abc--',
    ].join('\r\n');
    expect(read(mail)?.papers.map(({ title, authors }) => [title, authors[1]])).toEqual([
      ['Segment Anything', '李四光'],
      ['Deep…', '李四光'],
    ]);
  });

  it('is read where it is copied as text', () => {
    const text = `[PDF] Segment Anything\nA Kirillov, E Mintun - arXiv preprint, 2023\nWe introduce the task …\n\nMasked autoencoders <${click('https://example.org/m')}>\nK He, X Chen… - CVPR, 2022\n`;
    expect(read(text)?.papers.map(({ title, year, url }) => [title, year, url])).toEqual([
      ['Segment Anything', 2023, null],
      ['Masked autoencoders', 2022, 'https://example.org/m'],
    ]);
  });
});

describe('a mail of arXiv', () => {
  // As arxiv-browse writes it (info.arxiv.org/help/subscribe).
  const rule = '-'.repeat(78);
  const block = (id: string, more: string): string =>
    `\\\\\narXiv:${id}\nDate: Tue, 2 Jan 2024 18:59:59 GMT   (123kb)\n\n${more}`;
  const mail = [
    'Submissions to:',
    'Computer Vision',
    rule,
    rule,
    block(
      '2401.00001',
      'Title: A title that goes on\n  in the next line\nAuthors: Ann Lee (Lab, Town), Bo Li and\n  Cy Na\nCategories: cs.CV cs.LG\n\\\\\n  The abstract, long.\n\\\\ ( https://arxiv.org/abs/2401.00001 ,  123kb)',
    ),
    rule,
    block('2401.00002', 'Authors: No Title\n\\\\'),
    `%-%-%-%-%-%`,
    rule,
    block('2401.00003 (*cross-listing*)', 'Title: Crossed\nAuthors: X Y\n\\\\'),
    `%%--%%--%%`,
    rule,
    `\\\\\narXiv:2301.00004\nreplaced with revised version Tue, 2 Jan 2024\n\nTitle: Old\nAuthors: X Y\n\\\\`,
    rule,
  ].join('\n');

  it('names new papers, cross-lists and replacements, and tells a piece without a title with its line', () => {
    const found = read(mail);
    expect(found?.from).toBe('arXiv');
    expect(found?.papers.map(({ title, arxiv, isReplaced }) => [title, arxiv, isReplaced])).toEqual([
      ['A title that goes on in the next line', '2401.00001', false],
      ['Crossed', '2401.00003', false],
      ['Old', '2301.00004', true],
    ]);
    expect(found?.papers[0]?.authors).toEqual(['Ann Lee', 'Bo Li', 'Cy Na']);
    const line = mail.split('\n').findIndex((one) => one.includes('2401.00002'));
    expect(found?.problems).toEqual([{ line, text: '2401.00002' }]);
  });
});

describe('a feed', () => {
  const atom = (entries: string): string =>
    `<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>cs.CV updates</title>${entries}</feed>\n`;
  const entry = (kind: string, title: string, link: string): string =>
    `<entry><id>oai:arXiv.org:2401.00001v1</id><title>${title}</title><link href="${link}" rel="alternate" type="text/html"/><summary>arXiv:2401.00001v1 Announce Type: ${kind}\nAbstract: words</summary><published>2024-01-02T00:00:00-05:00</published><arxiv:announce_type>${kind}</arxiv:announce_type><dc:creator>Ann Lee (Lab, Town), Bo Li</dc:creator></entry>`;

  it('of arXiv says what is new', () => {
    expect(read(atom(entry('new', 'T &amp;amp; U', 'https://arxiv.org/abs/2401.00001v1')))?.papers).toEqual([
      {
        title: 'T & U',
        authors: ['Ann Lee', 'Bo Li'],
        year: 2024,
        url: 'https://arxiv.org/abs/2401.00001',
        arxiv: '2401.00001',
        doi: null,
        about: expect.stringContaining('Abstract'),
        isReplaced: false,
      },
    ]);
    const replaced = read(atom(entry('replace', ']] &lt;img onerror=x&gt; %%', 'javascript:x')))?.papers[0];
    expect(replaced).toMatchObject({ isReplaced: true, title: ']] %%' });
  });

  it('of a journal has links and DOIs; an item without a title is told', () => {
    const rss = `<rss version="2.0"><channel><title>J</title>\n<item><title><![CDATA[A <i>b</i>]]></title><link>https://example.org/x</link><prism:doi>10.1000/x</prism:doi><pubDate>Tue, 02 Jan 2024</pubDate></item>\n<item><link>https://example.org/y</link></item><item><title>Evil</title><link>javascript:alert(1)</link></item></channel></rss>`;
    expect(read(rss)).toMatchObject({
      papers: [
        { title: 'A b', doi: '10.1000/x', url: 'https://example.org/x', year: 2024 },
        { title: 'Evil', url: null },
      ],
      problems: [{ line: 2, text: 'https://example.org/y' }],
    });
  });

  it('with 2,000 entries is read whole; anything else is none', () => {
    expect(read(atom(entry('new', 'T', 'x').repeat(2_000)))?.papers).toHaveLength(2_000);
    for (const text of ['', 'words', '<!doctype html><html><body>Sign in</body></html>', atom('')])
      expect(read(text)).toBeNull();
  });
});

const PAPER: AlertPaper = {
  title: 'A GAN for faces',
  authors: ['Kaiming He', '李四光'],
  year: 2024,
  url: 'https://arxiv.org/abs/2401.00001',
  arxiv: '2401.00001',
  doi: null,
  about: 'A survey 扩散模型',
  isReplaced: false,
};

describe('words', () => {
  it.each([
    ['', true],
    ['gan', true],
    ['GA', true],
    ['an for', false],
    ['face', true],
    ['organ', false],
    ['模型', true],
    ['李四光', true],
    ['gan, -survey', false],
    ['-survey', false],
    ['-faces', false],
    ['-"organ"，gan', true],
  ])('“%s” takes it: %s', (words, taken) => {
    expect(isWanted(PAPER, readAlertWords(words))).toBe(taken);
    expect(isWanted({ ...PAPER, isReplaced: true }, readAlertWords(words))).toBe(false);
  });
});

describe('the inbox', () => {
  it('has a line of the promised form, which is read back', () => {
    const line = inboxLine(PAPER);
    expect(line).toBe('- [A GAN for faces](https://arxiv.org/abs/2401.00001) · He, 李四光 · 2024 [arxiv:: 2401.00001]');
    expect(inboxPapers(`# x\n${line}`)).toEqual([
      {
        title: PAPER.title,
        url: PAPER.url,
        arxiv: PAPER.arxiv,
        doi: null,
        year: 2024,
        meta: 'He, 李四光 · 2024',
        line: 1,
      },
    ]);
  });

  it.each([
    ']] [[evil]] %% <img src=x onerror=alert(1)> `=this` $= x$ #tag ![x](y) a:: b',
    '[x](javascript:alert(1))',
    '<%* tp.x() %>',
    '%% rh:end a %%\n---\n## head',
    '\\'.repeat(9),
    '- [ ] task',
  ])('makes nothing of a hostile title: %s', (title) => {
    const line = inboxLine({ ...PAPER, title, url: 'https://e.org/)%20[[x]] <b>' });
    expect(line).not.toContain('\n');
    expect(line).not.toMatch(/(?<!\\)%%|<%|(?<!\\)<[a-z]|(?<!\\)\[\[|(?<!\\)`/);
    expect(
      parseLinks(line)
        .map(({ path }) => path)
        .filter((one) => !one.startsWith('https://e.org/')),
    ).toEqual([]);
    const [back] = inboxPapers(line);
    expect(back?.arxiv).toBe('2401.00001');
    expect(back?.url).toContain('https://e.org/');
    expect(unknownPapers([{ ...PAPER, title }], [], back === undefined ? [] : [back])).toEqual([]);
  });

  it('knows a paper by its ids and its title; a title that was cut by its link alone', () => {
    const cut = { ...PAPER, title: 'A GAN…', arxiv: null, url: 'https://e.org/1' };
    expect(unknownPapers([PAPER, PAPER], [], [])).toHaveLength(1);
    expect(unknownPapers([cut, { ...cut, url: 'https://e.org/2' }, cut], [], [])).toHaveLength(2);
    expect(
      unknownPapers([PAPER], [{ title: 'x', citekey: null, arxiv: '2401.00001v3', doi: null, url: null }], []),
    ).toEqual([]);
  });

  it('grows at its end alone, under one heading a day and sender', () => {
    const heading = '## 2026-11-24 · cs.CV';
    for (const note of ['', '# Mine\n', '# Mine\n\nwords', '# Mine\r\n\r\nwords\r\n']) {
      const once = withLines(note, heading, ['- a']);
      expect(once.startsWith(note)).toBe(true);
      const twice = withLines(once, heading, ['- b']);
      expect(twice.startsWith(once)).toBe(true);
      expect(twice.match(/^## /gm)).toHaveLength(1);
      expect(twice.replace(/\r/g, '').endsWith(`${heading}\n\n- a\n- b\n`)).toBe(true);
      const other = withLines(twice, '## 2026-11-25 · cs.CV', ['- c']);
      expect(other.match(/^## /gm)).toHaveLength(2);
    }
  });
});
