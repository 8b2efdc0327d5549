import { Component, MarkdownRenderer } from 'obsidian';
import { mathAsCode } from '../../core/markdown/math-as-code';
import type { Context } from '../context';

const KEPT = new Set(
  'p br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code strong b em i s del sub sup table thead tbody tr th td a'.split(
    ' ',
  ),
);
const DROPPED = new Set('script style svg button input iframe object audio video img mjx-container'.split(' '));
const VOID = new Set(['br', 'hr']);

/**
 * Markdown as the app shows it, in plain HTML that a mail can carry: no classes, no styles, no addresses but web ones.
 * Formulas stay as their source, since no mail program sets them.
 */
export async function richText(ctx: Context, markdown: string): Promise<string> {
  const owner = new Component();
  owner.load();
  try {
    const el = createDiv();
    await MarkdownRenderer.render(ctx.app, mathAsCode(markdown), el, '', owner);
    return childrenHtml(el).trim();
  } finally {
    owner.unload();
  }
}

function childrenHtml(el: Element): string {
  return [...el.childNodes].map(nodeHtml).join('');
}

function nodeHtml(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? '');
  if (!node.instanceOf(Element)) return '';
  const tag = node.tagName.toLowerCase();
  if (tag === 'input' && node.getAttribute('type') === 'checkbox') return isTicked(node) ? '✓ ' : '○ ';
  if (tag === 'img') return escaped(node.getAttribute('alt') ?? '');
  if (DROPPED.has(tag)) return '';
  if (VOID.has(tag)) return `<${tag}>`;
  if (!KEPT.has(tag)) return childrenHtml(node);
  const shown = tag.replace(/^h([1-5])$/, (_, level) => `h${String(Number(level) + 1)}`); // a mail has its subject above
  return `<${shown}${tag === 'a' ? address(node) : ''}>${childrenHtml(node)}</${shown}>`;
}

function isTicked(box: Element): boolean {
  return (box as HTMLInputElement).checked || box.hasAttribute('checked');
}

function address(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  return /^(?:https?:|mailto:)/i.test(href) ? ` href="${escaped(href)}"` : '';
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
