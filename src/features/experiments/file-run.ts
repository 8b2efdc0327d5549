import { EXPERIMENT_STATUSES } from '../../core/experiments/experiment-note';
import { readMetrics, RUN_FIELDS } from '../../core/experiments/runs';
import { propertiesOf, type Frontmatter } from '../../core/markdown/frontmatter';
import type { FrontmatterChanges } from '../../core/markdown/frontmatter-edit';
import { inlineFields } from '../../core/markdown/inline-fields';
import { isLogText, tidyLogText } from '../../core/reading/log-line';
import { dayOf } from '../../core/time/calendar-day';
import { fileNamesFor } from '../../core/vault/file-name';
import { noteKind } from '../../core/vault/note-kind';
import { foldedPath, joinPath, noteName } from '../../core/vault/path';
import type { CliOutcome } from '../../platform/cli';
import type { ExperimentContext } from './context';
import { experimentsFolder, experimentText } from './new-experiment';

const FLAGS = ['title', 'metric', 'note', 'commit', 'repo', 'config', 'url', 'status'] as const;
export type RunFlag = (typeof FLAGS)[number];
/** What is said of a run, on one line each; empty where nothing is. */
type RunInput = Readonly<Record<RunFlag, string>>;

/**
 * Files a run in the log of the experiment that the title means, which is made where there is none. All that is said is
 * looked at before anything is written.
 */
export async function fileRun(ctx: ExperimentContext, said: Readonly<Partial<RunInput>>): Promise<CliOutcome> {
  const { ui } = ctx.i18n;
  const input = Object.fromEntries(FLAGS.map((flag) => [flag, tidyLogText(said[flag] ?? '')])) as RunInput;
  const { title, status } = input;
  const wrong = problemOf(ctx, input);
  if (wrong !== null) return { ok: false, error: wrong };
  await ctx.reading.flush();
  const called = [...ctx.vaultIndex.known()].flatMap(({ path, frontmatter }) =>
    isCalled(title, path, frontmatter) ? path : [],
  );
  const [one, other] = called.includes(title) ? [title] : called;
  if (other !== undefined) return { ok: false, error: ui.readingLog.cli.manySources('title', title, called) };
  if (one !== undefined) return append(ctx, one, false, input);
  if (title.endsWith('.md')) return { ok: false, error: ui.search.gone(title) };
  const properties = { ...Object.fromEntries(propertiesIn(input)), status: status || 'running' };
  for (const name of fileNamesFor(title, null, ctx.i18n.in(ctx.places.language()).experiments.newExperiment)) {
    const path = joinPath(experimentsFolder(ctx), `${name}.md`);
    const text = experimentText(ctx, title, name === title ? properties : { ...properties, title });
    const written = await ctx.notes.create(path, text);
    if (written.ok) return append(ctx, written.path, true, input);
    if (written.reason !== 'exists') return { ok: false, error: ui.sources.writeFailed(path, written.message) };
    // The index may not know it yet.
    if (isCalled(title, path, propertiesOf(await ctx.notes.read(path), ctx.yaml)))
      return append(ctx, path, false, input);
  }
  throw new Error(title); // there is always a further name
}

/** Whether a note is the experiment that a title means: by its path, its name or its property `title`. */
function isCalled(title: string, path: string, frontmatter: Frontmatter): boolean {
  const isSame = (name: unknown): boolean => typeof name === 'string' && foldedPath(name.trim()) === foldedPath(title);
  return noteKind(frontmatter) === 'experiment' && [path, noteName(path), frontmatter['title']].some(isSame);
}

/** Writes the line and a status, in one write; nothing where nothing is said. */
async function append(ctx: ExperimentContext, path: string, created: boolean, input: RunInput): Promise<CliOutcome> {
  const { ui } = ctx.i18n;
  const { metric, note, status } = input;
  const known = propertiesOf(await ctx.notes.read(path), ctx.yaml);
  const fields = [
    ...metric.split(/[;；]/).map((one) => ['metric', one.trim()] as const),
    // What the properties say as well is not said again, but for the commit.
    ...propertiesIn(input).filter(([key, value]) => key === 'commit' || known[key] !== value),
  ].filter(([, value]) => value !== '');
  // A status alone is what the line says.
  const text = [note, ...fields.map(([key, value]) => `[${key}:: ${value}]`)].join(' ').trim() || status;
  const answer = (line: string | null): CliOutcome => ({
    ok: true,
    text: [created ? ui.report.cli.created(path) : path, ...(line === null ? [] : [line])].join('\n'),
    json: { path, created, line },
  });
  if (text === '') return answer(null);
  const bare = { minutes: null, pass: null, pages: null, status: null, deep: false, private: false };
  const entry = { date: dayOf(ctx.clock.now()), text, ...bare };
  const properties = (now: Frontmatter): FrontmatterChanges => {
    const next = status === '' && now['status'] === 'planned' ? 'running' : status; // what runs is no longer only planned
    return next === '' ? {} : { status: next };
  };
  const [result] = await ctx.offers.log.append([{ source: path, entry, properties }]);
  if (result?.outcome === 'appended') return answer(result.line);
  return { ok: false, error: result?.outcome === 'failed' ? result.message : ui.cli.stopped };
}

/** What the properties of a new note say of it, too. */
function propertiesIn({ repo, commit, config, url }: RunInput): (readonly [string, string])[] {
  const all = [
    ['repo', repo],
    ['commit', commit],
    ['config', config],
    ['run-url', url],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

/** What is wrong with what was said, in words that name the flag; null where nothing is. */
function problemOf({ i18n }: ExperimentContext, input: RunInput): string | null {
  const { experiments: t, readingLog } = i18n.ui;
  const plain = readingLog.inputProblems['bad-note'];
  const isNote = (text: string): boolean =>
    isLogText(text) && !inlineFields(text).some(({ key }) => RUN_FIELDS.includes(key));
  const isMetric = (text: string): boolean => readMetrics(text).every((one) => one.text !== '') && isFieldValue(text);
  const rules: readonly (readonly [RunFlag, (text: string) => boolean, string])[] = [
    ['metric', isMetric, t.bad.metric],
    ['commit', (text) => /^[0-9a-f]{7,40}$/i.test(text), t.bad.commit],
    ['status', (text) => EXPERIMENT_STATUSES.some((one) => one === text), EXPERIMENT_STATUSES.join(', ')],
    ['note', isNote, plain],
    ...(['repo', 'config', 'url'] as const).map((flag) => [flag, isFieldValue, plain] as const),
  ];
  const wrong = rules.find(([flag, isRight]) => input[flag] !== '' && !isRight(input[flag]));
  return wrong === undefined ? null : readingLog.cli.badValue(wrong[0], input[wrong[0]], wrong[2]);
}

/** Whether a field with the value is read back the same. */
function isFieldValue(value: string): boolean {
  const line = `[k:: ${value}]`;
  const [field] = inlineFields(line);
  return field?.value === value && field.end === line.length && isLogText(line);
}
