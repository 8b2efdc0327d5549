import { lineEnding, readFrontmatter } from '../../core/markdown/frontmatter';
import { setFrontmatter, type FrontmatterChanges } from '../../core/markdown/frontmatter-edit';
import { parseBlocks, type BlockDamage } from '../../core/block/guarded-block';
import {
  editedBlocks,
  refreshBlocks,
  type BlockState,
  type EditedBlock,
  type Refreshed,
} from '../../core/block/refresh';
import { repairBlocks } from '../../core/block/repair';
import type { IsoWeek, Yaml } from '../../core/ports';
import { titledAsIn } from '../../core/report/block-titles';
import { REPORT_BLOCKS, type ReportBlock } from '../../core/report/model';
import {
  chooseReport,
  reportFacts,
  reportPath,
  reportProperties,
  reportText,
  type ChosenReport,
  type ReportNote,
} from '../../core/report/report-note';
import { fillTemplate, type FilledTemplate } from '../../core/report/template';
import { daysOfWeek } from '../../core/time/iso-week';
import type { ReportIndex } from '../../platform/collectors/reports';
import type { ReportContext } from './context';
import { gatherBlocks } from './gather';
import { blockTitles } from './headings';
import { reportsBase } from './reports-base';
import { reportTemplate } from './template-note';

export type BlockOutcome = BlockState | 'written';

/** What became of a report that was asked for. */
export interface ReportOutcome {
  readonly ok: true;
  readonly path: string;
  readonly week: IsoWeek;
  readonly created: boolean;
  readonly blocks: Readonly<Record<ReportBlock, BlockOutcome>>;
  /** Whether a refresh would change something, or has to ask. */
  readonly isBehind: boolean;
  /** Whether blocks were refreshed that words of the student's stand between. */
  readonly aroundWords: boolean;
  /** Blocks that the student edited, beside their new text. */
  readonly edited: readonly EditedBlock[];
  readonly damage: readonly BlockDamage[];
  /** Further notes that claim to be this report. */
  readonly doubles: readonly string[];
  /** What is to be said about the template that it was made from; null where it was not made now. */
  readonly template: TemplateRemarks | null;
}

export interface TemplateRemarks extends Pick<FilledTemplate, 'unknown' | 'repeated' | 'missing'> {
  /** Path of the template note; null for the built-in one. */
  readonly path: string | null;
}

/** Why nothing was written. */
export type ReportRefusal =
  | { readonly ok: false; readonly reason: 'foreign' | 'gone'; readonly path: string }
  | { readonly ok: false; readonly reason: 'other-author'; readonly path: string; readonly author: string }
  | { readonly ok: false; readonly reason: 'doubles'; readonly paths: readonly string[] }
  | { readonly ok: false; readonly reason: 'writing'; readonly path: string; readonly message: string };

export type ReportResult = ReportOutcome | ReportRefusal;

/** How far an existing report is changed. */
export interface RefreshOptions {
  /** Leaves an existing report as it is, and only says how it stands. */
  readonly dryRun?: boolean;
  /** Makes no report where there is none. */
  readonly existingOnly?: boolean;
  /** Edited blocks whose new text the student chose, with the text that they were shown. */
  readonly taken?: ReadonlyMap<string, string>;
}

/** Finds, creates and refreshes the weekly reports of one student. */
export class WeeklyReports {
  constructor(
    private readonly ctx: ReportContext,
    private readonly index: ReportIndex,
  ) {}

  get author(): string {
    return this.ctx.settings.values.reportAuthor.trim();
  }

  /** Where the week's report is created. */
  ownPath(week: IsoWeek): string {
    const { weekly } = this.ctx.places.folders();
    return reportPath(weekly, this.ctx.settings.values.reportName, week, this.author);
  }

  /** The week's report as far as the cache knows, wherever it lies. */
  find(week: IsoWeek): ChosenReport | null {
    return chooseReport(this.index.ofWeek(week), this.author, () => this.ownPath(week));
  }

  /** Whether there is a note for the week: its report, or one that the cache does not know yet, in its place. */
  async isThere(week: IsoWeek): Promise<boolean> {
    await this.upToDate();
    return this.find(week) !== null || (await this.ctx.notes.exists(this.ownPath(week)));
  }

  /** The student's reports, one a week, in order of their weeks. */
  all(): ReportNote[] {
    const weeks = new Set(this.index.all().map(({ week }) => week));
    return [...weeks].sort().flatMap((week) => this.find(week)?.report ?? []);
  }

  /** The latest report before a week, or null. */
  before(week: IsoWeek): ReportNote | null {
    return (
      this.all()
        .filter((report) => report.week < week)
        .at(-1) ?? null
    );
  }

