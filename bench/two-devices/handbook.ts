// A note of the handbook that an update brings to its next version while the student types in it on the other device.
import { stepsFor } from '../../src/core/handbook/note-steps';
import { readFrontmatter } from '../../src/core/markdown/frontmatter';
import { setFrontmatter } from '../../src/core/markdown/frontmatter-edit';
import { belowFrontmatter, yaml, type Kind } from './kind';
import type { Random } from './random';

const ID = 'servers/some';
const PATH = '手册/服务器/某一篇.md';

/**
 * An update with merging switched on: notes as shipped are replaced, and those that the student changed are merged where
 * that is clean.
 *
 * @param notes - texts of shipped notes
 */
export function handbookUpdate(notes: readonly string[]): Kind {
  return {
    name: 'a handbook update',
    mayTouch: belowFrontmatter,
    make: (random) => {
      const first = setFrontmatter(random.pick(notes), { 'handbook-version': 1 }, yaml) ?? '';
      const shipped = [first];
      return {
        text: first,
        write: (text) => {
          const theirs = nextVersion(shipped.at(-1) ?? '', shipped.length + 1, random);
          shipped.push(theirs);
          const read = readFrontmatter(text, yaml);
          const version = read.ok ? Number(read.data['handbook-version']) : null;
          const [step] = stepsFor({
            mine: { id: ID, language: 'zh', path: PATH, version, text, copies: [] },
            note: { id: ID, path: PATH, since: 1, version: shipped.length, title: '', text: theirs },
            theirs,
            history: { text: (_note, of) => shipped[of - 1] ?? null, formerPaths: () => [] },
            bases: (base) => [base],
            yaml,
          });
          return step?.kind === 'update' || step?.kind === 'merge' ? step.after : text;
        },
      };
    },
  };
}

/** The same note with one to four lines of prose said anew, one put in or one taken out. */
function nextVersion(text: string, version: number, random: Random): string {
  let lines = (setFrontmatter(text, { 'handbook-version': version }, yaml) ?? '').split('\n');
  for (let left = random.whole(1, 4); left > 0; left--) {
    const places = lines.flatMap((line, at) =>
      /^[^\s#|`>-]/.test(line) && belowFrontmatter(line, lines, at) ? [at] : [],
    );
    const at = random.pick(places);
    const said = `这一版的第 ${String(version)} 种说法〔${String(random.whole(0, 1e9))}〕。`;
    const instead = random.pick([[said], [`${lines[at] ?? ''}${said}`], [lines[at] ?? '', '', said], []]);
    lines = [...lines.slice(0, at), ...instead, ...lines.slice(at + 1)];
  }
  return lines.join('\n');
}
