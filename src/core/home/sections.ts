/** The sections of the home page, by the names of the blocks that draw them alone. */
export const HOME_SECTIONS = [
  'date',
  'deep-work',
  'this-week',
  'time-progress',
  'calendar-heatmap',
  'reading-now',
  'courses',
  'handbook-steps',
  'ideas',
  'paper-alerts',
  'log-problems',
] as const;
export type HomeSection = (typeof HOME_SECTIONS)[number];

/** Where a section stands on a wide page; on a narrow one all stand below one another, in the order asked for. */
export type HomeColumn = 'full' | 'main' | 'side';

const COLUMNS: Readonly<Record<HomeSection, HomeColumn>> = {
  date: 'full',
  'deep-work': 'side',
  'this-week': 'side',
  'time-progress': 'main',
  'calendar-heatmap': 'main',
  'reading-now': 'main',
  courses: 'main',
  'handbook-steps': 'side',
  ideas: 'side',
  'paper-alerts': 'side',
  'log-problems': 'side',
};

/** Sections that follow one another in one column. */
export interface HomeRun {
  readonly column: HomeColumn;
  readonly sections: readonly HomeSection[];
}

/** Groups sections into runs of one column, their order kept, so that a wide page may set the runs side by side. */
export function homeRuns(sections: readonly HomeSection[]): HomeRun[] {
  const runs: { column: HomeColumn; sections: HomeSection[] }[] = [];
  for (const section of sections) {
    const column = COLUMNS[section];
    const last = runs.at(-1);
    if (last?.column === column) last.sections.push(section);
    else runs.push({ column, sections: [section] });
  }
  return runs;
}
