import { inboxPapers } from '../../../core/bibliography/alerts/inbox';
import type { InboxPaper } from '../../../core/bibliography/alerts/inbox';
import type { Alerts } from '../../../offers/alerts';
import { Inboxes } from '../../../platform/collectors/inboxes';
import { askHosts, failureWords } from '../../../ui/ask-hosts';
import type { ImportContext } from '../import/run';
import type { ImportStore } from '../import/undo-store';
import { AlertsModal } from './alerts-modal';
import { registerAlertsCli } from './cli';
import { feedsOf, fetchFeed, hostsOf } from './fetch';
import { waitingPapers, type Alert, type AlertContext } from './take-in';

export function registerAlerts(imports: ImportContext, store: ImportStore): Alerts {
  const inboxes = new Inboxes(imports.vaultIndex);
  const ctx: AlertContext = { ...imports, inboxes };
  const { plugin, dialogs, offers } = ctx;
  const t = ctx.i18n.ui.alerts;
  const take = ({ title, arxiv, doi, url, year }: Omit<InboxPaper, 'line' | 'meta'>): void => {
    const link = arxiv === null && doi === null ? url : null; // else it leads to what the ids say already
    const text = (value: string | number | null): string => String(value ?? '');
    offers.sources.openForm({ title, arxiv: text(arxiv), doi: text(doi), url: text(link), year: text(year) });
  };
  plugin.addCommand({
    id: 'take-in-alerts',
    name: t.commandTakeIn,
    callback: () => {
      dialogs.open(new AlertsModal(ctx, store));
    },
  });
  plugin.addCommand({ id: 'fetch-alerts', name: t.commandFetch, callback: () => fetchAlerts(ctx, store) });
  plugin.addCommand({
    id: 'take-paper',
    name: t.commandTake,
    editorCallback: (editor) => {
      const [paper] = inboxPapers(editor.getLine(editor.getCursor().line).trim());
      if (paper === undefined) ctx.notify.info(t.noLine);
      else take(paper);
    },
  });
  registerAlertsCli(ctx);
  return {
    waiting: () => waitingPapers(ctx),
    take,
    subscribe: (listener) => inboxes.subscribe(listener),
  };
}

async function fetchAlerts(ctx: AlertContext, store: ImportStore): Promise<void> {
  const { alerts: t, network: words } = ctx.i18n.ui;
  const feeds = feedsOf(ctx);
  if (feeds.length === 0) {
    ctx.notify.warn(t.noFeeds);
    return;
  }
  const network = await askHosts(ctx, hostsOf(feeds), t.sent);
  if (network === null) return;
  ctx.notify.info(t.fetching);
  const alerts: Alert[] = [];
  const problems: string[] = [];
  for (const feed of feeds) {
    const fetched = await fetchFeed(ctx, feed, network);
    if (ctx.unloaded.aborted) return;
    if (fetched.ok) alerts.push(fetched.alert);
    else problems.push(failureWords(fetched, words));
  }
  ctx.dialogs.open(new AlertsModal(ctx, store, { alerts, problems }));
}
