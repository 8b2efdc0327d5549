import type { Damage, Failure } from '../../core/bibliography/entry';
import type { FailedEntry, LeftOut } from '../../core/import/outcome';
import type { Wordings } from '../../i18n';

type Words = Wordings['bibliography'];

export function damageText({ code, value }: Damage, t: Words): string {
  return t.damage[code](value);
}

/** Why an entry could not be read or written. */
export function failureText(failure: Failure | FailedEntry, t: Words): string {
  if (failure.code === 'not-written') return failure.message;
  return t.because(
    t.failures[failure.code],
    failure.damage.map((one) => damageText(one, t)),
  );
}

export function leftOutText(one: LeftOut, t: Words): string {
  return one.code === 'same-as' ? t.sameAs(one.value, one.other + 1) : t.leftOut[one.code](one.value);
}

/** What may be said of an entry in a list of many. */
export function shownValue(value: unknown, t: Words): string {
  if (Array.isArray(value)) return value.map(String).join(', ') || t.emptyValue;
  return typeof value === 'string' || typeof value === 'number' ? String(value) || t.emptyValue : t.emptyValue;
}