  /** Creates the week's report, or says what is there already; an existing note is never written to. */
  create(week: IsoWeek): Promise<ReportResult> {
    return this.refresh(week, { dryRun: true });
  }

  /** Brings the generated parts of the week's report up to date; creates it where there is none, unless told not to. */
  async refresh(week: IsoWeek, options: RefreshOptions = {}): Promise<ReportResult> {
    await this.upToDate();
    const path = this.ownPath(week);
    const found = this.find(week);
    if (found !== null) return this.refreshFound(found, options);
    if (await this.ctx.notes.exists(path)) return this.occupied(path, week, options);
    if (options.existingOnly === true) return { ok: false, reason: 'gone', path };
    const { body, remarks } = await this.fill(week, path);
    await this.seedBase();
    const written = await this.ctx.notes.create(path, reportText(week, this.author, body, this.ctx.yaml));
    if (!written.ok && written.reason === 'exists') return this.occupied(path, week, options);
    if (!written.ok) return { ok: false, reason: 'writing', path, message: written.message };
    return created(written.path, week, remarks);
  }

  /**
   * Makes a note of the student's the week's report, because they asked for it: properties are added and the report is
   * put at its end. A note that holds one of the properties with another value is left alone.
   */
  async addTo(path: string, week: IsoWeek): Promise<ReportResult> {
    const { body, remarks } = await this.fill(week, path);
    const added = (text: string): string | null =>
      withReport(text, body, reportProperties(week, this.author), this.ctx.yaml);
    const before = await this.ctx.notes.read(path);
    if (before !== null && added(before) === null) return { ok: false, reason: 'foreign', path };
    if (before !== null) await this.seedBase(); // else the write says what is wrong, and nothing is half done
    const written = await this.ctx.notes.change(path, added);
    if (!written.ok && written.reason === 'changed') return { ok: false, reason: 'foreign', path };
    if (!written.ok) return { ok: false, reason: 'writing', path, message: written.message };
    return created(path, week, remarks);
  }

  /** Mends damaged markers of the week's report, where the student asks for it, and refreshes it. */
  async repair(week: IsoWeek): Promise<ReportResult> {
    await this.upToDate();
    const found = this.find(week);
    if (found === null) return { ok: false, reason: 'gone', path: this.ownPath(week) };
    const { path } = found.report;
    const fresh = await this.gatherKnown(week, path, !this.ctx.marks.asksFirst());
    const titles = blockTitles(this.ctx);
    const written = await this.ctx.notes.change(path, (current) => {
      const repaired = repairBlocks(current, titledAsIn(current, fresh, titles));
      return repaired === current ? null : repaired;
    });
    if (!written.ok && written.reason !== 'changed') {
      return { ok: false, reason: 'writing', path, message: written.message };
    }
    return this.refreshFound(found, {});
  }

  /** Whether a refresh would change the week's report, as far as that shows without reading the vault for marks. */
  async isBehind(week: IsoWeek): Promise<boolean> {
    await this.upToDate();
    const path = this.find(week)?.report.path;
    const text = path === undefined ? null : await this.ctx.notes.glance(path);
    if (path === undefined || text === null) return false;
    const fresh = await this.gatherKnown(week, path, this.ctx.marks.isReady);
    return refreshBlocks(text, titledAsIn(text, fresh, blockTitles(this.ctx))).text !== text;
  }

  /** The report that a note is, whoever wrote it; null where it is none. Waits for the cache. */
  async reportAt(path: string): Promise<ReportNote | null> {
    await this.ctx.notes.settled();
    return this.index.at(path);
  }

  private async refreshFound(
    { report: { path, week }, doubles }: ChosenReport,
    { dryRun = false, taken = new Map() }: RefreshOptions,
  ): Promise<ReportResult> {
    if (doubles.length > 0 && !dryRun) {
      return { ok: false, reason: 'doubles', paths: [path, ...doubles.map((other) => other.path)] };
    }
    const fresh = await this.gatherKnown(week, path, !this.ctx.marks.asksFirst());
    const text = await this.ctx.notes.read(path);
    if (text === null) return { ok: false, reason: 'gone', path };
    const titles = blockTitles(this.ctx);
    const refresh = (current: string): Refreshed => refreshBlocks(current, titledAsIn(current, fresh, titles), taken);
    let refreshed = refresh(text);
    if (!dryRun && refreshed.text !== text) {
      const written = await this.ctx.notes.change(path, (current) => {
        refreshed = refresh(current);
        return refreshed.text === current ? null : refreshed.text;
      });
      if (!written.ok && written.reason !== 'changed') {
        return { ok: false, reason: 'writing', path, message: written.message };
      }
    }
    const { states: all, damage } = refreshed;
    // Lines are named as the note has them, and a dry run has moved none.
    const edited = dryRun ? editedBlocks(text, titledAsIn(text, fresh, titles), taken) : refreshed.edited;
    return {
      ok: true,
      path,
      week,
      created: false,
      aroundWords: !dryRun && refreshed.aroundWords,
      isBehind: (dryRun && refreshed.text !== text) || edited.length > 0 || damage.length > 0,
      blocks: states((block) => {
        const state = all.get(block) ?? (fresh.has(block) ? 'absent' : 'unchanged');
        return dryRun && state === 'refreshed' ? 'unchanged' : state;
      }),
      edited,
      damage,
      doubles: doubles.map((other) => other.path),
      template: null,
    };
  }

