import type { Keyword } from '../../core/marks/keywords';
import type { Context } from '../context';

/** What a chip or a shape shows: which kind it is, and its colour. */
export function markLook(keyword: Keyword | undefined): Record<string, string> {
  return { 'data-mark': keyword?.name ?? '', 'data-hue': keyword?.hue ?? 'muted' };
}

/** A Chinese form in a Chinese interface, where there is one; else the name. */
export function shownForm({ i18n }: Context, forms: readonly string[]): string {
  const han = i18n.language === 'zh' ? forms.find((form) => !/^[A-Z]/.test(form)) : undefined;
  return han ?? forms[0] ?? '';
}
