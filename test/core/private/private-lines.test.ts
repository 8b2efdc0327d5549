import { describe, expect, it } from 'vitest';
import { privateLines } from '../../../src/core/private/private-lines';
import { scanNote } from '../../../src/core/markdown/scan';

const P = '[private:: true]';

/** Lines that say "secret" are private, those that say "open" are not; others (blank ones, fences) may be either. */
function expectRule(note: string): void {
  const lines = scanNote(note);
  const hidden = privateLines(lines);
  const told = lines.filter(({ text }) => /secret|open/.test(text));
  expect(told.map(({ number, text }) => `${hidden.has(number) ? 'hidden' : 'shown'} ${text}`)).toEqual(
    told.map(({ text }) => `${text.includes('secret') ? 'hidden' : 'shown'} ${text}`),
  );
}

describe('what belongs to a private item', () => {
  it.each([
    ['a bullet', `- open\n- secret ${P}\n  - secret\n    - secret\n- open`],
    ['a number with a point', `1. secret ${P}\n   - secret\n2. open`],
    ['a number with a bracket', `1) secret ${P}\n   1) secret\n2) open`],
    ['a number whose children stand in by two', `1. secret ${P}\n  - secret\n  secret\n2. open`],
    ['a number of several digits', `10. secret ${P}\n  - secret\n11. open`],
    ['a task', `- [ ] secret ${P}\n  - [x] secret\n- [x] open`],
    ['a child among children', `- open\n  - secret ${P}\n    - secret\n  - open\n- open`],
    ['tabs', `- open\n\t- secret ${P}\n\t\t- secret\n\t- open`],
    ['tabs below blanks', `  - secret ${P}\n\t- secret\n  - open`],
    ['what stands below a blank line', `- secret ${P}\n\n  secret\n\n\n  - secret\n\n- open`],
    ['what stands so far in that it is code', `- secret ${P}\n\n          secret\n- open`],
    ['an item that is code itself', `open\n\n    - secret ${P}\n      - secret\n    - open`],
    ['a numbered item that a paragraph runs on into', `open\n2. secret ${P}\n   secret\n3. open`],
    ['a quote in it', `- secret ${P}\n  > secret\n- open`],
    ['a fence in it', `- secret ${P}\n  \`\`\`\n  - secret\n\n  secret\n  \`\`\`\n- open`],
    ['a slip of the pen', '- secret [private]\n  - secret\n- open'],
    ['a field that is never closed', '- secret [private:: true\n  - secret\n- open'],
    ['a word in brackets, which is prose', '- open (private)\n  - open'],
    ['none where the value says no', '- open [private:: false]\n  - open'],
    ['Windows line endings', `- secret ${P}\r\n  - secret\r\n- open\r\n`],
  ])('with %s', (_name, note) => {
    expectRule(note);
  });

  it.each([
    ['a quoted item', `> - open\n> - secret ${P}\n>   - secret\n>   secret\n> - open`],
    ['a quoted number', `> 1. secret ${P}\n>   - secret\n> 2. open`],
    ['a tab behind the quote mark', `> - secret ${P}\n>\t- secret\n> - open`],
    ['a quote mark without its blank', `>- secret ${P}\n>  - secret\n>- open`],
    ['a quote in a quote', `> > - secret ${P}\n> >   - secret\n> > - open\n> open`],
    ['an item of a callout', `> [!note] open\n> - secret ${P}\n>   - secret\n>\n>     secret\n> - open`],
    [
      'an item of a callout in a list',
      `- open\n  > [!note] open\n  > - secret ${P}\n  >   - secret\n  > - open\n- open`,
    ],
    ['an item that begins with a quote', `- > secret ${P}\n  > secret\n- open`],
    ['the end of the quote', `> - secret ${P}\n\n- open`],
    ['a further quote, apart', `- secret ${P}\n\n> open`],
    ['a quote that begins at its own level', `- secret ${P}\n> open`],
  ])('in %s', (_name, note) => {
    expectRule(note);
  });
});

