import { codeSpans } from './code-spans';
import { linksOfLine } from './links';
import { masked } from './masked';

/** A tag as the app knows one: at the start, behind a blank, or behind an opening bracket or a Chinese mark. */
const TAG = /(?:^|[\s(（，。；：、])(#[\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]+)/gu;

/** The tags of one line, with `#`; what stands in code or in a link (`[[plan#run]]`) is none. */
export function tagsOfLine(text: string): string[] {
  if (!text.includes('#')) return [];
  const code = codeSpans(text);
  const outside = masked(text, [...code, ...linksOfLine(text, code)], '|');
  return [...outside.matchAll(TAG)].flatMap(([, tag = '']) => (/^#[\p{N}/]+$/u.test(tag) ? [] : [tag]));
}

/** Whether one of the tags is a wanted one or lies below it (`cv/vit` is a `cv`); case and `#` do not matter. */
export function hasTag(tags: readonly string[], wanted: readonly string[]): boolean {
  const plain = (tag: string): string => tag.replace(/^#/, '').toLowerCase();
  const have = tags.map(plain);
  return wanted.map(plain).some((tag) => have.some((one) => one === tag || one.startsWith(`${tag}/`)));
}
