// Reading view: one element per block. When the note changes, blocks whose text is the same stay as they are.
import { Component } from '../base/component';
import type { SectionInfo } from '../registries';
import { visibleBody } from './body';
import { contextFor } from './process';
import { drawBlock } from './render';
import { type Block, blocksOf } from './syntax';

interface Section {
  readonly key: string;
  readonly el: HTMLElement;
  readonly owner: Component;
  info: SectionInfo;
}

export class Preview extends Component {
  private sections: Section[] = [];
  private drawing: Promise<void> = Promise.resolve();
  private shown = { text: '', path: '' };

  constructor(private readonly containerEl: HTMLElement) {
    super();
  }

  /** What carries the note's classes. */
  get el(): HTMLElement {
    return this.containerEl.parentElement ?? this.containerEl;
  }

  /** Draws the text; answers when every section is processed. */
  set(text: string, sourcePath: string): Promise<void> {
    this.drawing = this.drawing.then(() => this.draw(text, sourcePath));
    return this.drawing;
  }

  /** Draws everything anew. */
  rerender(): void {
    const { text, path } = this.shown;
    this.clear();
    void this.set(text, path);
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  clear(): void {
    for (const section of this.sections) this.discard(section);
    this.sections = [];
  }

  /** The line in the note of the list item that an element stands in. */
  lineOf(el: Element): number | null {
    const section = this.sections.find((each) => each.el.contains(el));
    const item = el.closest('[data-line]');
    return section === undefined || item === null
      ? null
      : section.info.lineStart + Number(item.getAttribute('data-line'));
  }

  get(): string {
    return this.shown.text;
  }

  private async draw(text: string, sourcePath: string): Promise<void> {
    this.shown = { text, path: sourcePath };
    const { body, skipped } = visibleBody(text);
    const lines = body.split('\n');
    const old = [...this.sections];
    const next: Section[] = [];
    const fresh: { section: Section; block: Block }[] = [];
    for (const block of blocksOf(body)) {
      const info: SectionInfo = {
        text,
        lineStart: block.lines[0] + skipped,
        lineEnd: lastLine(lines, block.lines) + skipped,
      };
      const key = `${sourcePath}\n${block.html}`;
      const kept = old.findIndex((section) => section.key === key);
      if (kept === -1) {
        const owner = this.addChild(new Component());
        const section: Section = { key, el: createDiv({ cls: `el-${block.tag}` }), owner, info };
        next.push(section);
        fresh.push({ section, block });
        continue;
      }
      const section = old.splice(kept, 1)[0];
      if (section === undefined) continue;
      section.info = info;
      next.push(section);
    }
    for (const section of old) this.discard(section);
    this.sections = next;
    this.place(next);
    for (const { section, block } of fresh) {
      await drawBlock(
        block,
        section.el,
        contextFor(sourcePath, section.owner, () => section.info),
        section.owner,
      );
    }
  }

  /** Puts the sections in order, moving none that already stands right. */
  private place(sections: readonly Section[]): void {
    let after: ChildNode | null = this.containerEl.querySelector(':scope > .mod-header');
    for (const { el } of sections) {
      const here: ChildNode | null = after === null ? this.containerEl.firstChild : after.nextSibling;
      if (here !== el) this.containerEl.insertBefore(el, here);
      after = el;
    }
  }

  private discard(section: Section): void {
    section.el.remove();
    this.removeChild(section.owner);
  }
}

/** Blank lines after a block are not part of it. */
function lastLine(lines: readonly string[], [from, to]: readonly [number, number]): number {
  let last = to - 1;
  while (last > from && (lines[last] ?? '').trim() === '') last -= 1;
  return last;
}
