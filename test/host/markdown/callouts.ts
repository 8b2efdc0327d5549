import { setIcon } from '../ui/icons';

const ICONS: Record<string, string> = {
  abstract: 'clipboard-list',
  summary: 'clipboard-list',
  info: 'info',
  todo: 'check-circle-2',
  tip: 'flame',
  hint: 'flame',
  important: 'flame',
  success: 'check',
  check: 'check',
  done: 'check',
  question: 'help-circle',
  help: 'help-circle',
  faq: 'help-circle',
  warning: 'alert-triangle',
  caution: 'alert-triangle',
  attention: 'alert-triangle',
  failure: 'x',
  fail: 'x',
  missing: 'x',
  danger: 'zap',
  error: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
  cite: 'quote',
};

/** Turns blockquotes that begin with `[!kind]` into callouts, the innermost first. */
export function drawCallouts(root: HTMLElement): void {
  for (const quote of [...root.querySelectorAll('blockquote')].reverse()) {
    const first = quote.firstElementChild;
    const m =
      first instanceof HTMLParagraphElement
        ? /^\[!([^\]|]+)(?:\|([^\]]*))?\]([+-]?)[ \t]*/.exec(first.textContent)
        : null;
    if (m === null || first === null) continue;
    const kind = (m[1] ?? 'note').trim().toLowerCase();
    const fold = m[3] ?? '';
    const callout = createDiv({
      cls: 'callout',
      attr: { 'data-callout': kind, 'data-callout-metadata': m[2] ?? '', 'data-callout-fold': fold },
    });
    const title = callout.createDiv({ cls: 'callout-title' });
    setIcon(title.createDiv({ cls: 'callout-icon' }), ICONS[kind] ?? 'pencil');
    const inner = title.createDiv({ cls: 'callout-title-inner' });
    stripPrefix(first, m[0].length);
    takeFirstLine(first, inner);
    if (inner.textContent.trim() === '') inner.setText(kind.charAt(0).toUpperCase() + kind.slice(1));
    if (first.textContent.trim() === '' && first.querySelector('.internal-embed, img') === null) first.remove();
    if (quote.childElementCount > 0) callout.createDiv({ cls: 'callout-content' }).append(...quote.childNodes);
    if (fold !== '') {
      callout.addClass('is-collapsible');
      callout.toggleClass('is-collapsed', fold === '-');
      title.addEventListener('click', () => {
        callout.toggleClass('is-collapsed', !callout.hasClass('is-collapsed'));
      });
    }
    quote.replaceWith(callout);
  }
}

function stripPrefix(paragraph: Element, length: number): void {
  const text = paragraph.firstChild;
  if (text instanceof Text) text.data = text.data.slice(length);
}

function takeFirstLine(paragraph: Element, title: HTMLElement): void {
  while (paragraph.firstChild !== null && !(paragraph.firstChild instanceof HTMLBRElement))
    title.append(paragraph.firstChild);
  if (paragraph.firstChild instanceof HTMLBRElement) paragraph.firstChild.remove();
  const next = paragraph.firstChild;
  if (next instanceof Text) next.data = next.data.replace(/^\n/, '');
}
