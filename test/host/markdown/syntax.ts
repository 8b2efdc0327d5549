// Markdown as Obsidian writes it: CommonMark and tables, with wikilinks, embeds, tags, highlights, comments and tasks.
import MarkdownIt from 'markdown-it';
import type { RuleInline } from 'markdown-it/lib/parser_inline.mjs';

const md = new MarkdownIt({ html: true, linkify: true, breaks: true });

interface LinkMeta {
  readonly target: string;
  readonly text: string;
}

const wikilink: RuleInline = (state, silent) => {
  const m = /^(!?)\[\[([^\]\n]+?)\]\]/.exec(state.src.slice(state.pos));
  if (m === null) return false;
  if (!silent) {
    const [target = '', ...alias] = (m[2] ?? '').split('|');
    const shown = target.replace(/\\$/, '');
    const token = state.push(m[1] === '!' ? 'embed' : 'wikilink', '', 0);
    const meta: LinkMeta = {
      target: shown,
      text: alias.length > 0 ? alias.join('|') : shown.replace(/#/g, ' > ').replace(/^ > /, ''),
    };
    token.meta = meta;
  }
  state.pos += m[0].length;
  return true;
};

const hashtag: RuleInline = (state, silent) => {
  if (state.src[state.pos] !== '#' || (state.pos > 0 && !/[\s(（，。；：、]/.test(state.src[state.pos - 1] ?? '')))
    return false;
  const m = /^#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*/u.exec(state.src.slice(state.pos));
  if (m === null) return false;
  if (!silent) state.push('hashtag', '', 0).content = m[0];
  state.pos += m[0].length;
  return true;
};

const highlight: RuleInline = (state, silent) => {
  const m = /^==(?=\S)([^\n]*?\S)==/.exec(state.src.slice(state.pos));
  if (m === null) return false;
  if (!silent) {
    state.push('mark_open', 'mark', 1);
    const inner = m[1] ?? '';
    const max = state.posMax;
    state.pos += 2;
    state.posMax = state.pos + inner.length;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1);
    state.pos += 2;
    state.posMax = max;
    return true;
  }
  state.pos += m[0].length;
  return true;
};

md.inline.ruler.before('link', 'wikilink', wikilink);
md.inline.ruler.before('emphasis', 'highlight', highlight);
md.inline.ruler.before('text', 'hashtag', hashtag);
// The text rule swallows plain characters up to the next special one: '#' and '=' are special here.
md.inline.ruler.at('text', (state, silent) => {
  const rest = /^[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/.exec(state.src.slice(state.pos, state.posMax));
  if (rest === null) return false;
  if (!silent) state.pending += rest[0];
  state.pos += rest[0].length;
  return true;
});

const escape = (text: string): string => md.utils.escapeHtml(text);

md.renderer.rules['wikilink'] = (tokens, i) => {
  const { target, text } = tokens[i]?.meta as LinkMeta;
  return `<a data-href="${escape(target)}" href="${escape(target)}" class="internal-link" target="_blank" rel="noopener">${escape(text)}</a>`;
};
md.renderer.rules['embed'] = (tokens, i) => {
  const { target, text } = tokens[i]?.meta as LinkMeta;
  return `<span class="internal-embed" src="${escape(target)}" alt="${escape(text)}"></span>`;
};
md.renderer.rules['hashtag'] = (tokens, i) => {
  const tag = escape(tokens[i]?.content ?? '');
  return `<a href="${tag}" class="tag" target="_blank" rel="noopener">${tag}</a>`;
};

md.core.ruler.push('obsidian', (state) => {
  state.tokens.forEach((token, i) => {
    if (token.type === 'heading_open') token.attrSet('data-heading', state.tokens[i + 1]?.content ?? '');
    if (token.type === 'list_item_open' && token.map) token.attrSet('data-line', String(token.map[0]));
    const item = state.tokens[i - 2];
    const first = token.children?.[0];
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || first === undefined) return;
    const m = /^\[(.)\]\s/.exec(token.content);
    if (m === null) return;
    const mark = m[1] ?? ' ';
    item.attrJoin('class', 'task-list-item');
    if (mark !== ' ') item.attrJoin('class', 'is-checked');
    item.attrSet('data-task', mark === ' ' ? '' : mark);
    first.content = first.content.slice(m[0].length);
    const box = new state.Token('html_inline', '', 0);
    box.content = `<input type="checkbox" class="task-list-item-checkbox"${mark === ' ' ? '' : ' checked'}>`;
    token.children?.unshift(box);
  });
  return true;
});

export interface Block {
  readonly tag: string;
  readonly html: string;
  /** First line and the line after the last, counted in the text that was given. */
  readonly lines: readonly [number, number];
}

/** The text's top-level blocks. */
export function blocksOf(text: string): Block[] {
  const env = {};
  const tokens = md.parse(text, env);
  const blocks: Block[] = [];
  for (let i = 0; i < tokens.length;) {
    let end = i;
    let depth = 0;
    do {
      depth += tokens[end]?.nesting ?? 0;
      end += 1;
    } while (depth > 0 && end < tokens.length);
    const first = tokens[i];
    const [from, to] = first?.map ?? [0, 0];
    const part = tokens.slice(i, end);
    for (const token of part) {
      const line = token.attrGet('data-line'); // counted from the block's own first line, as the app does
      if (line !== null) token.attrSet('data-line', String(Number(line) - from));
    }
    blocks.push({
      tag: first?.type === 'fence' ? 'pre' : first?.tag || 'div',
      html: md.renderer.render(part, md.options, env),
      lines: [from, to],
    });
    i = end;
  }
  return blocks;
}
