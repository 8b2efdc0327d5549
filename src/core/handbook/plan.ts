import type { Yaml } from '../ports';
import { fillPlaceholders, placeOf, type HandbookFolders } from './folders';
import { packHistory } from './history';
import { stepsFor, type Step } from './note-steps';
import { HOME_ID, MAP_ID, type Pack, type PackNote } from './pack';
import { linksForVault, linkTargets } from './pack-links';
import { newPlaces } from './places-of-new';
import type { MapRecord } from './record';
import { VaultNames } from '../vault/names';
import { folderOf } from '../vault/path';
import { knownNotes, type VaultState } from './vault-state';

export interface Plan {
  readonly pack: Pack;
  readonly steps: readonly Step[];
  /** The record before; null at a first set-up. */
  readonly record: MapRecord | null;
  readonly beside: boolean;
  /** Names of the vault that the record will hold. */
  readonly folders: HandbookFolders;
  /** The pack's version that the vault is at once all is written; never below that of the record. */
  readonly version: number;
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
    if (existing !== undefined) {
      const bases = (shipped: string): string[] => namings.map((naming) => inVault(shipped, naming));
      steps.push(...stepsFor({ mine: existing, note, theirs: text, history, bases, yaml }));
    } else if (place?.isNew === true) {
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
    version: Math.max(record?.packVersion ?? 0, pack.version),
    mapPath: map === undefined ? (places.get(MAP_ID)?.path ?? null) : map.copies.length > 0 ? null : map.path,
    deleted,
  };
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
