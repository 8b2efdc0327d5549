import { readFrontmatter, splitNote } from '../markdown/frontmatter';
import type { Yaml } from '../ports';

/**
 * A note whose properties say the same twice, as where two devices filled in one key before they met: each of these once. No
 * other byte changes.
 *
 * @returns null where a key stands there twice with two values, which only the student can tell apart, or where that was not
 *   what is wrong
 */
export function mendProperties(text: string, yaml: Yaml): string | null {
  const { yaml: raw, yamlStart } = splitNote(text);
  if (raw === null || readFrontmatter(text, yaml).ok) return null;
  const seen = new Map<string, string>();
  const kept: string[] = [];
  for (const block of keyBlocks(raw)) {
    const key = KEY.exec(block)?.[1];
    const before = key === undefined ? undefined : seen.get(key);
    if (key === undefined || before === undefined) {
      kept.push(block);
      if (key !== undefined) seen.set(key, block.trimEnd());
    } else if (before !== block.trimEnd()) {
      return null;
    }
  }
  const mended = text.slice(0, yamlStart) + kept.join('') + text.slice(yamlStart + raw.length);
  return readFrontmatter(mended, yaml).ok ? mended : null;
}

const KEY = /^([^\s#:'"-][^:]{0,200}|"[^"]{1,200}"|'[^']{1,200}'):(?=\s|$)/;

/** Top-level keys with the lines that belong to them; remarks and blank lines are pieces of their own. */
function keyBlocks(raw: string): string[] {
  const blocks: string[] = [];
  let isKey = false;
  for (const line of raw.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const goesOn = isKey && /^(?:[ \t]+\S|-(?:\s|$))/.test(line);
    if (goesOn) blocks.push((blocks.pop() ?? '') + line);
    else blocks.push(line);
    if (!goesOn) isKey = KEY.test(line);
  }
  return blocks;
}
