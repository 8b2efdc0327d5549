import { markerRemains, parseMarker } from '../markdown/marker';
import { canonicalLines } from './canonical';
import { insideRanges } from '../markdown/code-spans';
import { scanNote, type ScannedLine } from '../markdown/scan';

/**
 * A part of a note that the plugin wrote and may write anew, between two marker lines that Obsidian hides as comments:
 *
 *     %% rh:begin reading 9f3a1c %%
 *
 *     %% rh:end reading %%
 *
 * The tag is a hash of the canonical text between, so an edit of the student's shows and a rename by the app does not.
 */
export interface GuardedBlock {
  readonly name: string;
  /** As written; anything but six hex digits (a merge of two devices may leave some) matches no text. */
  readonly tag: string;
  /** Line of the begin marker, from 0. */
  readonly line: number;
  /** Where the begin marker's line starts, in UTF-16 units. */
  readonly from: number;
  /** Where the end marker's line ends, before its line ending. */
  readonly to: number;
  /** What stands between the marker lines, line endings and blank lines included. */
  readonly body: string;
}

/** Why markers cannot be trusted. Where one is malformed past recognition, the name is null. */
export type DamageKind = 'malformed' | 'unclosed' | 'unopened' | 'nested' | 'doubled';

export interface BlockDamage {
  readonly name: string | null;
  readonly kind: DamageKind;
  /** Line of the marker, from 0. */
  readonly line: number;
}

/** A line that is a marker, or what is left of one. */
export interface Marker {
  readonly kind: 'begin' | 'end' | 'malformed';
  /** Whether the scanner knows it as one of the two lines of a block. */
  readonly isPaired: boolean;
  readonly name: string | null;
  readonly tag: string;
  readonly line: number;
  readonly from: number;
  /** End of the line, before its line ending. */
  readonly to: number;
  /** Start of the next line; the end of the text on its last line. */
  readonly next: number;
}

export interface ParsedBlocks {
  /** Sound blocks whose name has no damage, in order. */
  readonly blocks: readonly GuardedBlock[];
  readonly damage: readonly BlockDamage[];
  readonly markers: readonly Marker[];
}

const NAMED = /rh:(?:begin|end)[ \t]+([a-z][a-z0-9-]*)/;

/**
 * The blocks of a note and what is wrong with their markers. Markers in code are text about markers.
 *
 * @param lines - the note as it was scanned, where that is known already
 */
export function parseBlocks(text: string, lines?: readonly ScannedLine[]): ParsedBlocks {
  const markers = parseMarkers(text, lines);
  const below = neighbours(markers, true);
  const above = neighbours(markers, false);
  const pairs: GuardedBlock[] = [];
  const damage: BlockDamage[] = [];
  for (let at = 0; at < markers.length; at++) {
    const [marker, after] = [markers[at], markers[at + 1]];
    if (marker === undefined) break;
    const block = after === undefined ? null : blockOf(text, marker, after);
    if (block === null) {
      const other = (marker.kind === 'begin' ? below : above).get(marker);
      damage.push({ name: marker.name, kind: damageOf(marker, other), line: marker.line });
    } else {
      pairs.push(block);
      at++;
    }
  }
  const seen = new Set<string>();
  for (const pair of pairs) {
    if (seen.has(pair.name)) damage.push({ name: pair.name, kind: 'doubled', line: pair.line });
    seen.add(pair.name);
  }
  const damaged = new Set(damage.map((one) => one.name));
  damage.sort((a, b) => a.line - b.line);
  return { blocks: pairs.filter((pair) => !damaged.has(pair.name)), damage, markers };
}

/** The block between two neighbouring markers, if they are a begin and an end of one name. */
export function blockOf(text: string, begin: Marker, end: Marker): GuardedBlock | null {
  if (begin.kind !== 'begin' || end.kind !== 'end' || begin.name === null || begin.name !== end.name) return null;
  if (!begin.isPaired || !end.isPaired) return null;
  const { name, tag, line, from, next } = begin;
  return { name, tag, line, from, to: end.to, body: text.slice(next, end.from) };
}

