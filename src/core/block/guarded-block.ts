import { parseMarker } from './marker';
import { canonicalText } from './canonical';
import { codeRanges, fencedRanges, insideRanges } from '../markdown/code-ranges';

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

const REMAINS = /%[ \t]*rh:(?:begin|end)\b|\brh:(?:begin|end)\b[^%]*%/;
const NAMED = /rh:(?:begin|end)[ \t]+([a-z][a-z0-9-]*)/;

/** The blocks of a text and what is wrong with their markers. Markers in code are text about markers. */
export function parseBlocks(text: string): ParsedBlocks {
  const markers = parseMarkers(text);
  const pairs: GuardedBlock[] = [];
  const damage: BlockDamage[] = [];
  for (let at = 0; at < markers.length; at++) {
    const [marker, after] = [markers[at], markers[at + 1]];
    if (marker === undefined) break;
    const block = after === undefined ? null : blockOf(text, marker, after);
    if (block === null) {
      damage.push({ name: marker.name, kind: damageOf(markers, at), line: marker.line });
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

/**
 * Six hex digits over the canonical text: FNV-1a of 32 bits over its UTF-16 units, low byte first, folded to 24 bits
 * by xor (as its authors advise for a size that is no power of two).
 */
export function blockTag(body: string): string {
  const text = canonicalText(body);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0');
}

function parseMarkers(text: string): Marker[] {
  if (!text.includes('rh:')) return [];
  const markers: Marker[] = [];
  const inFence = insideRanges(fencedRanges(text));
  const inCode = insideRanges(codeRanges(text));
  let from = 0;
  let line = 0;
  for (const raw of text.split('\n')) {
    const next = Math.min(from + raw.length + 1, text.length);
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const place = { line, from, to: from + content.length, next };
    const sound = parseMarker(content);
    const remains = sound === null ? REMAINS.exec(content) : null;
    if (sound !== null && !inFence(from)) {
      markers.push({ ...place, kind: sound.edge, name: sound.name, tag: sound.tag ?? '' });
    } else if (remains !== null && !inCode(from + remains.index)) {
      markers.push({ ...place, kind: 'malformed', name: NAMED.exec(content)?.[1] ?? null, tag: '' });
    }
    from += raw.length + 1;
    line++;
  }
  return markers;
}

function damageOf(markers: readonly Marker[], at: number): DamageKind {
  const marker = markers[at];
  if (marker === undefined || marker.kind === 'malformed') return 'malformed';
  const [others, wanted] =
    marker.kind === 'begin' ? [markers.slice(at + 1), 'end'] : [markers.slice(0, at).reverse(), 'begin'];
  const same = others.find((other) => other.name === marker.name && other.kind !== 'malformed');
  if (same?.kind === wanted) return 'nested';
  return marker.kind === 'begin' ? 'unclosed' : 'unopened';
}
