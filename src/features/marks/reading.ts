import { loadPrism, MarkdownView, type MarkdownPostProcessorContext, type MarkdownSectionInformation } from 'obsidian';
import { lineMarks, MASK } from '../../core/marks/line-marks';
import type { MarkRules } from '../../core/marks/marks-in';
import { scanNote, type ScannedLine } from '../../core/markdown/scan';
import type { Context } from '../context';
import { markLook } from './look';

/** What begins a line of its own. */
const BLOCKS = 'p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, pre, summary, .callout-title-inner';
/** What is no place for a mark; the names of the app's own elements, and what plugins draw. */
const NO_PLACE = 'a, code, button, mjx-container, .math, .internal-embed, .metadata-container, [class^="rh-"]';

/** Colours the marks of what reading view draws: it runs over each piece, callouts and tables of live preview among them. */
export function colourReading(ctx: Context): (el: HTMLElement, note: MarkdownPostProcessorContext) => Promise<void> {
  const guarded = new GuardedLines();
  return async (el, note) => {
    if (!ctx.settings.values.markColours) return;
    const rules = ctx.marks.rules();
    const { pattern } = rules.keywords;
    pattern.lastIndex = 0;
    if (!pattern.test(el.textContent)) return;
    if (!ctx.marks.mayHold(note.sourcePath, (note.frontmatter as Record<string, unknown> | null | undefined) ?? {}))
      return;
    if (guarded.holds(note.getSectionInfo(el))) return;
    if (el.querySelector('pre > code') !== null) await loadPrism(); // what the app colours is drawn anew then
    if (!ctx.unloaded.aborted) colour(el, rules);
  };
}

/** Draws what is open in reading view anew, since marks are to look otherwise. */
export function redrawReading({ app }: Context): void {
  for (const { view } of app.workspace.getLeavesOfType('markdown'))
    if (view instanceof MarkdownView) view.previewMode.rerender(true);
}

/** Takes the colours out again, since the plugin goes while notes stay open. */
export function uncolourReading({ app }: Context): void {
  for (const { view } of app.workspace.getLeavesOfType('markdown')) {
    for (const chip of view.containerEl.findAll('.markdown-rendered .rh-mark, .markdown-preview-view .rh-mark'))
      chip.replaceWith(chip.textContent);
  }
}

/** Tells whether a piece of a note is what the plugin filled in; a note is scanned once for all its pieces. */
class GuardedLines {
  private text = '';
  private lines: readonly ScannedLine[] = [];

  holds(section: MarkdownSectionInformation | null): boolean {
    if (section?.text.includes('rh:begin') !== true) return false;
    if (section.text !== this.text) this.lines = scanNote(section.text);
    this.text = section.text;
    return this.lines[section.lineStart]?.kind === 'guarded';
  }
}

/** A line as it is drawn: its text, and the nodes that it is in. */
interface DrawnLine {
  readonly block: Element;
  text: string;
  readonly nodes: { readonly node: Text; readonly at: number; readonly from: number }[];
}

function colour(el: HTMLElement, rules: MarkRules): void {
  // From the end, so that what is cut off a node is behind what is still to come.
  for (const line of drawnLines(el).reverse()) {
    const isCode = line.block.matches('pre');
    if (isCode && !rules.code) continue;
    const item = line.block.closest('li');
    const isTicked = item?.matches('[data-task="x"], [data-task="X"]') === true;
    for (const { keyword, from, to, argFrom } of lineMarks(line.text, rules.keywords, isCode).reverse()) {
      const place = line.nodes.filter((one) => one.at <= from).at(-1);
      if (place === undefined) continue;
      const { node, at, from: offset } = place;
      const start = offset + from - at;
      const topicAt = argFrom < to ? argFrom - 1 : to;
      const isWhole = start + to - from <= node.length; // a topic may hold a link
      const end = Math.min(node.length, start + (isWhole ? to : topicAt) - from);
      const chip = el.createSpan({ cls: 'rh-mark', attr: markLook(keyword) });
      if (isTicked || node.parentElement?.closest('del, s') != null) chip.addClass('is-done');
      const words = node.splitText(start);
      words.splitText(end - start);
      words.replaceWith(chip);
      chip.append(words.data.slice(0, topicAt - from));
      if (words.length > topicAt - from)
        chip.createSpan({ cls: 'rh-mark-topic', text: words.data.slice(topicAt - from) });
    }
  }
}

function drawnLines(el: HTMLElement): DrawnLine[] {
  const lines: DrawnLine[] = [];
  let open = null as DrawnLine | null;
  const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.instanceOf(Element)) {
      if (node.matches('br')) open = null;
      continue;
    }
    const text = node as Text;
    const parent = text.parentElement ?? el;
    const block: Element = parent.closest(BLOCKS) ?? el;
    if (!el.contains(block)) continue;
    const isPlace = block.matches('pre:not(.frontmatter)') || parent.closest(NO_PLACE) === null;
    let from = 0;
    for (const part of text.data.split('\n')) {
      const line: DrawnLine = open?.block === block && from === 0 ? open : { block, text: '', nodes: [] };
      if (line !== open) lines.push(line);
      open = line;
      if (isPlace) line.nodes.push({ node: text, at: line.text.length, from });
      line.text += isPlace ? part : MASK.repeat(part.length);
      from += part.length + 1;
    }
  }
  return lines;
}
