import { applyPlan, type ApplyOptions, type Outcome } from '../../core/handbook/apply';
import { placeOf, type HandbookFolders } from '../../core/handbook/folders';
import { MAP_ID, type Pack } from '../../core/handbook/pack';
import { mergeNote, writeMerge, type Choice } from '../../core/handbook/note-merge';
import type { NoteChoice } from '../../core/handbook/note-steps';
import { planHandbook, type Plan } from '../../core/handbook/plan';
import { readRecord, type MapRecord } from '../../core/handbook/record';
import { checkFolders } from '../../core/handbook/set-up-folders';
import { setUpPlan } from '../../core/handbook/set-up-plan';
import { VaultNames } from '../../core/vault/names';
import type { VaultState } from '../../core/handbook/vault-state';
import { readFrontmatter } from '../../core/markdown/frontmatter';
import type { UndoRecord } from '../../core/handbook/undo';
import type { Language, WriteResult } from '../../core/ports';
import type { Context } from '../context';
import type { BundledPacks } from '../../platform/bundled-packs';
import { UndoStore } from './undo-store';
import { readVaultState } from './vault-state';
import { folderProblem, packProblem } from './texts';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A plan, or in the interface's words why there is none. */
export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly error: string };

export interface RunOptions {
  readonly kind: UndoRecord['kind'];
  readonly merge: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Plans and applies set-ups and updates of the handbook in this vault. */
export class Handbook {
  readonly undo: UndoStore;

  constructor(
    private readonly ctx: Context,
    private readonly packs: BundledPacks,
  ) {
    this.undo = new UndoStore(ctx.device);
  }

  /** The pack of a language, or in words what is wrong with it. */
  pack(
    language: Language,
  ): { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly error: string } {
    const read = this.packs.read(language);
    const t = this.ctx.i18n.ui.handbook;
    if (read === null) return { ok: false, error: t.noPack(language) };
    return read.ok ? read : { ok: false, error: read.problems.map((problem) => packProblem(problem, t)).join('\n') };
  }

  /** The version that the plugin brings; cheap. */
  shippedVersion(language: string): number {
    return this.packs.version(language);
  }

  /** What the vault holds, for `planSetUp`, which may be asked often while the student types. */
  async state(language: Language): Promise<VaultState> {
    await this.packs.prepare();
    const read = this.pack(language);
    return readVaultState(this.ctx, read.ok ? read.pack.name : '');
  }

  /** What a set-up in a language below a root folder would do. */
  planSetUp(language: Language, root: string, state: VaultState): Planned {
    const t = this.ctx.i18n.ui.handbook;
    const read = this.pack(language);
    if (!read.ok) return read;
    const { pack } = read;
    const broken = this.brokenMap(pack, state);
    if (broken !== null) return { ok: false, error: broken };
    const record = recordOf(this.ctx, pack, state);
    if (record !== null) {
      const folders = this.ctx.places.foldersOf(record);
      const settled = record.beside ? {} : this.ctx.places.chosen();
      const asked = checkFolders(
        { root, defaults: this.ctx.places.defaults(language), settled },
        new VaultNames([], []),
      );
      if (root !== '' && !asked.ok) return { ok: false, error: folderProblem(asked, t) };
      // Another spelling of the folder that is there is no other folder.
      if (root !== '' && asked.ok && asked.folders.handbook.toLowerCase() !== folders.handbook.toLowerCase()) {
        return { ok: false, error: t.rootElsewhere(root, folders.handbook) };
      }
      return forSetUp(this.planned(pack, record, folders, record.beside, state));
    }
    return forSetUp(this.planFirst(pack, root, state, this.otherRecord(language, state) ?? this.foreignRecord(pack)));
  }

  /** What setting up a pack from outside, or bringing it to its version, would do. */
  planPack(pack: Pack, state: VaultState): Planned {
    const broken = this.brokenMap(pack, state);
    if (broken !== null) return { ok: false, error: broken };
    const record = recordOf(this.ctx, pack, state);
    if (record === null) {
      const other = this.foreignRecord(pack);
      return this.planFirst(pack, other === null ? '' : pack.name, state, other);
    }
    return record.packVersion === pack.version && record.pin !== pack.pin
      ? { ok: false, error: this.ctx.i18n.ui.packs.otherBytes(pack.version) }
      : this.planned(pack, record, this.ctx.places.foldersOf(record), record.beside, state);
  }

  private planFirst(pack: Pack, root: string, state: VaultState, other: MapRecord | null): Planned {
    const { places } = this.ctx;
    const settled = other === null ? places.chosen() : sharedFolders(places.foldersOf(other));
    const names = new VaultNames(state.files, state.folders);
    const checked = checkFolders({ root, defaults: places.defaults(pack.language), settled }, names);
    if (!checked.ok) return { ok: false, error: folderProblem(checked, this.ctx.i18n.ui.handbook) };
    return this.planned(pack, null, checked.folders, other !== null, state);
  }

  /** The vault's first handbook, where that is another than this one. */
  private foreignRecord({ name, language }: Pack): MapRecord | null {
    const record = this.ctx.places.record();
    return record?.pack === name && record.language === language ? null : record;
  }

