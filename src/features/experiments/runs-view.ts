import { differenceTo } from '../../core/experiments/metric';
import { plotOf } from '../../core/experiments/plot';
import { isWithout, metricColumns, type MetricColumn, type Run } from '../../core/experiments/runs';
import { plainWords } from '../../core/markdown/plain-words';
import { writeWithCode } from '../../ui/error-box';
import type { Wordings } from '../../i18n';
import type { LookedExperiment } from './look';

/** Draws an experiment's runs: a table with the best marked, a plot for each metric that two have a number for, and what is missing. */
export function drawRuns(ui: Wordings, parent: HTMLElement, experiment: LookedExperiment): void {
  const { experiments: t, report } = ui;
  const words = report.note.experiments;
  const { runs, baselines, missing, status } = experiment;
  const head = parent.createDiv('rh-view-head');
  const title = runs.length === 0 ? t.none : words.runs(runs.length, runs.filter(isWithout).length);
  head.createDiv({ cls: 'rh-view-title', text: title });
  head.createSpan({ cls: 'rh-aside', text: words.statuses[status] });
  if (runs.length === 0) {
    writeWithCode(parent.createDiv('rh-muted'), t.noneHint);
  } else {
    const columns = metricColumns(runs, baselines);
    drawTable(ui, parent, runs, columns);
    const plots = parent.createDiv('rh-plots');
    for (const column of columns) drawPlot(ui, plots, runs, column);
  }
  if (missing.length > 0) {
    parent.createDiv({ cls: 'rh-aside', text: words.missing(missing.map((part) => words.parts[part])) });
  }
}

function drawTable(
  { experiments: t, report }: Wordings,
  parent: HTMLElement,
  runs: readonly Run[],
  columns: readonly MetricColumn[],
): void {
  const words = report.note.experiments;
  const table = parent.createDiv({ cls: 'rh-runs-table', attr: { role: 'table', 'aria-label': t.title } });
  table.setCssProps({ '--rh-metrics': String(columns.length) });
  const row = (cls: string, role = 'cell') => {
    const el = table.createDiv({ cls, attr: { role: 'row' } });
    return (text: string, own = ''): HTMLElement => el.createSpan({ cls: own, text, attr: { role } });
  };
  const head = row('rh-runs-head', 'columnheader');
  head(t.run);
  for (const { name, isLess } of columns) head(`${name} ${isLess ? '↓' : '↑'}`, 'rh-num');
  head('commit');
  runs.forEach(({ date, text, commit }, at) => {
    const add = row('');
    add(`${plainWords(text)} `).createSpan({ cls: 'rh-aside', text: date.slice(5) });
    for (const { name, cells, best, baseline } of columns) {
      const { text: written = '', value = null } = cells[at] ?? {};
      const cell = add(written, 'rh-num');
      cell.setAttribute('data-name', name);
      if (value !== null && value === best) {
        cell.addClass('rh-best');
        cell.setAttribute('aria-label', words.best(written));
      }
      const by = differenceTo(value, baseline);
      if (by !== '') cell.createEl('i', { text: ` ${by}` });
    }
    add(commit.slice(0, 7), 'rh-mono');
  });
  if (columns.every(({ baseline }) => baseline === null)) return;
  const add = row('rh-muted');
  add(words.parts.baseline);
  for (const { name, baseline } of columns) add(baseline?.text ?? '', 'rh-num').setAttribute('data-name', name);
}

function drawPlot({ experiments: t }: Wordings, parent: HTMLElement, runs: readonly Run[], column: MetricColumn): void {
  const { name, cells, isLess, baseline } = column;
  const said = cells.filter((cell) => cell !== null);
  if (said.filter(({ value }) => value !== null).length < 2) return;
  const { line, dots, best, gaps, base, bestAt } = plotOf(column);
  const plot = parent.createDiv('rh-plot');
  const head = plot.createDiv('rh-plot-head');
  head.createSpan({ cls: 'rh-strong', text: name });
  head.createSpan({ cls: 'rh-aside', text: isLess ? t.less : t.more });
  // The table has all that it shows.
  const svg = plot.createSvg('svg', { attr: { viewBox: '0 0 240 100', 'aria-hidden': 'true' } });
  const path = (cls: string, d: string): void => {
    if (d !== '') svg.createSvg('path', { cls: `rh-plot-${cls}`, attr: { d } });
  };
  const write = (x: number, y: number, anchor: string, text: string): void => {
    svg.createSvg('text', { attr: { x, y, 'text-anchor': anchor } }).textContent = text;
  };
  if (base !== null) {
    path('base', `M6 ${String(base)}H192`);
    write(240, base + 4, 'end', baseline?.text ?? '');
  }
  path('line', line);
  path('dots', dots);
  path('best', best);
  path('gaps', gaps);
  const top = said.find(({ value }) => value === column.best)?.text ?? '';
  if (bestAt !== null) write(bestAt[0], bestAt[1] + (isLess ? 15 : -8), 'middle', top);
  const days = runs.flatMap(({ date }, at) => (cells[at] == null ? [] : date.slice(5)));
  write(6, 97, 'start', days[0] ?? '');
  write(192, 97, 'end', days.at(-1) ?? '');
}
