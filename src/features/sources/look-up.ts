import { hostsFor, identifierIn, lookUp, type LookedUp } from '../../core/bibliography/look-up';
import type { SourceInput } from '../../core/reading/source-draft';
import { askHosts, failureWords } from '../../ui/ask-hosts';
import type { TextField } from '../../ui/form/text-field';
import { addIcon } from '../../ui/result-list';
import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';

/**
 * Puts a button beside a field for an id, which asks whoever registers such ids.
 *
 * @param take - gets what was found; a failure is said below the field, and nothing else is changed
 */
export function addLookUp(
  ctx: Context,
  field: TextField,
  take: (found: Partial<SourceInput>, host: string) => void,
): void {
  const t = ctx.i18n.ui.sources.lookUp;
  const { el, input } = field;
  const row = el.createDiv({ cls: 'rh-with-button' });
  row.append(input);
  const button = row.createEl('button', { text: t.button, attr: { type: 'button' } });
  addIcon(button, 'globe');
  button.addEventListener('click', () => {
    void look();
  });
  const look = async (): Promise<void> => {
    const id = identifierIn(input.value);
    if (id === null) {
      field.setHint(t.noId(input.value));
      input.focus();
      return;
    }
    const network = await askHosts(ctx, hostsFor(id), id.id, t.fills);
    if (network === null) return;
    button.disabled = true;
    field.setHint(t.asking);
    const answer = await lookUp(id, network);
    button.disabled = false;
    if (!el.isConnected) return;
    if (answer.ok && identifierIn(input.value)?.id === id.id) {
      field.setHint(null);
      take(fieldsOf(answer), answer.host);
    } else field.setHint(answer.ok ? null : `${wordsFor(ctx, answer)}${t.formStays}`);
  };
}

/** As the form has them. */
function fieldsOf({ draft }: LookedUp & { readonly ok: true }): Partial<SourceInput> {
  const { kind, title, authors, year, venue, arxiv, doi } = draft;
  const fields = { kind, title, authors: authors.join('; '), year: year === null ? '' : String(year) };
  return { ...fields, venue: venue ?? '', arxiv: arxiv ?? '', doi: doi ?? '' };
}

function wordsFor(ctx: Context, answer: LookedUp & { readonly ok: false }): string {
  const { network, sources } = ctx.i18n.ui;
  return answer.failure === 'not-found' ? sources.lookUp.notFound(answer.host) : failureWords(answer, network);
}

export function registerLookUpCli(ctx: Context): void {
  const t = ctx.i18n.ui.sources.lookUp;
  ctx.cli.register<'id'>({
    name: 'lookup',
    description: t.cli,
    flags: { id: { value: '<10.…|2111.06377>', description: t.cliId, required: true } },
    run: async ({ id: written = '' }): Promise<CliOutcome> => {
      const id = identifierIn(written);
      if (id === null) return { ok: false, error: t.noId(written) };
      const answer = await lookUp(id, ctx.network.open([]));
      if (!answer.ok) return { ok: false, error: wordsFor(ctx, answer) };
      return { ok: true, text: () => ctx.yaml.stringify(answer.draft).trimEnd(), json: { item: answer.draft } };
    },
  });
}