  /** Something is at the report's path that the cache does not know as this report: read it before saying so. */
  private async occupied(path: string, week: IsoWeek, options: RefreshOptions): Promise<ReportResult> {
    const text = await this.ctx.notes.read(path);
    const read = text === null ? null : readFrontmatter(text, this.ctx.yaml);
    const facts = read?.ok === true ? reportFacts(read.data) : null;
    if (facts?.week !== week) return { ok: false, reason: 'foreign', path };
    if (facts.author !== this.author && facts.author !== '') {
      return { ok: false, reason: 'other-author', path, author: facts.author };
    }
    return this.refreshFound({ report: { ...facts, path }, doubles: [] }, options);
  }

  private async fill(
    week: IsoWeek,
    path: string,
  ): Promise<{ readonly body: string; readonly remarks: TemplateRemarks }> {
    const blocks = await this.gather(week, path, !this.ctx.marks.asksFirst());
    const template = await reportTemplate(this.ctx);
    const { start = '', end = '' } = daysOfWeek(week) ?? {};
    const values = { week, start, end, author: this.author };
    const { body, ...said } = fillTemplate(template.text, values, blocks, blockTitles(this.ctx));
    return { body, remarks: { path: template.path, ...said } };
  }

  /**
   * With the vault's first report comes a table of all reports, for the advisor. Only then, so that one that the student
   * deletes stays away; and before the report, so that a run that stops in between brings it when it is run again.
   */
  private async seedBase(): Promise<void> {
    if (this.index.all().length > 0) return;
    const { path, text } = reportsBase(this.ctx);
    await this.ctx.notes.create(path, text);
  }

  private gather(week: IsoWeek, path: string, readsMarks: boolean): Promise<ReadonlyMap<ReportBlock, string>> {
    const earlier = this.all().filter((report) => report.week < week);
    return gatherBlocks(this.ctx, week, path, earlier, readsMarks);
  }

  /** The parts that this device can tell of; another one may have filled in the rest, which stays as it is. */
  private async gatherKnown(
    week: IsoWeek,
    path: string,
    readsMarks: boolean,
  ): Promise<ReadonlyMap<ReportBlock, string>> {
    const blocks = new Map(await this.gather(week, path, readsMarks));
    if (!readsMarks) blocks.delete('questions');
    return blocks;
  }

  /** Waits for the cache, and for the index to hold every change made up to now. */
  async upToDate(): Promise<void> {
    await this.ctx.reading.flush();
  }
}

/** A note of the student's with the report added; null where it has a report's marks already, or other use for its keys. */
function withReport(text: string, body: string, properties: FrontmatterChanges, yaml: Yaml): string | null {
  const read = readFrontmatter(text, yaml);
  if (!read.ok || parseBlocks(text).markers.length > 0) return null;
  if (Object.entries(properties).some(([key, value]) => (read.data[key] ?? value) !== value)) return null;
  const eol = lineEnding(text);
  const gap = text.endsWith('\n') ? eol : eol + eol;
  return setFrontmatter(text + gap + body.replace(/\n/g, eol), properties, yaml);
}

function created(path: string, week: IsoWeek, template: TemplateRemarks): ReportOutcome {
  const blocks = states((block) => (template.missing.includes(block) ? 'absent' : 'written'));
  return {
    ok: true,
    path,
    week,
    created: true,
    aroundWords: false,
    isBehind: false,
    blocks,
    edited: [],
    damage: [],
    doubles: [],
    template,
  };
}

function states(of: (block: ReportBlock) => BlockOutcome): Record<ReportBlock, BlockOutcome> {
  return Object.fromEntries(REPORT_BLOCKS.map((block) => [block, of(block)])) as Record<ReportBlock, BlockOutcome>;
}
