/** An id for `aria-labelledby`: several heatmaps live in one note, and one note in several panes. */
export function newId(): string {
  return `rh-${Math.random().toString(36).slice(2)}`;
}
