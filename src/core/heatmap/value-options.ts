import type { OptionItem, OptionMap } from '../options/option-map';
import { writtenValue } from '../text/written-value';
import { HUES, hueColour, MOST_COLOURS } from './palette';
import type { HeatmapProblemCode } from './problem-code';
import { VALUE_KINDS, ValueReader, type Word } from './values';

type Root = OptionMap<HeatmapProblemCode>;

/** `values`: a kind by its name; or words, as a list from the least to the most, or as keys with a colour each. */
export function readValues(root: Root): ValueReader {
  const raw = root.raw('values');
  if (raw === undefined || typeof raw !== 'object' || raw === null) {
    return new ValueReader(root.oneOf('values', VALUE_KINDS) ?? 'numbers');
  }
  const words = Array.isArray(raw) ? listed(root) : keyed(root);
  if (words.length > MOST_COLOURS) {
    const value = words.map(({ written }) => written).join(', ');
    root.problems.add('too-many-words', ['values'], { value, known: [String(MOST_COLOURS)] });
  }
  return new ValueReader('words', words);
}

function listed(root: Root): readonly Word[] {
  return (root.items('values') ?? []).flatMap((item) => {
    const written = writtenValue(item.value);
    return written === '' ? [] : [{ written, said: written, colour: null }];
  });
}

function keyed(root: Root): readonly Word[] {
  const map = root.map('values', 'good: green');
  return Object.keys(map?.all ?? {}).map((written) => {
    const [colour, ...said] = map?.items(written) ?? [];
    return {
      written,
      said: said.map(({ value }) => writtenValue(value)).join(' ') || written,
      colour: colour === undefined ? null : colourOf(colour),
    };
  });
}

/** A hue of the theme by its name, else as CSS writes it, which only the browser can check. */
function colourOf({ value }: OptionItem): string | null {
  const text = writtenValue(value);
  const hue = HUES.find((one) => one === text.toLowerCase());
  return text === '' ? null : hue === undefined ? text : hueColour(hue);
}
