import { canonicalNote } from '../note/canonical';
import { readFrontmatter } from '../note/frontmatter';
import type { Yaml } from '../ports';
import { fillPlaceholders, placeOf, type HandbookFolders } from './folders';
import { packHistory } from './history';
import { mergeNote, writeMerge, type NoteMerge } from './note-merge';
import { HOME_ID, MAP_ID, type Pack, type PackNote } from './pack';
import { linksForVault, linkTargets } from './pack-links';
import { newPlaces } from './places-of-new';
import type { MapRecord } from './record';
import { VaultNames } from './vault-names';
import { folderOf } from './vault-path';
import { knownNotes, type KnownNote, type VaultState } from './vault-state';

/** Why a note is left as it is although there is something to say about it. */
export type KeepReason =
  | 'in-the-way' // a file of the student's stands where ours belongs; ours goes beside it
  | 'mergeable' // changed by the student, and the new version fits; merged when asked
  | 'conflict' // changed by the student where the new version changed too
  | 'no-history' // changed or not: the version it came from is not known any more
  | 'newer' // another device has a newer plugin
  | 'doubled' // more than one note with this identity
  | 'retired' // the pack no longer has it
  | 'frontmatter'; // its frontmatter cannot be read or edited

/** What is to be done with one note. Nothing is done to `keep` and `unchanged`. */
export type Step =
  | { readonly kind: 'create'; readonly id: string; readonly path: string; readonly text: string }
  | {
      readonly kind: 'update';
      readonly id: string;
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'merge';
      readonly id: string;
      readonly path: string;
      readonly before: string;
      readonly after: string;
      readonly choice: NoteChoice;
    }
  | {
      readonly kind: 'keep';
      readonly id: string | null;
      readonly path: string;
      readonly reason: KeepReason;
      /** The new version beside the student's, where there is a choice to make. */
      readonly choice?: NoteChoice;
    }
  | {
      readonly kind: 'unchanged';
      readonly id: string;
      readonly path: string;
      readonly text: string;
      /** Whether the student changed it. */
      readonly edited: boolean;
    };

/** A note whose new version the student may take in whole or in part. */
export interface NoteChoice {
  readonly merge: NoteMerge;
  readonly version: number;
  /** The new version as it would stand in this vault. */
  readonly theirs: string;
}

export interface Plan {
  readonly pack: Pack;
  readonly steps: readonly Step[];
  /** The record before; null at a first set-up. */
  readonly record: MapRecord | null;
  readonly beside: boolean;
  /** Names of the vault that the record will hold. */
  readonly folders: HandbookFolders;
  /** Where the map note is or will be; null where the student has more than one. */
  readonly mapPath: string | null;
  /** Notes the student deleted, as they would be made again. */
  readonly deleted: readonly { readonly id: string; readonly path: string; readonly text: string }[];
}

export interface PlanRequest {
  readonly pack: Pack;
  readonly record: MapRecord | null;
  /** Where things are to lie; folders are taken in the spelling that the vault has. */
  readonly folders: HandbookFolders;
  /** Whether this handbook stands beside another language's. */
  readonly beside: boolean;
  readonly state: VaultState;
  readonly yaml: Yaml;
}

