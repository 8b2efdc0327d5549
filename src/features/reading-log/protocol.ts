import type { ObsidianProtocolData } from 'obsidian';
import { parsePass } from '../../core/reading/amounts';
import { statusOf } from '../../core/reading/log-line';
import { SOURCE_KINDS, SOURCE_STATUSES } from '../../core/reading/types';
import type { LogPrefill } from '../../offers/log';
import type { ContextWith } from '../context';

/** Where `obsidian://research-handbook?…` leads. */
const HOST = 'research-handbook';

/** Fields of an address, by the names of the command line. */
const LOG_FIELDS = {
  source: 'source',
  date: 'date',
  min: 'minutes',
  pass: 'pass',
  pages: 'pages',
  status: 'status',
  note: 'note',
} as const;
const ADD_FIELDS = ['title', 'authors', 'year', 'venue', 'arxiv', 'doi', 'url', 'citekey', 'zotero'] as const;

/**
 * `obsidian://research-handbook?action=log&source=…&min=…` opens the form filled in, `action=add&title=…` the one for a
 * source; nothing is written before the student confirms. What the address says wrongly the form shows beside its field.
 */
export function openFromAddress(
  ctx: ContextWith<'sources'>,
  data: ObsidianProtocolData,
  openLog: (prefill: LogPrefill) => void,
): void {
  const { action, ...fields } = data;
  const t = ctx.i18n.ui.readingLog.address;
  if (action !== 'log' && action !== 'add' && action !== HOST) {
    ctx.notify.warn(t.unknownAction(action));
    return;
  }
  const isAdd = action === 'add' || (action === HOST && fields['title'] !== undefined);
  const known: readonly string[] = isAdd ? [...ADD_FIELDS, 'kind', 'status'] : [...Object.keys(LOG_FIELDS), 'private'];
  const unknown = Object.keys(fields).filter((name) => !known.includes(name) && !APP_FIELDS.includes(name));
  if (unknown.length > 0) ctx.notify.warn(t.unknownFields(unknown, known));
  if (isAdd) {
    const kind = SOURCE_KINDS.find((one) => one === fields['kind']);
    const status = SOURCE_STATUSES.find((one) => one === fields['status']);
    ctx.offers.sources.openForm({
      ...Object.fromEntries(ADD_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]]))),
      ...(kind === undefined ? {} : { kind }),
      ...(status === undefined ? {} : { status }),
    });
    return;
  }
  // The form shows beside its field what cannot be read; these two have no field that could hold it.
  const unreadable = [
    ['pass', parsePass, ctx.i18n.ui.readingLog.cli.badPass],
    ['status', statusOf, ctx.i18n.ui.readingLog.cli.badStatus],
  ] as const;
  for (const [name, parse, problem] of unreadable) {
    const value = fields[name];
    if (value === undefined || parse(value) !== null) continue;
    ctx.notify.warn(t.badField(name, value, problem));
    fields[name] = '';
  }
  openLog({
    ...Object.fromEntries(
      Object.entries(LOG_FIELDS).flatMap(([name, field]) =>
        fields[name] === undefined ? [] : [[field, fields[name]]],
      ),
    ),
    ...(fields['private'] === undefined ? {} : { private: !/^(?:false|no|0)$/i.test(fields['private']) }),
  });
}

/** What the app itself understands in any address. */
const APP_FIELDS: readonly string[] = ['vault', 'x-success', 'x-error', 'x-cancel'];
