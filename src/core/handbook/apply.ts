import { readFrontmatter } from '../markdown/frontmatter';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import type { NoteStore, WriteFailure, WriteResult, Yaml } from '../ports';
import { MAP_ID, type Pack } from './pack';
import type { KeepReason, Step } from './note-steps';
import type { Plan } from './plan';
import { recordKeys, type MapRecord } from './record';

/** What a set-up or an update did, or would do. */
export interface Outcome {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly merged: readonly string[];
  readonly kept: readonly Kept[];
  readonly unchanged: readonly string[];
  readonly failed: readonly Failed[];
}

export interface Kept {
  readonly path: string;
  readonly reason: KeepReason;
}

export interface Failed {
  readonly path: string;
  /** `changed`: the note was edited while the update ran. `exists`: a file came into being at its path. */
  readonly reason: WriteFailure;
  /** The system's own message. */
  readonly message: string;
}

/** A write as it was done, for undoing it. `before` is null where the note was made. */
export interface Written {
  readonly path: string;
  readonly before: string | null;
  /** Of a picture its hash. */
  readonly after: string;
  /** Folders that were made for it. */
  readonly folders?: readonly string[];
}

export interface ApplyOptions {
  /** Whether clean merges are written, too. */
  readonly merge: boolean;
  /** Hears of each write that was done, and how many of how many steps are behind. */
  readonly onStep?: (done: number, total: number, written: Written | null) => void;
}

/** What `applyPlan` would answer if every write went well. */
export function expectedOutcome(plan: Plan, merge: boolean): Outcome {
  return collect(plan.steps, merge, () => null);
}

/**
 * Writes a plan. The order makes a stop after any write harmless: the map note's record comes last, and says that the
 * vault is at the pack's version only if nothing failed; running again does the rest.
 */
export async function applyPlan(plan: Plan, notes: NoteStore, yaml: Yaml, options: ApplyOptions): Promise<Outcome> {
  const results = new Map<Step, WriteResult>();
  const isWrite = (step: Step): boolean => writes(step, options.merge);
  const total = plan.steps.filter(isWrite).length;
  let hasFailed = false;
  for (const step of plan.steps) {
    if (!isWrite(step)) continue;
    const finish = (text: string): string =>
      step.id === MAP_ID ? withRecord(text, nextRecord(plan, hasFailed), yaml) : text;
    const { result, written } = await write(step, notes, finish);
    results.set(step, result);
    hasFailed ||= !result.ok;
    options.onStep?.(results.size, total, written);
  }
  if (!plan.steps.some((step) => step.id === MAP_ID && isWrite(step))) {
    const { result, written } = await writeRecord(plan, notes, nextRecord(plan, hasFailed), yaml);
    if (written !== null) options.onStep?.(total, total, written);
    if (result !== null && !result.ok && plan.mapPath !== null) {
      const outcome = collect(plan.steps, options.merge, (step) => results.get(step) ?? null);
      return { ...outcome, failed: [...outcome.failed, failure(plan.mapPath, result)] };
    }
  }
  return collect(plan.steps, options.merge, (step) => results.get(step) ?? null);
}

function writes(step: Step, merge: boolean): boolean {
  return step.kind === 'create' || step.kind === 'update' || (step.kind === 'merge' && merge);
}

interface Done {
  readonly result: WriteResult;
  readonly written: Written | null;
}

async function write(step: Step, notes: NoteStore, finish: (text: string) => string): Promise<Done> {
  if (step.kind === 'create') {
    const text = finish(step.text);
    const result = await notes.create(step.path, text);
    if (!result.ok) return { result, written: null };
    const { path, folders = [] } = result;
    return { result, written: { path, before: null, after: text, ...(folders.length === 0 ? {} : { folders }) } };
  }
  if (step.kind !== 'update' && step.kind !== 'merge') throw new Error(`not a write: ${step.kind}`);
  const after = finish(step.after);
  const result = await notes.change(step.path, (text) => (text === step.before ? after : null));
  return { result, written: result.ok ? { path: result.path, before: step.before, after } : null };
}

async function writeRecord(
  plan: Plan,
  notes: NoteStore,
  record: MapRecord,
  yaml: Yaml,
): Promise<{ readonly result: WriteResult | null; readonly written: Written | null }> {
  if (plan.mapPath === null) return { result: null, written: null };
  const recorded = (text: string): string | null =>
    isMapNote(text, plan.pack, yaml) ? withRecord(text, record, yaml) : null;
  const now = await notes.read(plan.mapPath);
  if (now !== null && recorded(now) === now) return { result: null, written: null };
  let written: Written | null = null;
  const result = await notes.change(plan.mapPath, (text) => {
    const after = recorded(text);
    if (after !== null) written = { path: plan.mapPath ?? '', before: text, after };
    return after;
  });
  return { result, written: result.ok ? written : null };
}

/** The map note is looked at again: another note may have taken its place since the plan was made. */
function isMapNote(text: string, { name, language }: Pack, yaml: Yaml): boolean {
  const read = readFrontmatter(text, yaml);
  if (!read.ok) return false;
  const { handbook, 'handbook-id': id, 'handbook-lang': lang } = read.data;
  return handbook === name && id === MAP_ID && lang === language;
}

function withRecord(text: string, record: MapRecord, yaml: Yaml): string {
  return setFrontmatter(text, recordKeys(record), yaml) ?? text;
}

function nextRecord({ pack, record, beside, folders, version }: Plan, hasFailed: boolean): MapRecord {
  const pin = hasFailed ? record?.pin : pack.pin;
  return {
    pack: pack.name,
    packVersion: hasFailed ? (record?.packVersion ?? 0) : version,
    language: pack.language,
    folders,
    beside,
    ...(pin === undefined ? {} : { pin }),
  };
}

function failure(path: string, result: WriteResult & { readonly ok: false }): Failed {
  return { path, reason: result.reason, message: result.message };
}

function collect(steps: readonly Step[], merge: boolean, resultOf: (step: Step) => WriteResult | null): Outcome {
  const created: string[] = [];
  const updated: string[] = [];
  const merged: string[] = [];
  const kept: Kept[] = [];
  const unchanged: string[] = [];
  const failed: Failed[] = [];
  for (const step of steps) {
    const result = resultOf(step);
    if (result !== null && !result.ok) failed.push(failure(step.path, result));
    else if (step.kind === 'create') created.push(step.path);
    else if (step.kind === 'update') updated.push(step.path);
    else if (step.kind === 'merge' && merge) merged.push(step.path);
    else if (step.kind === 'merge') kept.push({ path: step.path, reason: 'mergeable' });
    else if (step.kind === 'keep') kept.push({ path: step.path, reason: step.reason });
    else unchanged.push(step.path);
  }
  return { created, updated, merged, kept, unchanged, failed };
}