/** Decides what a set-up or an update would do, note by note, without doing any of it. Notes come in the pack's order. */
export function planHandbook(asked: PlanRequest): Plan {
  const { pack, record, state, yaml } = asked;
  const names = new VaultNames(state.files, state.folders);
  const request = { ...asked, folders: spelledAsIn(names, asked.folders) };
  const history = packHistory(pack);
  const known = knownNotes(state, pack.language, ownPath(request));
  const isNew = (note: PackNote): boolean => !known.has(note.id) && note.since > (record?.packVersion ?? 0);
  const places = newPlaces(request, known, names, isNew);
  const home = known.get(HOME_ID)?.path ?? places.get(HOME_ID)?.path ?? request.folders.home;
  const folders = { ...request.folders, home };

  const targets = linkTargets(pack, history);
  const linkTo = (id: string): string | null => {
    const path = known.get(id)?.path ?? (places.get(id)?.isNew === true ? places.get(id)?.path : undefined);
    const shipped = pack.notes.find((note) => note.id === id)?.path;
    return path === undefined || shipped === undefined ? null : names.linkPath(path, shipped);
  };
  const inVault = (text: string, named: HandbookFolders): string =>
    linksForVault(fillPlaceholders(text, named), targets, linkTo);
  /** Names that an earlier text may have been written with. */
  const namings = [{ ...folders, ...record?.folders }, folders];

  const steps: Step[] = [];
  const deleted: { id: string; path: string; text: string }[] = [];
  for (const note of pack.notes) {
    const place = places.get(note.id);
    const text = inVault(note.text, folders);
    const existing = known.get(note.id);
    if (existing !== undefined) steps.push(...stepsFor(existing, note, text));
    else if (place?.isNew === true) {
      if (place.inTheWay !== null) {
        steps.push({ kind: 'keep', id: null, path: place.inTheWay, reason: 'in-the-way' });
      }
      steps.push({ kind: 'create', id: note.id, path: place.path, text });
    } else if (place !== undefined) deleted.push({ id: note.id, path: place.path, text });
  }
  for (const note of known.values()) {
    if (!pack.notes.some((shipped) => shipped.id === note.id)) {
      steps.push({ kind: 'keep', id: note.id, path: note.path, reason: 'retired' });
    }
  }
  const map = known.get(MAP_ID);
  return {
    pack,
    steps: mapLast(steps),
    record,
    beside: request.beside,
    folders,
    mapPath: map === undefined ? (places.get(MAP_ID)?.path ?? null) : map.copies.length > 0 ? null : map.path,
    deleted,
  };

  function stepsFor(mine: KnownNote, note: PackNote, theirs: string): Step[] {
    const keep = (reason: KeepReason, choice?: NoteChoice): Step[] => [
      { kind: 'keep', id: note.id, path: mine.path, reason, ...(choice === undefined ? {} : { choice }) },
    ];
    if (mine.copies.length > 0) {
      return [mine.path, ...mine.copies].map((path) => ({ kind: 'keep', id: note.id, path, reason: 'doubled' }));
    }
    if (mine.version !== null && mine.version > note.version) return keep('newer');
    const shipped = mine.version === null ? null : history.text(note, mine.version);
    const bases = shipped === null ? [] : namings.map((naming) => inVault(shipped, naming));
    const keys = shipped === null ? [] : shippedKeys(shipped, yaml);
    const mineCounts = canonicalNote(mine.text, keys, yaml);
    const base = bases.find((text) => canonicalNote(text, keys, yaml) === mineCounts);
    if (mine.version === note.version) {
      return [{ kind: 'unchanged', id: note.id, path: mine.path, text: mine.text, edited: base === undefined }];
    }
    const merge = mergeNote(base ?? bases[0] ?? null, mine.text, theirs, yaml);
    const after = merge === null ? null : writeMerge(merge, () => 'theirs', yaml);
    if (merge === null || after === null) return keep('frontmatter');
    if (base !== undefined) {
      return [{ kind: 'update', id: note.id, path: mine.path, before: mine.text, after }];
    }
    const choice = { merge, version: note.version, theirs };
    if (shipped === null) return keep('no-history', choice);
    if (merge.conflicts > 0) return keep('conflict', choice);
    return [{ kind: 'merge', id: note.id, path: mine.path, before: mine.text, after, choice }];
  }
}

function spelledAsIn(names: VaultNames, folders: HandbookFolders): HandbookFolders {
  const folder = (path: string): string => folderOf(names.respelled(`${path}/note.md`));
  return {
    handbook: folder(folders.handbook),
    sources: folder(folders.sources),
    weekly: folder(folders.weekly),
    templates: folder(folders.templates),
    home: names.respelled(folders.home),
  };
}

/** Where the pack itself would put a note in this vault. */
function ownPath({ pack, folders }: PlanRequest): (id: string) => string | null {
  return (id) => {
    const note = pack.notes.find((shipped) => shipped.id === id);
    return note === undefined ? null : placeOf(note, folders);
  };
}

/** The map note carries the record of the whole, so it is written after all others. */
function mapLast(steps: readonly Step[]): Step[] {
  const isMap = (step: Step): boolean => step.id === MAP_ID;
  return [...steps.filter((step) => !isMap(step)), ...steps.filter(isMap)];
}

function shippedKeys(text: string, yaml: Yaml): readonly string[] {
  const read = readFrontmatter(text, yaml);
  return read.ok ? Object.keys(read.data) : [];
}