describe('what goes on with a private line', () => {
  it.each([
    ['a lazy line', `- secret ${P}\nsecret\n\nopen`],
    ['lazy lines below a child', `- secret ${P}\n  - secret\nsecret\nsecret\n- open`],
    ['a lazy line out of a quote', `> - secret ${P}\nsecret\n\nopen`],
    ['a lazy line within a quote', `> - secret ${P}\n> secret\n> - open`],
    ['what stands further in than a lazy line that is private', `    - secret ${P}\nsecret ${P}\n  - secret\n\nopen`],
    ['a comment between', `- secret ${P}\n%% c %%\nsecret\n\nopen`],
    ['the rest of a paragraph', `open\nsecret ${P}\nsecret\n\nopen`],
    ['a remark of an item', `- open\n  secret ${P}\n  secret\n- open`],
    ['a table', `- secret ${P}\n| secret |\n| --- |\n\nopen`],
    ['a formula', `- secret ${P}\n$$\nsecret\n$$\n\nopen`],
    ['a fence right below', `1. secret ${P}\n\`\`\`sh\nsecret\n\n# secret\n\`\`\`\n\nopen`],
    ['a fence right below a child', `- secret ${P}\n  - secret\n\`\`\`\nsecret\n\`\`\`\n- open`],
    ['text right below that fence', `- secret ${P}\n\`\`\`\nsecret\n\`\`\`\nsecret\n\nopen`],
    ['a quoted fence', `> - secret ${P}\n> \`\`\`\n> secret\n> \`\`\`\n> - open`],
    ['a fence whose content stands out', `- secret ${P}\n  \`\`\`\n# secret\n- secret\n\nsecret\n  \`\`\`\n- open`],
    ['a longer fence, whose content has shorter ones', `- secret ${P}\n  ~~~~\nsecret\n~~~\nsecret\n  ~~~~\n- open`],
    ['a footnote', `[^1]: secret ${P}\n    secret\n\n    secret\n\n[^2]: open`],
    ['a footnote above another', `[^1]: secret ${P}\nsecret\n[^2]: open\n    open`],
  ])('%s', (_name, note) => {
    expectRule(note);
  });

  it('holds no fence that a blank line parts from it', () => {
    expectRule(`- secret ${P}\n\n\`\`\`\nopen\n\`\`\`\n`);
  });

  it('ends with the item, where its fence is never closed', () => {
    expectRule(`- secret ${P}\n  \`\`\`\n  secret\n- open\n\nopen`);
  });

  it('does not reach over a guarded block for the end of a fence', () => {
    expectRule(
      `- secret ${P}\n  \`\`\`\n  secret\n- open\n\n%% rh:begin a 1 %%\n- open\n%% rh:end a %%\n\n\`\`\`\nopen\n\`\`\``,
    );
  });

  it.each([
    ['private', `- secret ${P}`, 'secret'],
    ['open', '- open', 'open'],
  ])(
    'finds private lines where a fence that was closed further out leaves all below in code: %s',
    (_name, item, word) => {
      expectRule(`${item}\n  \`\`\`\n${word}\n  \`\`\`\n- secret ${P}\n  - secret\n- open`);
    },
  );

  it('holds a fence that stands too far in to be one', () => {
    expectRule(`open\n\n    - secret ${P}\n      \`\`\`\nsecret\n\n- secret\n      \`\`\`\n- open`);
  });

  it.each([
    ['a heading', `- secret ${P}\n# open\nopen`],
    ['a rule', `- secret ${P}\n---\nopen`],
    ['a guarded block', `- secret ${P}\n%% rh:begin a 1 %%\nopen\n%% rh:end a %%\nopen`],
    ['a row of a table', `| open |\n| --- |\n| secret ${P} |\n| open |`],
  ])('and ends at %s', (_name, note) => {
    expectRule(note);
  });
});

describe('what a private line heads', () => {
  it.each([
    ['a callout', `> [!note] secret ${P}\n> secret\n>\n> - secret\n>\n> secret\n\n> open`],
    ['a callout within another', `> [!note] open\n> > [!tip]- secret ${P}\n> > secret\n> >\n> > secret\n>\n> open`],
    ['a quote', `open\n\n> secret ${P}\n>\n> secret\n\nopen`],
    ['a line within a quote, which heads nothing', `> open\n>\n> secret ${P}\n>\n> open`],
    ['a heading', `# open\n## secret ${P}\nsecret\n\n### secret\n- secret\n## open\nopen`],
    ['an underlined heading', `secret ${P}\n---\n\nsecret\n\n# open`],
    ['a heading in a quote', `> open\n> # secret ${P}\n> secret\n>\n> secret\n\nopen`],
    ['a heading in an item', `- open\n  # secret ${P}\n  secret\n- open`],
    ['a table', `| secret ${P} |\n| --- |\n| secret |\n\nopen`],
  ])('%s', (_name, note) => {
    expectRule(note);
  });
});

describe('a line that says nothing but the field', () => {
  it.each([
    ['speaks for its item', `- open\n- secret\n  ${P}\n  - secret\n- open`],
    ['speaks for its item, lazily', `1. secret\n${P}\n   - secret\n2. open`],
    ['speaks for its item, quoted', `> - open\n> - secret\n>   secret\n>   ${P}\n>   - secret\n> - open`],
    ['speaks for its paragraph', `open\n\nsecret\nsecret\n${P}\nsecret\n\nopen`],
    ['speaks for its callout', `> [!note] secret\n> ${P}\n>\n> secret\n\nopen`],
    ['does not reach over a blank line', `- open\n\n  ${P}\n- open`],
    ['does not reach over a fence', `open\n\`\`\`\nopen\n\`\`\`\n${P}\nsecret\n\nopen`],
  ])('%s', (_name, note) => {
    expectRule(note);
  });
});

describe('a footnote without the field', () => {
  it.each([
    [
      'goes with the private lines that refer to it',
      `- secret[^1] ${P}\n\n[^1]: secret\n    secret\n\n    secret\n[^2]: open`,
    ],
    ['goes where a child refers to it', `1. secret ${P}\n  - secret[^a]\n\n[^A]: secret`],
    ['stays where another line refers to it, too', `- secret[^1] ${P}\n- open[^1]\n\n[^1]: open\n    open`],
    ['stays where nothing refers to it', `- secret ${P}\n\n[^1]: open`],
    ['goes wherever it stands', `[^1]: secret\n\n- secret[^1] ${P}\n- open`],
  ])('%s', (_name, note) => {
    expectRule(note);
  });
});

describe('where the field stands', () => {
  it.each([
    ['in frontmatter', `---\na: "${P}"\n---\nopen`],
    ['in fenced code', `\`\`\`\nopen ${P}\nopen\n\`\`\`\nopen`],
    ['in a comment of its own', `%% hint: ${P} %%\nopen`],
  ])('does not count %s', (_name, note) => {
    expectRule(note);
  });

  it('counts in a comment at the end of a line, as one that hides the mark from the page', () => {
    expectRule(`- secret %%${P}%%\n  - secret\n- open`);
  });
});
