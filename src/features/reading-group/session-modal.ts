import { Modal } from 'obsidian';
import { linksOfLine, wikilink } from '../../core/markdown/links';
import { plainLine } from '../../core/markdown/plain-line';
import { namesIn, withPeople, type SessionNote } from '../../core/reading-group/session-note';
import { findSource } from '../../core/reading/find-source';
import { dayMeant } from '../../core/reading/log-input';
import type { Source } from '../../core/reading/types';
import { dayOf } from '../../core/time/calendar-day';
import { createFirst, pathsIn } from '../../core/vault/create-first';
import { fileNamesFor } from '../../core/vault/file-name';
import { noteName } from '../../core/vault/path';
import { spelledAsThere } from '../../platform/spelling';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { SuggestInput } from '../../ui/form/suggest-input';
import { drawSwitch } from '../../ui/form/switch-field';
import { drawTextArea, drawTextField, type TextField } from '../../ui/form/text-field';
import { openNote } from '../../ui/open-note';
import type { ReadingGroupContext } from './context';

type SessionInput = Record<'source' | 'date' | 'people' | 'next', string>;

/** The form for a session of the reading group; the same source and day complete the note that there is. */
export class SessionModal extends Modal {
  private presents = false;
  private busy = false;

  constructor(
    private readonly ctx: ReadingGroupContext,
    private readonly input: SessionInput,
  ) {
    super(ctx.app);
  }

  override onOpen(): void {
    const { input, ctx } = this;
    const { common, readingGroup: t, readingLog: log } = ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.command, langTag: common.langTag });
    const options = (key: keyof SessionInput) => ({
      id: `rh-session-${key}`,
      value: input[key],
      onInput: (value: string) => {
        input[key] = value;
      },
    });
    const source = drawTextField(form, {
      ...options('source'),
      value: ctx.reading.index.source(input.source)?.title ?? input.source,
      label: log.sourceLabel,
      placeholder: log.sourcePlaceholder,
    });
    new SuggestInput(
      ctx.app,
      source.input,
      () => ctx.reading.index.sources().map(({ title, path }) => ({ title, path, detail: '' })),
      () => [],
      ({ path }) => {
        input.source = path;
      },
    );
    const row = form.createDiv('rh-fields');
    const date = drawTextField(row, { ...options('date'), label: log.dateLabel, remark: t.dateRemark });
    const next = drawTextField(row, { ...options('next'), label: t.nextDate });
    const people = drawTextArea(form, { ...options('people'), label: t.people, remark: t.peopleRemark, rows: 4 });
    const onChange = (value: boolean): void => {
      this.presents = value;
    };
    drawSwitch(form, { label: t.presents, hint: t.presentsHint, value: false, onChange });
    (input.source === '' ? source : people).input.focus(); // its suggestions would lie over the rest
    drawFormButtons(this, { cancel: common.cancel, submit: t.submit }, () => void this.submit({ source, date, next }));
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private async submit({ source, date, next }: Record<'source' | 'date' | 'next', TextField>): Promise<void> {
    if (this.busy) return;
    const { ctx, input } = this;
    const { readingLog: log, sources } = ctx.i18n.ui;
    const today = dayOf(ctx.clock.now());
    await ctx.reading.flush();
    const found = findSource(input.source, ctx.reading.index.sources());
    const said = found.kind === 'many' ? log.sourceSeveral(input.source) : log.sourceUnknown(input.source);
    source.setProblem(found.kind === 'one' ? null : input.source.trim() === '' ? log.sourceMissing : said);
    const dayIn = (field: TextField, text: string): string | null => {
      const day = dayMeant(text, today);
      field.setProblem(day === null ? log.inputProblems['bad-date'] : null);
      return day;
    };
    const day = dayIn(date, input.date.trim());
    const later = input.next.trim() === '' ? '' : dayIn(next, input.next.trim());
    if (later === '') next.setProblem(null);
    if (found.kind !== 'one' || day === null || later === null) return;
    this.busy = true;
    const written = await writeSession(ctx, found.source, { day, later, people: namesIn(input.people) });
    this.busy = false;
    if (typeof written !== 'string') {
      ctx.notify.warn(sources.writeFailed(written.path, written.problem));
      return;
    }
    this.close();
    await openNote(ctx.app, written);
    if (!this.presents || day > today) return;
    const note = ctx.i18n.in(ctx.places.language()).readingGroup.presented(wikilink(noteName(written)));
    ctx.offers.log.openForm({ source: found.source.path, date: day, note });
  }
}

interface Session {
  readonly day: string;
  /** Of the next session; may be empty. */
  readonly later: string;
  readonly people: readonly string[];
}

/** Path of the session's note, which is made, or gets the sections that are missing; else what is wrong. */
async function writeSession(
  ctx: ReadingGroupContext,
  { path: source, title }: Source,
  { day, later, people }: Session,
): Promise<string | { readonly path: string; readonly problem: string }> {
  const { app, notes, i18n, yaml } = ctx;
  await notes.settled();
  const here = ctx.sessions.all().find((one) => one.date === day && sourceOf(ctx, one) === source);
  if (here !== undefined) {
    const problems: string[] = [];
    const written = await notes.change(here.path, (text) => {
      const after = withPeople(text, people);
      if (after === null) problems.push(i18n.ui.ideas.unclosed(here.path));
      return after === text ? null : after;
    });
    const problem = problems[0] ?? (written.ok || written.reason === 'changed' ? null : written.message);
    return problem === null ? here.path : { path: here.path, problem };
  }
  const words = i18n.in(ctx.places.language());
  const { readingGroup: t } = words;
  const file = app.vault.getFileByPath(source);
  const link = file === null ? source : app.metadataCache.fileToLinktext(file, '', true);
  const properties = {
    type: 'reading-group',
    source: wikilink(link),
    date: day,
    ...(later === '' ? {} : { next: later }),
  };
  const name = `${day} ${noteName(source)}`;
  const text = (path: string): string => {
    const next = later === '' ? '' : t.next(later);
    const body = t.note(plainLine(name), wikilink(link, title), path, next);
    return withPeople(`---\n${yaml.stringify(properties)}---\n\n${body}`, people) ?? '';
  };
  const folder = spelledAsThere(app.vault, words.content.readingGroupFolder);
  const written = await createFirst(notes, pathsIn(folder, fileNamesFor(name, null, day)), text);
  return written.ok ? written.path : { path: written.tried, problem: written.message };
}

/** Path of what a session read; empty where the link leads nowhere. */
export function sourceOf({ app }: ReadingGroupContext, { source, path }: SessionNote): string {
  const [link] = linksOfLine(source);
  return link === undefined ? '' : (app.metadataCache.getFirstLinkpathDest(link.path, path)?.path ?? '');
}
