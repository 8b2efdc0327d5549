import type { Pace } from '../../../core/home/pace';
import type { WeekReading } from '../../../core/home/this-week';
import { hoursAndMinutes } from '../../../core/time/hours-and-minutes';
import type { Wordings } from '../../../i18n';

export interface PaceModel {
  readonly reading: WeekReading;
  /** Whether anything was ever logged; before that there is nothing to be behind with. */
  readonly begun: boolean;
}

/** What was read this week; with a goal, as a ring that fills, and a tick where the week itself stands. */
export function drawPace(parent: HTMLElement, { reading, begun }: PaceModel, words: Wordings): void {
  const { pace } = reading;
  parent.toggleClass('has-goal', pace !== null);
  if (pace !== null) {
    const { percent, elapsed } = pace;
    const ring = drawRing(parent, percent, words.home.thisWeek.ring(percent, Math.floor(elapsed)));
    ring.setCssProps({ '--rh-pace': String(elapsed) });
    if (begun) ring.setAttr('data-pace', elapsed);
  }
  const lines = parent.createDiv();
  drawAmount(lines.createDiv('rh-pace-done'), reading.minutes, words);
  if (pace === null) {
    lines.createDiv({ cls: 'rh-muted', text: words.common.entries(reading.entries) });
    return;
  }
  lines.createDiv({ cls: 'rh-muted', text: words.home.thisWeek.goal(words.common.duration(pace.goal)) });
  lines.createDiv({ cls: 'rh-muted', text: begun ? standingWords(pace, words) : words.home.thisWeek.notBegun });
}

/** A ring that is full at the goal, and says how much more than that there is. */
export function drawRing(parent: HTMLElement, percent: number, label: string): HTMLElement {
  const filled = Math.min(percent, 100);
  const ring = parent.createDiv({
    cls: 'rh-ring',
    attr: {
      role: 'progressbar',
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': filled,
      'aria-label': label,
    },
  });
  ring.setCssProps({ '--rh-value': String(filled) });
  ring.createSpan({ text: `${String(percent)}%` });
  return ring;
}

/** Hours and minutes, their units small; minutes alone below an hour. */
export function drawAmount(parent: HTMLElement, minutes: number, words: Wordings): void {
  const t = words.home.thisWeek;
  const { hours, minutes: rest } = hoursAndMinutes(minutes);
  const part = (amount: number, unit: string): void => {
    parent.appendText(String(amount));
    parent.createSpan({ text: unit });
  };
  if (minutes === 0 || hours > 0) part(hours, t.hours);
  if (rest > 0) part(rest, hours > 0 ? t.minutes : t.minutesAlone);
}

function standingWords({ standing }: Pace, words: Wordings): string {
  const t = words.home.thisWeek;
  switch (standing.is) {
    case 'ahead':
      return t.ahead(words.common.duration(standing.by));
    case 'behind':
      return t.behind(words.common.duration(standing.by));
    case 'on-pace':
      return t.level;
    case 'reached':
      return t.reached;
  }
}
