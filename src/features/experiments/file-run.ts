import { EXPERIMENT_STATUSES } from '../../core/experiments/experiment-note';
import { parseValue } from '../../core/experiments/metric';
import { readMetrics, RUN_FIELDS } from '../../core/experiments/runs';
import { readFrontmatter, type Frontmatter } from '../../core/markdown/frontmatter';
import { setFrontmatter } from '../../core/markdown/frontmatter-edit';
import { inlineFields } from '../../core/markdown/inline-fields';
import { isLogText, printLogLine, tidyLogText, type NewLogLine } from '../../core/reading/log-line';
import { appendLogLine } from '../../core/reading/log-section';
import { dayOf } from '../../core/time/calendar-day';
import { fileNamesFor } from '../../core/vault/file-name';
import { noteKind } from '../../core/vault/note-kind';
import { foldedPath, joinPath, noteName } from '../../core/vault/path';
import type { NoteMeta } from '../../platform/vault-index/collector';
import type { ExperimentContext } from './context';
import { experimentsFolder, experimentText } from './new-experiment';

/** What is said of a run, as text; empty or left out where nothing is. */
export type RunInput = Readonly<Partial<Record<RunFlag, string>>>;
export type RunFlag = 'title' | 'repo' | 'commit' | 'config' | 'url' | 'metric' | 'note' | 'status';

export type FiledRun =
  | { readonly ok: true; readonly path: string; readonly created: boolean; readonly line: string | null }
  | { readonly ok: false; readonly error: string };

/** Which property a flag is. */
const PROPERTIES = { repo: 'repo', commit: 'commit', config: 'config', url: 'run-url' } as const;

/**
 * Files a run in the log of the experiment that the title means, which is made where there is none. All is looked at before
 * anything is written, and what is written is one write.
 */
export async function fileRun(ctx: ExperimentContext, input: RunInput): Promise<FiledRun> {
  const { ui } = ctx.i18n;
  const wrong = problemOf(ctx, input);
  if (wrong !== null) return { ok: false, error: wrong };
  const title = tidyLogText(input.title ?? '');
  const given = Object.entries(PROPERTIES).flatMap(([flag, key]) => {
    const value = tidyLogText(input[flag as RunFlag] ?? '');
    return value === '' ? [] : [[key, value] as const];
  });
  await ctx.reading.flush();
  const words = ctx.i18n.in(ctx.places.language());
  const known = [...ctx.vaultIndex.known()].filter((note) => isCalled(title, note));
  const exact = known.find(({ path }) => path === title);
  const [one, other] = exact === undefined ? known : [exact];
  if (other !== undefined) {
    const paths = known.map(({ path }) => path);
    return { ok: false, error: ui.experiments.several(title, paths) };
  }
  if (one !== undefined) return append(ctx, one.path, input, given);
  if (title.endsWith('.md')) return { ok: false, error: ui.search.gone(title) };
  const entry = runLine(ctx, input, given, Object.fromEntries(given));
  const line = entry && printLogLine(entry);
  for (const name of fileNamesFor(title, null, words.experiments.newExperiment)) {
    const path = joinPath(experimentsFolder(ctx), `${name}.md`);
    const text = experimentText(ctx, title, {
      ...Object.fromEntries(given),
      status: input.status ?? (line === null ? 'planned' : 'running'),
      ...(name === title ? {} : { title }),
    });
    const { log } = words.content.headings;
    const logged = line === null ? null : appendLogLine(text, line, [log], log);
    const written = await ctx.notes.create(path, logged?.ok === true ? logged.text : text);
    if (written.ok) return { ok: true, path: written.path, created: true, line };
    if (written.reason !== 'exists') return { ok: false, error: ui.sources.writeFailed(path, written.message) };
    // The index may not know it yet.
    if (isCalled(title, { path, frontmatter: await propertiesOf(ctx, path) })) return append(ctx, path, input, given);
  }
  throw new Error(title); // there is always a further name
}

