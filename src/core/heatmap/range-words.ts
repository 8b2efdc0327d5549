import type { IsoDate } from '../ports';
import { daysBetween } from '../time/calendar-day';
import type { NamedSpans, RangeSpec, Term } from './range';

const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  ...{ day: 'day', week: 'week', month: 'month', year: 'year' },
  ...{ 天: 'day', 日: 'day', 周: 'week', 星期: 'week', 月: 'month', 个月: 'month', 年: 'year' },
};
const LAST =
  /^(?:(?:the )?(?:last|past) (\d{1,5}) (day|week|month|year)s?|(?:最近|近|过去) ?(\d{1,5}) ?(天|日|周|星期|个?月|年))$/i;

const NAMED: Readonly<Record<string, RangeSpec['kind'] & ('week' | 'month' | 'quarter' | 'year' | 'term')>> = {
  ...{
    'this week': 'week',
    'this month': 'month',
    'this quarter': 'quarter',
    'this year': 'year',
    'this term': 'term',
  },
  ...{
    本周: 'week',
    这周: 'week',
    本月: 'month',
    本季度: 'quarter',
    今年: 'year',
    本学期: 'term',
    'this semester': 'term',
  },
};

/**
 * Ranges in words: `last 30 days`, `last 8 weeks`, `this week`, `this term`; `最近 30 天`, `近 8 周`, `本周`, `本学期`.
 *
 * @param spans - terms are among these
 * @returns undefined where the text is none of them; `no-term` where there is no span that could be one
 */
export function rangeInWords(text: string, spans: NamedSpans): RangeSpec | 'no-term' | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, count = '', unit = '', zhCount = '', zhUnit = ''] = LAST.exec(words) ?? [];
  const named = UNITS[unit === '' ? zhUnit : unit.toLowerCase()];
  const length = Number(count === '' ? zhCount : count);
  if (named !== undefined && length > 0) return { kind: 'last', count: length, unit: named };
  switch (NAMED[words]) {
    case 'week':
      return { kind: 'week', week: null };
    case 'month':
      return { kind: 'month', year: null, month: null };
    case 'quarter':
      return { kind: 'quarter', year: null, quarter: null };
    case 'year':
      return { kind: 'year', year: null };
    case 'term':
      return spans.size === 0
        ? 'no-term'
        : { kind: 'term', terms: [...spans].map(([name, days]) => ({ name, ...days })) };
    default:
      return undefined;
  }
}

/** Names that terms have. */
const TERM = /term|semester|学期/i;

/** The term that runs today; of several one that is called so, else the shortest. Between terms the one that is nearest. */
export function termAt(terms: readonly Term[], today: IsoDate): Term | null {
  const away = ({ from, to }: Term): number => Math.max(0, daysBetween(today, from), daysBetween(to, today));
  const rank = (term: Term): readonly number[] => [
    away(term),
    TERM.test(term.name) ? 0 : 1,
    daysBetween(term.from, term.to),
  ];
  const ranked = terms.map((term) => ({ term, by: rank(term) }));
  ranked.sort((a, b) => a.by.map((one, i) => one - (b.by[i] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return ranked[0]?.term ?? null;
}
