// Drawing Markdown: sanitised, links marked, embeds filled in, then the post-processors.
import DOMPurify from 'dompurify';
import type { Component } from '../base/component';
import { getFrontMatterInfo } from '../metadata/frontmatter';
import { type PostProcessorContext, theApp } from '../registries';
import { visibleBody } from './body';
import { drawCallouts } from './callouts';
import { contextFor, postProcess } from './process';
import { type Block, blocksOf } from './syntax';

/** Embeds within embeds are drawn down to this depth. */
const MAX_DEPTH = 4;

type Context = PostProcessorContext & { readonly depth: number };

/** Draws one block into an element and processes it. */
export async function drawBlock(block: Block, el: HTMLElement, context: Context, owner: Component): Promise<void> {
  el.append(DOMPurify.sanitize(block.html, { RETURN_DOM_FRAGMENT: true, ADD_ATTR: ['target'] }));
  drawCallouts(el);
  markLinks(el, context.sourcePath);
  await drawEmbeds(el, context, owner);
  await postProcess(el, context);
}

function markLinks(el: HTMLElement, sourcePath: string): void {
  for (const link of el.querySelectorAll<HTMLAnchorElement>('a')) {
    const href = link.getAttribute('href') ?? '';
    if (link.hasClass('tag')) continue;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      link.addClass('external-link');
      link.setAttribute('rel', 'noopener nofollow');
      continue;
    }
    if (!link.hasClass('internal-link')) {
      link.addClass('internal-link');
      link.setAttribute('data-href', decodeURIComponent(href));
    }
    const path = (link.getAttribute('data-href') ?? '').split('#')[0] ?? '';
    const found = path === '' || theApp().metadataCache.getFirstLinkpathDest(path, sourcePath) !== null;
    link.toggleClass('is-unresolved', !found);
  }
}

async function drawEmbeds(el: HTMLElement, context: Context, owner: Component): Promise<void> {
  const app = theApp();
  for (const embed of el.querySelectorAll<HTMLElement>('.internal-embed')) {
    const target = embed.getAttribute('src') ?? '';
    const [path = '', ...heading] = target.split('#');
    const file = app.metadataCache.getFirstLinkpathDest(path, context.sourcePath);
    if (file === null) {
      embed.addClasses(['file-embed', 'mod-empty', 'is-loaded']);
      embed.setText(`"${target}" could not be found.`);
      continue;
    }
    if (file.extension !== 'md') {
      embed.addClasses(['media-embed', 'is-loaded']);
      embed.createSpan({ cls: 'file-embed', text: file.name });
      continue;
    }
    if (context.depth >= MAX_DEPTH) continue;
    embed.addClasses(['markdown-embed', 'inline-embed', 'is-loaded']);
    const text = sectionOf(await app.vault.adapter.read(file.path), heading.join('#'));
    const content = embed
      .createDiv({ cls: 'markdown-embed-content' })
      .createDiv({ cls: 'markdown-preview-view markdown-rendered' });
    await renderText(text, content, file.path, owner, context.depth + 1);
  }
}

/** The part of a note under a heading; the whole note where none is named. */
function sectionOf(text: string, heading: string): string {
  if (heading === '') return text;
  const lines = text.slice(getFrontMatterInfo(text).contentStart).split('\n');
  const level = (line: string): number => /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
  const from = lines.findIndex((line) => level(line) > 0 && line.replace(/^#+\s+/, '').trim() === heading);
  if (from === -1) return '';
  const deep = level(lines[from] ?? '');
  const to = lines.findIndex((line, i) => i > from && level(line) > 0 && level(line) <= deep);
  return lines.slice(from, to === -1 ? undefined : to).join('\n');
}

/** `MarkdownRenderer.render`: the drawn children go straight into the element; there is no section info. */
export async function renderText(
  text: string,
  el: HTMLElement,
  sourcePath: string,
  owner: Component,
  depth = 0,
): Promise<void> {
  for (const block of blocksOf(visibleBody(text).body)) {
    const part = createDiv();
    await drawBlock(
      block,
      part,
      contextFor(sourcePath, owner, () => null, depth),
      owner,
    );
    el.append(...part.childNodes);
  }
}