/** Whether a note is the experiment that a title means: by its path, its name or its property `title`. */
function isCalled(title: string, { path, frontmatter }: Pick<NoteMeta, 'path' | 'frontmatter'>): boolean {
  const isSame = (name: unknown): boolean => typeof name === 'string' && foldedPath(name.trim()) === foldedPath(title);
  const names = [path, noteName(path), frontmatter['title']];
  return noteKind(frontmatter) === 'experiment' && names.some(isSame);
}

async function append(ctx: ExperimentContext, path: string, input: RunInput, given: Given): Promise<FiledRun> {
  const { ui } = ctx.i18n;
  const entry = runLine(ctx, input, given, await propertiesOf(ctx, path));
  const properties = input.status === undefined ? {} : { status: input.status };
  if (entry !== null) {
    const [result] = await ctx.offers.log.append([{ source: path, entry, properties }]);
    if (result?.outcome === 'appended') return { ok: true, path, created: false, line: result.line };
    return { ok: false, error: result?.outcome === 'failed' ? result.message : ui.cli.stopped };
  }
  const written = await ctx.notes.change(path, (text) => {
    const next = setFrontmatter(text, properties, ctx.yaml);
    return next === text ? null : next;
  });
  if (written.ok || written.reason === 'changed') return { ok: true, path, created: false, line: null };
  return { ok: false, error: ui.readingLog.writeFailed(path, written.message) };
}

type Given = readonly (readonly [key: string, value: string])[];

/** The line of a run; what the note's properties say as well is not said again, but for the commit. Null where nothing is said. */
function runLine(
  ctx: ExperimentContext,
  { metric = '', note = '' }: RunInput,
  given: Given,
  properties: Readonly<Record<string, unknown>>,
): NewLogLine | null {
  const fields = [
    ...metric.split(/[;；]/).map((one) => ['metric', tidyLogText(one)] as const),
    ...given.filter(([key, value]) => key === 'commit' || properties[key] !== value),
  ].filter(([, value]) => value !== '');
  const text = [tidyLogText(note), ...fields.map(([key, value]) => `[${key}:: ${value}]`)].join(' ').trim();
  const bare = { minutes: null, pass: null, pages: null, status: null, deep: false, private: false };
  return text === '' ? null : { date: dayOf(ctx.clock.now()), text, ...bare };
}

/** What is wrong with what was said, in words that name the flag; null where nothing is. */
function problemOf(ctx: ExperimentContext, input: RunInput): string | null {
  const { experiments: t, readingLog } = ctx.i18n.ui;
  const bad = (flag: RunFlag, problem: string): string => readingLog.cli.badValue(flag, input[flag] ?? '', problem);
  const { metric = '', commit, status, note = '' } = input;
  const metrics = metric.split(/[;；]/).filter((one) => one.trim() !== '');
  if (metrics.length === 0 ? metric !== '' : !metrics.every(isMetric)) return bad('metric', t.bad.metric);
  if (commit !== undefined && commit !== '' && !/^[0-9a-f]{7,40}$/i.test(commit.trim()))
    return bad('commit', t.bad.commit);
  if (status !== undefined && !EXPERIMENT_STATUSES.some((one) => one === status)) return bad('status', t.bad.status);
  for (const flag of ['repo', 'config', 'url'] as const) {
    if (!isFieldValue(input[flag] ?? '')) return bad(flag, t.bad.value);
  }
  const text = tidyLogText(note);
  const isPlain = isLogText(text) && !inlineFields(text).some(({ key }) => RUN_FIELDS.includes(key));
  return isPlain ? null : bad('note', readingLog.inputProblems['bad-note']);
}

function isMetric(text: string): boolean {
  const [metric] = readMetrics(text);
  return metric !== undefined && parseValue(metric.text) !== null && isFieldValue(text);
}

/** Whether a field with the value is read back the same. */
function isFieldValue(value: string): boolean {
  const text = tidyLogText(value);
  const line = `[k:: ${text}]`;
  const [field] = inlineFields(line);
  return text === '' || (field?.value === text && field.end === line.length && isLogText(line));
}

async function propertiesOf(ctx: ExperimentContext, path: string): Promise<Frontmatter> {
  const text = await ctx.notes.read(path);
  const read = text === null ? null : readFrontmatter(text, ctx.yaml);
  return read?.ok === true ? read.data : {};
}