/** A block as it is written; `body` without blank lines around it. */
export function renderBlock(name: string, body: string, eol: '\n' | '\r\n' = '\n'): string {
  const lines = body === '' ? [] : [body, ''];
  return [`%% rh:begin ${name} ${blockTag(body)} %%`, '', ...lines, `%% rh:end ${name} %%`]
    .join('\n')
    .replace(/\r?\n/g, eol);
}

/** Whether what stands in the block is what the plugin wrote there. */
export function isUntouched(block: GuardedBlock): boolean {
  return block.tag === blockTag(block.body);
}

/** The tag of a text: six hex digits over its canonical form. */
export function blockTag(body: string): string {
  const tag = new TagWriter();
  for (const { key } of canonicalLines(body)) tag.add(key);
  return tag.text;
}

/**
 * Reckons a tag line by line: FNV-1a of 32 bits over the canonical text's UTF-16 units, low byte first, folded to 24
 * bits by xor (as its authors advise for a size that is no power of two).
 */
export class TagWriter {
  private hash = 0x811c9dc5;
  private isEmpty = true;

  /** Takes the next line in, by what of it counts; a blank one does not. */
  add(key: string): void {
    if (key === '') return;
    if (!this.isEmpty) this.addUnit(10);
    this.isEmpty = false;
    for (let at = 0; at < key.length; at++) this.addUnit(key.charCodeAt(at));
  }

  /** The tag of what was taken in. */
  get text(): string {
    return (((this.hash >>> 24) ^ this.hash) & 0xffffff).toString(16).padStart(6, '0');
  }

  private addUnit(unit: number): void {
    const low = Math.imul(this.hash ^ (unit & 0xff), 0x01000193);
    this.hash = Math.imul(low ^ (unit >>> 8), 0x01000193);
  }
}

function parseMarkers(text: string, lines?: readonly ScannedLine[]): Marker[] {
  if (!text.includes('rh:')) return [];
  const markers: Marker[] = [];
  lines ??= scanNote(text);
  for (const { number, start, end, kind, text: content, code, spans } of lines) {
    if (code !== null || kind === 'frontmatter' || !content.includes('rh:')) continue;
    const place = { line: number, from: start, to: end, next: lines[number + 1]?.start ?? text.length };
    const sound = parseMarker(content);
    if (sound !== null) {
      const isPaired = kind === 'marker';
      markers.push({ ...place, kind: sound.edge, isPaired, name: sound.name, tag: sound.tag ?? '' });
    } else if (isMalformed(content, insideRanges(spans))) {
      markers.push({ ...place, kind: 'malformed', isPaired: false, name: NAMED.exec(content)?.[1] ?? null, tag: '' });
    }
  }
  return markers;
}

/** Whether a line holds what was a marker: one of its words beside a sign of a comment, and not in code. */
function isMalformed(line: string, isCode: (position: number) => boolean): boolean {
  const lastSign = line.lastIndexOf('%');
  return markerRemains(line).some(({ from }) => (line.charAt(from) === '%' || from < lastSign) && !isCode(from));
}

/** For each marker the nearest sound one of its name that was passed before, walking up or down. */
function neighbours(markers: readonly Marker[], isUp: boolean): ReadonlyMap<Marker, Marker> {
  const found = new Map<Marker, Marker>();
  const last = new Map<string | null, Marker>();
  for (let step = 0; step < markers.length; step++) {
    const marker = markers[isUp ? markers.length - 1 - step : step];
    if (marker === undefined || marker.kind === 'malformed') continue;
    const passed = last.get(marker.name);
    if (passed !== undefined) found.set(marker, passed);
    last.set(marker.name, marker);
  }
  return found;
}

function damageOf(marker: Marker, other: Marker | undefined): DamageKind {
  if (marker.kind === 'malformed') return 'malformed';
  if (other !== undefined && other.kind !== marker.kind) return 'nested';
  return marker.kind === 'begin' ? 'unclosed' : 'unopened';
}
