import { readKeywords } from '../src/core/marks/keywords';
import { marksOf } from '../src/core/marks/marks-of';
import { inOneGo } from '../src/core/steps';
import { closeBrowser, openPage } from '../test/host/node';
import { middleMean, type Figure } from './figure';
import { handbook } from './search/corpus';
import { worked } from './work';

export const name = 'Marks';

const NOTES = 10_000;
const KEYS = 60;
const WARM = 10;
/** Four more than the usual six. */
const KEYWORDS = 'TODO=待办\nFIXME=修正\nIDEA=想法\nASK=提问\nREAD=待读\nNOTE=备注\nHYP=假设\nBUG\nPERF\nCITE=引用';

/** The handbook's own lines, in an order of their own, with a mark every so many. */
function noteOf(length: number, seed: number, every: number): string {
  const lines = [...handbook('zh').notes.values(), ...handbook('en').notes.values()].join('\n').split('\n');
  let text = `# Note ${String(seed)}\n\n`;
  for (let at = 1; text.length < length; at++) {
    text += `${lines[(seed * 7919 + at * 31) % lines.length] ?? ''}\n`;
    if (at % every === 0) text += `\nTODO(${String(at)}): look at it again\n\n`;
  }
  return Buffer.from(text).toString(); // in one piece, as a file is read
}

/** As a vault is: 1,900 characters a note, one note in ten with marks. */
function scanned(): Figure {
  const rules = { keywords: readKeywords(KEYWORDS), code: true };
  const notes = Array.from({ length: NOTES }, (_, at) => noteOf(1900, at, at % 10 === 0 ? 12 : Infinity));
  for (const text of notes.slice(0, 200)) inOneGo(marksOf(text, rules));
  const began = worked();
  let marks = 0;
  for (const text of notes) marks += inOneGo(marksOf(text, rules)).length;
  const took = worked() - began;
  return {
    label: `10,000 notes scanned for ten keywords (${String(marks)} marks), work`,
    value: `${took.toFixed(0)} ms`,
    target: '≤ 250 ms',
    holds: took <= 250,
  };
}

/** What a keystroke takes with the colours, less what it takes without: by turns, in one page. */
async function typed(): Promise<Figure[]> {
  const opened = await openPage({
    plugin: true,
    files: { 'a.md': noteOf(50_000, 1, 9) },
    data: { markKeywords: KEYWORDS },
  });
  try {
    await opened.open('a.md', 'live');
    const times = await opened.page.evaluate(
      async ({ keys, warm }) => {
        const view = window.__host.app.workspace.getLeavesOfType('markdown')[0]?.view as unknown as {
          editor: { replaceRange(text: string, from: { line: number; ch: number }): void };
        };
        const { plugins } = window.__host.app as unknown as {
          plugins: { plugins: Record<string, { store: { set(key: string, value: boolean): Promise<void> } }> };
        };
        const store = plugins.plugins['research-handbook']?.store;
        const found: { on: number[]; off: number[] } = { on: [], off: [] };
        for (let round = 0; round < 4; round++) {
          const isOn = round % 2 === 0;
          await store?.set('markColours', isOn);
          for (let key = 0; key < keys; key++) {
            const began = performance.now();
            view.editor.replaceRange('x', { line: 2, ch: 0 });
            const took = performance.now() - began;
            if (key >= warm) found[isOn ? 'on' : 'off'].push(took);
            await new Promise((resolve) => setTimeout(resolve, 0));
          }
        }
        return { ...found, chips: document.querySelectorAll('.rh-mark').length };
      },
      { keys: KEYS, warm: WARM },
    );
    const [on, off] = [middleMean(times.on), middleMean(times.off)];
    return [
      {
        label: 'a key in a note of 50 kB, for the colours alone',
        value: `${(on - off).toFixed(2)} ms`,
        target: '≤ 4 ms',
        holds: on - off <= 4,
      },
      { label: 'the whole key, with and without', value: `${on.toFixed(2)} ms, ${off.toFixed(2)} ms` },
    ];
  } finally {
    await opened.close();
    await closeBrowser();
  }
}

export async function run(): Promise<Figure[]> {
  return [scanned(), ...(await typed())];
}
