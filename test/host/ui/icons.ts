import iconNodes from 'lucide-static/icon-nodes.json';

type IconNode = readonly [tag: string, attributes: Record<string, string>];
/** The bundle holds each icon as JSON (`iconsAsTexts` in `node/build.ts`). */
const lucide = iconNodes as unknown as Record<string, string>;
const custom = new Map<string, string>();

/** Lucide's icons, by the name with or without `lucide-`, and those a plugin added. */
export function getIcon(id: string): SVGSVGElement | null {
  const name = id.replace(/^lucide-/, '');
  const svg = createSvg('svg', {
    cls: ['svg-icon', `lucide-${name}`],
    attr: {
      xmlns: 'http://www.w3.org/2000/svg',
      width: 24,
      height: 24,
      viewBox: custom.has(id) ? '0 0 100 100' : '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
  });
  const added = custom.get(id);
  if (added !== undefined) {
    svg.innerHTML = added;
    return svg;
  }
  const nodes = lucide[name] ?? lucide[RENAMED[name] ?? ''];
  if (nodes === undefined) return null;
  for (const [tag, attr] of JSON.parse(nodes) as IconNode[]) svg.createSvg(tag as 'path', { attr });
  return svg;
}

/** Names that Lucide has changed since; the app still knows them. */
const RENAMED: Record<string, string> = {
  'alert-triangle': 'triangle-alert',
  'alert-circle': 'circle-alert',
  'help-circle': 'circle-help',
  'check-circle': 'circle-check-big',
  'check-circle-2': 'circle-check',
  'x-circle': 'circle-x',
  'plus-circle': 'circle-plus',
  'bar-chart': 'chart-no-axes-column',
  'bar-chart-2': 'chart-no-axes-column',
  'file-edit': 'file-pen',
  'more-horizontal': 'ellipsis',
  'more-vertical': 'ellipsis-vertical',
  edit: 'square-pen',
  'edit-2': 'pen',
  'edit-3': 'pen-line',
  home: 'house',
  'loader-2': 'loader-circle',
};

export const getIconIds = (): string[] => [...Object.keys(lucide).map((name) => `lucide-${name}`), ...custom.keys()];

export function addIcon(id: string, content: string): void {
  custom.set(id, content);
}
export function removeIcon(id: string): void {
  custom.delete(id);
}

/** Sets the element's icon; an unknown one leaves it empty, as in the app. */
export function setIcon(el: HTMLElement, id: string): void {
  el.empty();
  const svg = getIcon(id);
  if (svg !== null) el.appendChild(svg);
}
