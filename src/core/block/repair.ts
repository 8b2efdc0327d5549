import { canonicalText } from './canonical';
import { lineEnding } from '../markdown/frontmatter';
import { blockOf, blockTag, isUntouched, parseBlocks, renderBlock, type Marker } from './guarded-block';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is left of a marker within a line that holds more. */
const REMAINS = /%{0,2}[ \t]*\brh:(?:begin|end)\b(?:[ \t]+[a-z][a-z0-9-]*)?(?:[ \t]+[0-9a-f]{6}\b)?[ \t]*%{0,2}/g;

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
  for (const name of new Set(damage.map((one) => one.name))) {
    const own = markers.filter((marker) => marker.name === name);
    if (name === null) for (const marker of own) edits.push(removal(text, marker));
    else edits.push(...repairOf(text, name, fresh.get(name), own, markers));
  }
  return applied(text, edits);
}

function repairOf(
  text: string,
  name: string,
  fresh: string | undefined,
  own: readonly Marker[],
  all: readonly Marker[],
): Edit[] {
  const pairs = all.flatMap((begin, at) => {
    const end = all[at + 1];
    const block = begin.name === name && end !== undefined ? blockOf(text, begin, end) : null;
    return block === null || end === undefined ? [] : [{ begin, end, block }];
  });
  const kept = pairs.find(({ block }) => isUntouched(block)) ?? pairs[0];
  if (kept !== undefined) {
    const doubles = pairs.filter((pair) => pair !== kept && isUntouched(pair.block));
    const gone = new Set([kept, ...doubles].flatMap(({ begin, end }) => [begin, end]));
    return [
      ...doubles.map(({ begin, end }) => ({ from: begin.from, to: end.next, text: '' })),
      ...own.filter((marker) => !gone.has(marker)).map((marker) => removal(text, marker)),
    ];
  }
  const completed = completion(text, fresh, own, all);
  if (completed !== null) {
    return [completed.edit, ...own.filter((one) => one !== completed.marker).map((one) => removal(text, one))];
  }
  const edits = own.map((marker) => removal(text, marker));
  const first = own[0];
  if (fresh === undefined || first === undefined) return edits;
  const eol = lineEnding(text);
  return [{ from: first.from, to: first.from, text: renderBlock(name, fresh, eol) + eol + eol }, ...edits];
}

/** The missing half of a block of which one marker is left. */
function completion(
  text: string,
  fresh: string | undefined,
  own: readonly Marker[],
  all: readonly Marker[],
): { readonly edit: Edit; readonly marker: Marker } | null {
  const known = new Set(canonicalText(fresh ?? '').split('\n'));
  for (const marker of own) {
    const at = all.indexOf(marker);
    const edit =
      marker.kind === 'begin'
        ? closing(text, marker, all[at + 1]?.from ?? text.length)
        : marker.kind === 'end'
          ? opening(text, marker, all[at - 1]?.next ?? 0, known)
          : null;
    if (edit !== null) return { edit, marker };
  }
  return null;
}

function closing(text: string, begin: Marker, limit: number): Edit | null {
  const eol = lineEnding(text);
  for (let end = begin.next; end < limit;) {
    const newline = text.indexOf('\n', end);
    const next = newline < 0 || newline >= limit ? limit : newline + 1;
    const body = text.slice(begin.next, next);
    if (blockTag(body) === begin.tag) {
      const gap = body.endsWith('\n') ? eol : eol + eol;
      return { from: next, to: next, text: `${gap}%% rh:end ${begin.name ?? ''} %%${eol}` };
    }
    end = next;
  }
  return null;
}

function opening(text: string, end: Marker, limit: number, known: ReadonlySet<string>): Edit | null {
  let from = end.from;
  while (from > limit) {
    const previous = Math.max(limit, text.slice(0, from - 1).lastIndexOf('\n') + 1);
    const line = canonicalText(text.slice(previous, from));
    if (line !== '' && !known.has(line)) break;
    from = previous;
  }
  const body = text.slice(from, end.from);
  if (body.trim() === '') return null;
  const eol = lineEnding(text);
  return { from, to: from, text: `%% rh:begin ${end.name ?? ''} ${blockTag(body)} %%${eol}${eol}` };
}

/** Takes a marker out; a line that holds more than the marker keeps the rest. */
function removal(text: string, marker: Marker): Edit {
  const rest = text.slice(marker.from, marker.to).replace(REMAINS, '');
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