  /** What an update would do, for each language that was set up; none where the vault was not. */
  async planUpdate(): Promise<
    { readonly ok: true; readonly plans: readonly Plan[] } | { readonly ok: false; readonly error: string }
  > {
    const plans: Plan[] = [];
    await this.packs.prepare();
    for (const language of LANGUAGES) {
      const read = this.pack(language);
      if (!read.ok) return read;
      const state = await this.state(language);
      const broken = this.brokenMap(read.pack, state);
      if (broken !== null) return { ok: false, error: broken };
      const record = recordOf(this.ctx, read.pack, state);
      if (record === null) continue;
      const planned = this.planned(read.pack, record, this.ctx.places.foldersOf(record), record.beside, state);
      if (!planned.ok) return planned;
      plans.push(planned.plan);
    }
    return plans.length === 0 ? { ok: false, error: this.ctx.i18n.ui.handbook.notSetUp } : { ok: true, plans };
  }

  /** Writes plans one after the other, and keeps what is needed for undoing it. */
  async apply(plans: readonly Plan[], { kind, merge, onProgress }: RunOptions): Promise<Outcome[]> {
    const run = this.undo.begin(kind);
    const outcomes: Outcome[] = [];
    for (const plan of plans) {
      const onStep: ApplyOptions['onStep'] = (done, total, written) => {
        if (written !== null) run.remember(written);
        onProgress?.(done, total);
      };
      outcomes.push(await applyPlan(plan, this.ctx.notes, this.ctx.yaml, { merge, onStep }));
    }
    if (outcomes.every(({ failed }) => failed.length === 0)) run.finish();
    return outcomes;
  }

  /** Writes a note as the student chose, if it still is what they saw. */
  async decide(path: string, { merge }: NoteChoice, sides: readonly Choice[]): Promise<WriteResult> {
    const after = writeMerge(merge, (conflict) => sides[conflict] ?? 'mine', this.ctx.yaml);
    const result = await this.ctx.notes.change(path, (text) => (text === merge.mine ? after : null));
    if (result.ok && after !== null) this.undo.add({ path, before: merge.mine, after });
    return result;
  }

  /**
   * Replaces the whole note by the new version, ticks and own properties aside, if it is still the note that was shown.
   * Undo can bring it back.
   */
  replace(path: string, { merge, theirs, version }: NoteChoice): Promise<WriteResult> {
    const everything = mergeNote(null, merge.mine, theirs, this.ctx.yaml) ?? merge; // without a base, all is a choice
    return this.decide(path, { merge: everything, theirs, version }, Array(everything.conflicts).fill('theirs'));
  }

  /** The language that a handbook was set up in although another one is asked for; null where there is none. */
  otherRecord(language: Language, state: VaultState): MapRecord | null {
    for (const other of LANGUAGES) {
      const read = this.pack(other);
      const record = other !== language && read.ok ? recordOf(this.ctx, read.pack, state) : null;
      if (record !== null) return record;
    }
    return null;
  }

  record(language: Language, state: VaultState): MapRecord | null {
    const read = this.pack(language);
    return read.ok ? recordOf(this.ctx, read.pack, state) : null;
  }

  /** Without the map note's record it is not known what the student deleted, so nothing is done until it can be read. */
  private brokenMap(pack: Pack, state: VaultState): string | null {
    const maps = state.notes.filter((note) => note.id === MAP_ID && note.language === pack.language);
    const broken = maps.find((note) => !readFrontmatter(note.text, this.ctx.yaml).ok);
    return broken === undefined || recordOf(this.ctx, pack, state) !== null
      ? null
      : this.ctx.i18n.ui.handbook.brokenMap(broken.path);
  }

  private planned(
    pack: Pack,
    record: MapRecord | null,
    folders: HandbookFolders,
    beside: boolean,
    state: VaultState,
  ): Planned {
    // A note of ours that cannot be read would be taken for one that is missing, or for the student's.
    const unread = new Set(state.unread);
    const own = pack.notes.map((note) => placeOf(note, folders)).find((path) => unread.has(path));
    if (own !== undefined) return { ok: false, error: this.ctx.i18n.ui.handbook.unread(own) };
    return { ok: true, plan: planHandbook({ pack, record, folders, beside, state, yaml: this.ctx.yaml }) };
  }
}

function forSetUp(planned: Planned): Planned {
  return planned.ok ? { ok: true, plan: setUpPlan(planned.plan) } : planned;
}

/** A second handbook has notes of its own; sources and reports are the vault's. */
function sharedFolders({ sources, weekly }: HandbookFolders): Partial<HandbookFolders> {
  return { sources, weekly };
}

/** The record in the map note's own text: the cache may be seconds old. */
function recordOf(ctx: Context, pack: Pack, state: VaultState): MapRecord | null {
  const maps = state.notes.filter((note) => note.id === MAP_ID && note.language === pack.language);
  const records = maps.map((note) => {
    const read = readFrontmatter(note.text, ctx.yaml);
    return { note, record: read.ok ? readRecord(read.data) : null };
  });
  const recorded = records.flatMap(({ note, record }) =>
    record?.pack === pack.name ? [{ path: note.path, record }] : [],
  );
  return ctx.places.countingMap(recorded)?.record ?? null;
}
