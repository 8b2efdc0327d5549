import type { FailedRequest } from '../../../core/ports';
import { failureWords } from '../../../ui/ask-hosts';
import type { Context } from '../../context';

/** Why a service gave nothing, and what to do: by its status, where that says. */
export function failureOf({ i18n }: Context, failed: FailedRequest): string {
  const { network, ask: t } = i18n.ui;
  const { status } = failed;
  const next =
    status === 401 || status === 403
      ? t.badKey
      : status === 402
        ? t.noCredit
        : status === 429
          ? t.tooMany
          : status === 404 || status === 400
            ? t.notThere
            : t.again;
  return `${failureWords(failed, network)} ${next}`;
}
