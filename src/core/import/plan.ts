import type { Failure, Skipped } from '../bibliography/entry';
import type { Item, ItemDraft, ReadItems } from '../bibliography/item';
import type { Frontmatter } from '../markdown/frontmatter';
import { FILLABLE, fillingFor, isGiven, NO_FILLING, type Filling } from '../reading/filling';
import {
  knownSources,
  type ApartBy,
  type Identifiers,
  type NearDuplicate,
  type SameBy,
} from '../reading/known-sources';
import type { Source } from '../reading/types';

/** Where a source is: in a note, or in the entry on that line (from 0), which becomes one. */
export type Place = { readonly path: string } | { readonly line: number };

/** A source that a new one may be after all. */
export interface PossibleDouble {
  readonly place: Place;
  readonly title: string;
  readonly by: SameBy;
  /** What speaks against it. */
  readonly apart: ApartBy;
  /** What the note would get, if it is that one; null where it is no note yet. */
  readonly known: KnownNote | null;
}

/** What becomes of an entry. */
export type ImportStep =
  | { readonly kind: 'create'; readonly item: Item; readonly double: PossibleDouble | null }
  | { readonly kind: 'known'; readonly item: Item; readonly known: KnownNote };

/** The note of a source that is here already. */
export interface KnownNote {
  readonly source: Source;
  readonly by: SameBy;
  /** Keys that would be filled, and those that say something else there. */
  readonly filling: Filling;
  /** Whether another tool made the note, which is never written. */
  readonly isForeign: boolean;
}

/** Why an entry becomes nothing of its own: as the reader says, or it is the same as the one on that line. */
export type SkippedEntry =
  Skipped | { readonly code: 'same-as'; readonly line: number; readonly value: string; readonly other: number };

/** What an import would do; in the order of the text. */
export interface ImportPlan {
  /** How many entries the text holds: steps, failures and skipped ones. */
  readonly found: number;
  readonly steps: readonly ImportStep[];
  readonly failures: readonly Failure[];
  readonly skipped: readonly SkippedEntry[];
}

/** The vault's sources, as far as a plan asks. */
export interface KnownVault {
  readonly sources: readonly Source[];
  /** The frontmatter of a note that may be filled in; null for a note that another tool made. */
  frontmatterOf(path: string): Frontmatter | null;
}

type Here = Identifiers & ({ readonly note: Source } | { readonly step: number });

/**
 * What taking these entries in would do: each is new, or a source that is here (see `knownSources`), whose empty keys are
 * filled, or the same as one before it in the text, which gets what that one lacks.
 */
export function planImport({ items, failures, skipped }: ReadItems, vault: KnownVault): ImportPlan {
  const known = knownSources<Here>(vault.sources.map((note) => ({ ...note, note })));
  const steps: ImportStep[] = [];
  const again: SkippedEntry[] = [];
  const stepOf = new Map<string, number>(); // by path, for entries that are one note
  const repeat = (at: number, item: Item): void => {
    const step = steps[at];
    if (step === undefined) return;
    steps[at] = withMore(step, item, vault);
    again.push({ code: 'same-as', line: item.line, value: item.draft.title, other: step.item.line });
  };
  for (const item of items) {
    const same = known.find(item.draft);
    if (same === null) {
      steps.push({ kind: 'create', item, double: possibleDouble(known.near(item.draft), item, steps, vault) });
      known.add({ ...item.draft, step: steps.length - 1 });
    } else if ('step' in same.source) {
      repeat(same.source.step, item);
    } else {
      const { note } = same.source;
      const before = stepOf.get(note.path);
      if (before !== undefined) {
        repeat(before, item);
        continue;
      }
      stepOf.set(note.path, steps.length);
      steps.push({ kind: 'known', item, known: knownNote(note, same.by, item.draft, vault) });
    }
  }
  return {
    found: items.length + failures.length + skipped.length,
    steps,
    failures,
    skipped: [...skipped, ...again].sort((a, b) => a.line - b.line),
  };
}

function knownNote(source: Source, by: SameBy, draft: ItemDraft, vault: KnownVault): KnownNote {
  const written = vault.frontmatterOf(source.path);
  const filling = written === null ? NO_FILLING : fillingFor(draft, source, written);
  return { source, by, filling, isForeign: written === null };
}

function possibleDouble(
  near: NearDuplicate<Here> | null,
  { draft }: Item,
  steps: readonly ImportStep[],
  vault: KnownVault,
): PossibleDouble | null {
  if (near === null) return null;
  const { source, by, apart } = near;
  const { title } = source;
  if ('step' in source) {
    const line = steps[source.step]?.item.line ?? 0;
    return { place: { line }, title, by, apart, known: null };
  }
  return { place: { path: source.note.path }, title, by, apart, known: knownNote(source.note, by, draft, vault) };
}

/** A step whose source a further entry of the text says more of. */
function withMore(step: ImportStep, { draft }: Item, vault: KnownVault): ImportStep {
  const item = { ...step.item, draft: filledUp(step.item.draft, draft) };
  if (step.kind === 'create') return { ...step, item };
  return { ...step, item, known: knownNote(step.known.source, step.known.by, item.draft, vault) };
}

function filledUp(draft: ItemDraft, more: ItemDraft): ItemDraft {
  const filled = FILLABLE.map((key) => [key, isGiven(draft[key]) ? draft[key] : more[key]] as const);
  return { ...draft, ...Object.fromEntries(filled) };
}
