import { expect, it } from 'vitest';
import { pluginWith } from '../handbook/versions';
import { type History, live } from './history';
import type { Lost } from './life';

/** `scripts/histories.mjs` sets these, to live more of them, and others. */
const { HISTORIES, HISTORIES_FROM } = process.env;
const COUNT = Number(HISTORIES ?? 4);
const FIRST = Number(HISTORIES_FROM ?? 1);

const sum = (lived: readonly History[], of: (one: History) => number): number =>
  lived.reduce((all, one) => all + of(one), 0);

/** What a sync of Obsidian's own rules loses whoever wrote it: one of two notes that both devices made before they met. */
const isTheSyncs = ({ madeTwice }: Lost): boolean => madeTwice;
/** Said before an update is applied: a sync may lose words that are typed beside what it changes. */
const isForetold = ({ path, atMeeting }: Lost): boolean =>
  atMeeting && /^(?:Handbook|Templates)\/|^Home\.md$/.test(path);

/** Of a note that both had and the plugin wrote in: what the sync's patches did not find room for. */
const isBesideOurs = (one: Lost): boolean => one.atMeeting && !isTheSyncs(one) && !isForetold(one);

function figures(lived: readonly History[], devices: 1 | 2): Readonly<Record<string, number>> {
  const group = lived.filter((one) => one.devices === devices);
  const lost = group.flatMap((one) => one.lost);
  return {
    devices,
    histories: group.length,
    steps: sum(group, ({ steps }) => steps),
    commands: sum(group, ({ commands }) => commands),
    words: sum(group, ({ words }) => words),
    lost: lost.filter((one) => !one.atMeeting).length,
    'lost in a sync': lost.filter((one) => isBesideOurs(one) && !one.offered).length,
    'lost in a sync, offered again': lost.filter((one) => isBesideOurs(one) && one.offered).length,
    'foretold (handbook)': lost.filter((one) => !isTheSyncs(one) && isForetold(one)).length,
    'in a note made on both': lost.filter(isTheSyncs).length,
  };
}

it(`loses no word in ${String(COUNT)} random lives of a vault, whatever goes wrong`, async () => {
  const plugins = { first: await pluginWith(1), later: await pluginWith(2) };
  const lived: History[] = [];
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) lived.push(await live(seed, plugins));
  if (HISTORIES !== undefined) console.table([figures(lived, 1), figures(lived, 2)]);
  const lost = lived.flatMap((one) => one.lost.map((word) => ({ ...word, seed: one.seed })));
  expect(lost.filter((one) => !one.atMeeting)).toEqual([]);
  expect(lost.filter((one) => isBesideOurs(one) && !one.offered)).toEqual([]);
  expect(lived.flatMap(({ seed, errors }) => errors.map((error) => [seed, error]))).toEqual([]);
}, 7_200_000);
