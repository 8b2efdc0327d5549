import { Component } from 'obsidian';
import { checklistUnder, type ChecklistItem } from '../../../core/home/checklist';
import type { IsoWeek } from '../../../core/ports';
import type { HomeContext } from '../context';

/** What the latest report before a week planned. */
export interface Plan {
  readonly path: string;
  /** The report's week. */
  readonly week: IsoWeek;
  readonly items: readonly ChecklistItem[];
}

/** The plan for a week, read from the report before it and read again whenever that note changes. */
export class PlanNote extends Component {
  private plan: Plan | null = null;
  private week: IsoWeek | null = null;
  private reads = 0;

  constructor(
    private readonly ctx: HomeContext,
    private readonly onChange: () => void,
  ) {
    super();
  }

  override onload(): void {
    const { app, offers } = this.ctx;
    this.registerEvent(
      app.vault.on('modify', (file) => {
        if (file.path === this.plan?.path) void this.read();
      }),
    );
    this.register(
      offers.reports.onChange(() => {
        if (this.week !== null) void this.read();
      }),
    );
  }

  get current(): Plan | null {
    return this.plan;
  }

  /** Reads the plan for a week, if it is not the one that is known. */
  async readFor(week: IsoWeek): Promise<void> {
    if (this.week === week) return;
    this.week = week;
    await this.read();
  }

  private async read(): Promise<void> {
    const read = ++this.reads;
    const plan = this.week === null ? null : await this.planBefore(this.week);
    if (read !== this.reads) return; // overtaken by a later one
    this.plan = plan;
    this.onChange();
  }

  private async planBefore(week: IsoWeek): Promise<Plan | null> {
    const { app, offers, i18n } = this.ctx;
    const report = offers.reports.before(week);
    const file = report === null ? null : app.vault.getFileByPath(report.path);
    if (report === null || file === null) return null;
    const headings = [i18n.in('zh').content.headings.plan, i18n.in('en').content.headings.plan];
    try {
      return { ...report, items: checklistUnder(await app.vault.cachedRead(file), headings) };
    } catch {
      return null; // gone between being looked up and being read
    }
  }
}
