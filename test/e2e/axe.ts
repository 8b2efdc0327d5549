import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Axe over a page. A page of ours has no frames, so that axe need not open a page of its own to put their findings together. */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/**
 * What in the open dialogs cannot be read or reached with assistive technology (WCAG 2.2 A and AA, and that a dialog has a
 * name), but for what the app draws itself.
 */
export async function dialogViolations(page: Page): Promise<string[]> {
  const { violations } = await axe(page)
    .include('.rh-dialog')
    .exclude('.modal-close-button')
    .exclude('.mod-cta')
    .exclude('.mod-warning')
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
      rules: { 'aria-dialog-name': { enabled: true } },
    })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
