// What a student does in the first week, step after step in one empty vault, by what can be seen, clicked and read alone: so that the
// test host and the real app can be held to the same list. Knows neither of them, no test runner, and no clock.

/** The app with the plugin in it, as someone before it has it. Selectors mean the first match. */
export interface AppUnderTest {
  /** Runs a command of the plugin; answers when it is done, or waits for someone. */
  command(id: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Replaces a field's text. */
  fill(selector: string, text: string): Promise<void>;
  /** Opens a note in reading view. */
  openReading(path: string): Promise<void>;
  read(path: string): Promise<string>;
  /** Another program writes a note. */
  write(path: string, text: string): Promise<void>;
  /** Paths of all notes. */
  paths(): Promise<readonly string[]>;
  /** How many elements there are. */
  count(selector: string): Promise<number>;
  text(selector: string): Promise<string>;
  /** Commands of the plugin that the app has now. */
  commands(): Promise<readonly string[]>;
  /** Turns the plugin off. */
  unload(): Promise<void>;
  /** Looks until it is so, and fails where it does not come to be. */
  until(what: string, look: () => Promise<boolean>): Promise<void>;
}

export interface Scenario {
  readonly name: string;
  readonly run: (app: AppUnderTest) => Promise<void>;
}

const TITLE = 'Attention Is All You Need';
const SOURCE = `Sources/${TITLE}.md`;
const OWN_WORDS = 'Attention needs no recurrence.';

function hold(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function reportPath(app: AppUnderTest): Promise<string> {
  return (await app.paths()).find((path) => /^Weekly\/\d{4}-W\d{2}\.md$/.test(path)) ?? '';
}

const gone = (app: AppUnderTest): Promise<void> =>
  app.until('the dialog is closed', async () => (await app.count('.modal')) === 0);

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'the handbook is set up into an empty vault',
    run: async (app) => {
      // Where the app has just been told to use the plugin, it asks by itself.
      if ((await app.count('.rh-dialog .rh-tree')) === 0) await app.command('set-up');
      await app.until('set-up is open', async () => (await app.count('.rh-dialog .rh-tree')) > 0);
      await app.click('.rh-dialog .mod-cta');
      await app.until('its result is shown', async () => (await app.count('.rh-dialog .rh-result')) > 0);
      const paths = await app.paths();
      hold(
        paths.includes('Home.md') && paths.some((path) => path.startsWith('Handbook/')),
        `made: ${paths.join(', ')}`,
      );
      await app.click('.rh-dialog .mod-cta');
      await app.until('home is drawn', async () => (await app.count('.rh-home .rh-week-panel')) > 0);
    },
  },
  {
    name: 'a source is added by its form',
    run: async (app) => {
      await app.command('add-source');
      await app.fill('#rh-source-title', TITLE);
      await app.fill('#rh-source-authors', 'Ashish Vaswani, Noam Shazeer');
      await app.click('.rh-dialog .mod-cta');
      await gone(app);
      await app.until('its note is there', async () => (await app.paths()).includes(SOURCE));
      hold((await app.read(SOURCE)).includes('- Noam Shazeer'), 'the second author is not in its properties');
    },
  },
  {
    name: 'a sitting is logged by its form',
    run: async (app) => {
      await app.command('log-reading');
      await app.until('the source is picked', async () => (await app.count('.rh-dialog #rh-log-minutes')) > 0);
      await app.fill('#rh-log-minutes', '45');
      await app.fill('#rh-log-note', 'read the figures first');
      await app.click('.rh-dialog .mod-cta');
      await gone(app);
      const isLogged = async (): Promise<boolean> =>
        /^- \d{4}-\d\d-\d\d read the figures first \[min:: 45\] \[marked:: reading\]$/m.test(await app.read(SOURCE));
      await app.until('the line is in the note', isLogged);
      hold(/^status: reading$/m.test(await app.read(SOURCE)), 'the status is as it was');
    },
  },
  {
    name: 'home shows what was read',
    run: async (app) => {
      await app.command('open-home');
      await app.until('the minutes are there', async () => (await app.text('.rh-pace-done')).includes('45'));
      await app.until('the day is filled', async () => (await app.count('.rh-day[data-state="value"]')) > 0);
      hold((await app.count('.rh-time-progress [role="progressbar"]')) >= 5, 'bars of time are missing');
    },
  },
  {
    name: 'the week’s report is made of the log',
    run: async (app) => {
      await app.command('create-weekly-report');
      await app.until('the report is there', async () => (await reportPath(app)) !== '');
      const text = await app.read(await reportPath(app));
      hold(text.includes(`[[${TITLE}]] · 1 session · 45 min · started\n  - read the figures first`), text);
    },
  },
  {
    name: 'a refresh takes what was logged since and keeps what the student wrote',
    run: async (app) => {
      const report = await reportPath(app);
      const text = await app.read(report);
      await app.write(report, text.replace('## Experiments\n', `## Experiments\n\n${OWN_WORDS}\n`));
      const log = await app.read(SOURCE);
      const [day = ''] = /\d{4}-\d\d-\d\d(?= read the figures)/.exec(log) ?? [];
      await app.write(SOURCE, `${log.trimEnd()}\n- ${day} then the proofs [min:: 30]\n`);
      await app.openReading(report);
      const isFresh = async (): Promise<boolean> => {
        await app.command('refresh-weekly-report');
        return (await app.read(report)).includes('2 sessions · 1 h 15 min');
      };
      await app.until('the report counts both', isFresh);
      hold((await app.read(report)).includes(`## Experiments\n\n${OWN_WORDS}\n`), 'the student’s words are gone');
    },
  },
  {
    name: 'the copy has the student’s words and no markers',
    run: async (app) => {
      await app.command('copy-weekly-report');
      await app.until('the copy is shown', async () => (await app.text('.rh-copy-preview code')).includes(OWN_WORDS));
      const copy = await app.text('.rh-copy-preview code');
      hold(!/%%|rh:|\[\[/.test(copy), copy);
      await app.click('.modal .modal-close-button');
      await gone(app);
    },
  },
  {
    name: 'blocks of a note are drawn, and a wrong one says what is wrong',
    run: async (app) => {
      const block = (kind: string, options: string): string => `\`\`\`${kind}\n${options}\`\`\`\n`;
      const blocks = [block('time-progress', ''), block('calendar-heatmap', ''), block('time-progress', 'row: 5\n')];
      await app.write('Blocks.md', blocks.join('\n'));
      await app.until('the note is known', async () => (await app.paths()).includes('Blocks.md'));
      await app.openReading('Blocks.md');
      await app.until('the calendar is drawn', async () => (await app.count('.rh-heatmap .rh-day')) > 300);
      await app.until('the bars are drawn', async () => (await app.count('.rh-time-progress')) > 0);
      await app.until('the error is said', async () => (await app.text('.rh-error')).includes('row'));
    },
  },
  {
    name: 'nothing of it is left once it is turned off',
    run: async (app) => {
      hold((await app.commands()).length > 10, 'its commands are missing');
      await app.unload();
      const left = await app.commands();
      hold(left.length === 0, `left: ${left.join(', ')}`);
    },
  },
];
