/* eslint-disable @typescript-eslint/no-explicit-any */
// Reading view: markdown-it -> sections -> post-processors, with the lifecycle real plugins rely on.
import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import * as mocks from 'obsidian-test-mocks/obsidian';
import { host } from '../state';

const M = mocks as any;
const md = new MarkdownIt({ html: true, linkify: true, breaks: true });
md.inline.ruler.before('link', 'wikilink', (state, silent) => {
  const m = /^(!?)\[\[([^\]\n]+?)\]\]/.exec(state.src.slice(state.pos));
  if (!m) return false;
  if (!silent) {
    const [target = '', alias] = (m[2] ?? '').split('|');
    const t = state.push(m[1] ? 'embed' : 'wikilink', '', 0);
    t.meta = { target, text: alias ?? target };
  }
  state.pos += m[0].length;
  return true;
});
md.inline.ruler.before('text', 'tag', (state, silent) => {
  if (state.src[state.pos] !== '#' || (state.pos > 0 && !/\s/.test(state.src[state.pos - 1] ?? ''))) return false;
  const m = /^#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/u.exec(state.src.slice(state.pos));
  if (!m) return false;
  if (!silent) state.push('hashtag', '', 0).content = m[0];
  state.pos += m[0].length;
  return true;
});
const esc = md.utils.escapeHtml;
md.renderer.rules['wikilink'] = (t, i) => {
  const { target, text } = t[i]!.meta;
  return `<a class="internal-link" data-href="${esc(target)}" href="${esc(target)}">${esc(text)}</a>`;
};
md.renderer.rules['embed'] = (t, i) => {
  const { target } = t[i]!.meta;
  return `<span class="internal-embed" src="${esc(target)}" alt="${esc(target)}"></span>`;
};
md.renderer.rules['hashtag'] = (t, i) => `<a class="tag" href="${esc(t[i]!.content)}">${esc(t[i]!.content)}</a>`;
md.core.ruler.push('tasks', (state) => {
  state.tokens.forEach((t, i) => {
    const m =
      t.type === 'inline' && state.tokens[i - 2]?.type === 'list_item_open' ? /^\[(.)\]\s/.exec(t.content) : null;
    if (!m || !t.children?.[0]) return;
    const item = state.tokens[i - 2]!;
    item.attrJoin('class', 'task-list-item');
    item.attrSet('data-task', m[1] === ' ' ? '' : m[1]!);
    t.children[0].content = t.children[0].content.slice(m[0].length);
    const box = new state.Token('html_inline', '', 0);
    box.content = `<input type="checkbox" class="task-list-item-checkbox"${m[1] === ' ' ? '' : ' checked'}>`;
    t.children.unshift(box);
  });
});

export function toHtml(source: string): string {
  return DOMPurify.sanitize(md.render(source), { ADD_ATTR: ['target'] });
}

const strip = (source: string): { body: string; skipped: number } => {
  const fmEnd = M.getFrontMatterInfo(source).contentStart;
  return {
    body: source.slice(fmEnd).replace(/%%[\s\S]*?%%/g, (s) => s.replace(/[^\n]/g, '')),
    skipped: source.slice(0, fmEnd).split('\n').length - 1,
  };
};
const context = (el: HTMLElement, sourcePath: string, owner: any, info: any): any => ({
  docId: 'doc',
  sourcePath,
  frontmatter: host.app?.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
  el,
  remainingNestLevel: 4,
  addChild: (c: any) => {
    owner.addChild(c);
  },
  getSectionInfo: () => info,
});
/** Reading view: one div per top-level block, each post-processed by itself, with section info. */
export async function renderSections(source: string, el: HTMLElement, sourcePath: string, owner: any): Promise<void> {
  const { body, skipped } = strip(source);
  const env = {};
  const tokens = md.parse(body, env);
  for (let i = 0; i < tokens.length;) {
    let j = i;
    let depth = 0;
    do {
      depth += tokens[j]!.nesting;
      j++;
    } while (depth > 0 && j < tokens.length);
    const map = tokens[i]!.map ?? [0, 0];
    const section = el.createDiv({ cls: `el-${tokens[i]!.tag || 'div'}` });
    section.innerHTML = DOMPurify.sanitize(md.renderer.render(tokens.slice(i, j), md.options, env));
    await postProcess(
      section,
      context(section, sourcePath, owner, { text: source, lineStart: map[0] + skipped, lineEnd: map[1] - 1 + skipped }),
    );
    i = j;
  }
}
/** MarkdownRenderer.render: children go straight into `el`; no section info. */
export async function renderInto(
  _app: any,
  source: string,
  el: HTMLElement,
  sourcePath: string,
  owner: any,
): Promise<void> {
  const part = createDiv();
  part.innerHTML = toHtml(strip(source).body);
  await postProcess(part, context(part, sourcePath, owner, null));
  el.append(...Array.from(part.childNodes));
}

export async function postProcess(section: HTMLElement, ctx: any): Promise<void> {
  for (const { fn } of [...host.postProcessors].sort((a, b) => a.order - b.order)) {
    try {
      await fn(section, ctx);
    } catch (e) {
      console.error('post-processor failed', e);
    }
  }
}

export function codeBlockPostProcessor(language: string, handler: any): any {
  return async (el: HTMLElement, ctx: any) => {
    for (const code of Array.from(el.querySelectorAll('pre > code'))) {
      if (!code.classList.contains(`language-${language}`)) continue;
      const block = createDiv({ cls: `block-language-${language}` });
      code.parentElement!.replaceWith(block);
      try {
        await handler((code.textContent ?? '').replace(/\n$/, ''), block, ctx);
      } catch (e) {
        block.createEl('pre', { text: String(e) });
        console.error(e);
      }
    }
  };
}

export class MarkdownRenderer extends M.MarkdownRenderer {
  static override async render(app: any, source: string, el: HTMLElement, path: string, owner: any): Promise<void> {
    await renderInto(app, source, el, path, owner);
  }
  static override async renderMarkdown(source: string, el: HTMLElement, path: string, owner: any): Promise<void> {
    await renderInto(host.app, source, el, path, owner);
  }
}
export class MarkdownPreviewRenderer extends M.MarkdownPreviewRenderer {
  static override createCodeBlockPostProcessor = codeBlockPostProcessor;
  static override registerPostProcessor(fn: any, order = 0): void {
    host.postProcessors.push({ fn, order });
  }
  static override unregisterPostProcessor(fn: any): void {
    host.postProcessors = host.postProcessors.filter((p) => p.fn !== fn);
  }
}
