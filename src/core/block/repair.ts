import { canonicalLines, canonicalText } from './canonical';
import { lineEnding } from '../markdown/frontmatter';
import {
  blockOf,
  blockTag,
  isUntouched,
  parseBlocks,
  renderBlock,
  TagWriter,
  type GuardedBlock,
  type Marker,
} from './guarded-block';
import { markerRemains } from '../markdown/marker';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Makes damaged markers sound again, when the student asks for it. Only marker lines go, and doubles that are still
 * exactly what the plugin wrote; every other line stays, inside a block or as the student's own text.
 *
 * Of several blocks of one name the first untouched one counts, else the first. A begin without its end is closed where
 * its tag fits; an end without its begin is opened above the lines that `fresh` has too. Failing that, a fresh block
 * stands where the first marker stood, and what was there follows it as plain text.
 */
export function repairBlocks(text: string, fresh: ReadonlyMap<string, string>): string {
  const { damage, markers } = parseBlocks(text);
  if (damage.length === 0) return text;
  const edits: Edit[] = [];
  const byName = new Map<string | null, OwnMarker[]>(damage.map(({ name }) => [name, []]));
  markers.forEach((marker, at) => {
    byName.get(marker.name)?.push({ marker, above: markers[at - 1] ?? null, below: markers[at + 1] ?? null });
  });
  for (const [name, own] of byName) {
    if (name === null) for (const { marker } of own) edits.push(removal(text, marker));
    else edits.push(...repairOf(text, name, fresh.get(name), own));
  }
  return applied(text, edits);
}

/** A marker of the block at hand, with those of any block next to it. */
interface OwnMarker {
  readonly marker: Marker;
  readonly above: Marker | null;
  readonly below: Marker | null;
}

interface Pair {
  readonly begin: Marker;
  readonly end: Marker;
  readonly block: GuardedBlock;
}

function repairOf(text: string, name: string, fresh: string | undefined, own: readonly OwnMarker[]): Edit[] {
  const removals = (but: (marker: Marker) => boolean): Edit[] =>
    own.flatMap(({ marker }) => (but(marker) ? [] : [removal(text, marker)]));
  const pairs = own.flatMap(({ marker, below }): Pair[] => {
    const block = below === null ? null : blockOf(text, marker, below);
    return block === null || below === null ? [] : [{ begin: marker, end: below, block }];
  });
  const kept = pairs.find(({ block }) => isUntouched(block)) ?? pairs[0];
  if (kept !== undefined) {
    const doubles = pairs.filter((pair) => pair !== kept && isUntouched(pair.block));
    const gone = new Set([kept, ...doubles].flatMap(({ begin, end }) => [begin, end]));
    return [
      ...doubles.map(({ begin, end }) => ({ from: begin.from, to: end.next, text: '' })),
      ...removals((marker) => gone.has(marker)),
    ];
  }
  const completed = completion(text, fresh, own);
  if (completed !== null) return [completed.edit, ...removals((marker) => marker === completed.marker)];
  const edits = removals(() => false);
  const first = own[0]?.marker;
  if (fresh === undefined || first === undefined) return edits;
  const eol = lineEnding(text);
  return [{ from: first.from, to: first.from, text: renderBlock(name, fresh, eol) + eol + eol }, ...edits];
}

/** The missing half of a block of which one marker is left. */
function completion(
  text: string,
  fresh: string | undefined,
  own: readonly OwnMarker[],
): { readonly edit: Edit; readonly marker: Marker } | null {
  const known = new Set(canonicalText(fresh ?? '').split('\n'));
  for (const { marker, above, below } of own) {
    const edit =
      marker.kind === 'begin'
        ? closing(text, marker, below?.from ?? text.length)
        : marker.kind === 'end'
          ? opening(text, marker, above?.next ?? 0, known)
          : null;
    if (edit !== null) return { edit, marker };
  }
  return null;
}

/** An end after the line down to which the tag fits. */
function closing(text: string, begin: Marker, limit: number): Edit | null {
  const eol = lineEnding(text);
  const tag = new TagWriter();
  let end = begin.next;
  for (const line of canonicalLines(text.slice(begin.next, limit))) {
    tag.add(line.key);
    end += line.text.length;
    if (tag.text === begin.tag) {
      const gap = line.text.endsWith('\n') ? eol : eol + eol;
      return { from: end, to: end, text: `${gap}%% rh:end ${begin.name ?? ''} %%${eol}` };
    }
  }
  return null;
}

/** A begin above the lines that the new text has, too. */
function opening(text: string, end: Marker, limit: number, known: ReadonlySet<string>): Edit | null {
  let from = end.from;
  for (const line of canonicalLines(text.slice(limit, end.from)).reverse()) {
    if (line.key !== '' && !known.has(line.key)) break;
    from -= line.text.length;
  }
  const body = text.slice(from, end.from);
  if (body.trim() === '') return null;
  const eol = lineEnding(text);
  return { from, to: from, text: `%% rh:begin ${end.name ?? ''} ${blockTag(body)} %%${eol}${eol}` };
}

/** Takes a marker out; a line that holds more than the marker keeps the rest. */
function removal(text: string, marker: Marker): Edit {
  const line = text.slice(marker.from, marker.to);
  let rest = '';
  let copied = 0;
  for (const { from, to } of markerRemains(line)) {
    rest += line.slice(copied, from);
    copied = to;
  }
  rest += line.slice(copied);
  return rest.trim() === ''
    ? { from: marker.from, to: marker.next, text: '' }
    : { from: marker.from, to: marker.to, text: rest };
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let copied = 0;
  // An insertion comes before what is taken out at the same place.
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(copied, edit.from) + edit.text;
    copied = edit.to;
  }
  return result + text.slice(copied);
}
