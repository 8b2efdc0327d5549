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

/** The plan for a week, and whether the week's own report plans the next; read again whenever these notes change. */
export class PlanNote extends Component {
  private plan: Plan | null = null;
  private next: Plan | null = null;
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
        if (file.path === this.plan?.path || file.path === this.next?.path) void this.read();
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

  /** Whether the week's own report holds a plan already. */
  get isNextWritten(): boolean {
    return this.next !== null && this.next.items.length > 0;
  }

  /** Reads the plan for a week, if it is not the one that is known. */
  async readFor(week: IsoWeek): Promise<void> {
    if (this.week === week) return;
    this.week = week;
    await this.read();
  }

  private async read(): Promise<void> {
    const read = ++this.reads;
    const { week } = this;
    const { reports } = this.ctx.offers;
    const own = week === null ? null : reports.of(week);
    const plan = week === null ? null : await this.planIn(reports.before(week));
    const next = week === null || own === null ? null : await this.planIn({ path: own.path, week });
    if (read !== this.reads) return; // overtaken by a later one
    this.plan = plan;
    this.next = next;
    this.onChange();
  }

  private async planIn(report: Pick<Plan, 'path' | 'week'> | null): Promise<Plan | null> {
    const { app, i18n } = this.ctx;
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
