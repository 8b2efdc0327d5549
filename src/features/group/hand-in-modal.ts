import { Modal } from 'obsidian';
import { withMember } from '../../core/group/members';
import { memberKey } from '../../core/group/group-note';
import type { IsoWeek } from '../../core/ports';
import type { SharedWeek } from '../../offers/reports';
import { canShare, share } from '../../platform/share';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawFolded } from '../../ui/form/folded';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { SuggestInput } from '../../ui/form/suggest-input';
import { drawTextField, type TextField } from '../../ui/form/text-field';
import { drawStatusLine } from '../../ui/status-line';
import { addIcon } from '../../ui/result-list';
import { newId } from '../../ui/new-id';
import type { GroupContext } from './context';
import type { Group, Roster } from './group';
import { handIn, isMemberId, mayRecall, plannedHandIn, recall, type HandInTarget } from './hand-in';

type Way = 'folder' | 'clipboard' | 'share';

export interface ToHandIn {
  readonly week: IsoWeek;
  readonly report: SharedWeek;
  readonly folder: string;
  readonly roster: Roster;
}

/** Shows a report to the letter as others will see it, and where it goes; then it goes there. */
export class HandInModal extends Modal {
  private way: Way = 'folder';
  private member: string;
  private who!: TextField;
  private whoBox!: HTMLElement;
  private preview!: PreviewBox;
  private readers!: HTMLElement;
  private row!: HTMLElement;
  private submit!: HTMLButtonElement;
  private back!: HTMLButtonElement;
  /** Counts the looks at the folder, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    private readonly ctx: GroupContext,
    private readonly group: Group,
    private readonly what: ToHandIn,
  ) {
    super(ctx.app);
    this.member = group.member ?? '';
  }

  override onOpen(): void {
    const { ctx, what } = this;
    const { group: words, common } = ctx.i18n.ui;
    const t = words.hand;
    const form = drawFormHead(this, { title: t.title(what.week), langTag: common.langTag });
    const { report } = what;
    form.createDiv({ cls: 'rh-lead', text: report.private === 0 ? t.lead : t.leadPrivate(report.private) });
    for (const remark of report.remarks) drawStatusLine(form, remark);
    this.drawSheet(form);
    const isAsked = this.member === '';
    this.whoBox = drawFolded(form, isAsked ? t.who : t.you(this.member), isAsked);
    this.drawWho(this.whoBox);
    const win = this.contentEl.win;
    drawChoiceField<Way>(form, {
      name: 'rh-hand-in-to',
      label: t.to,
      value: this.way,
      segments: [
        { value: 'folder', label: t.folder },
        { value: 'clipboard', label: t.clipboard },
        ...(canShare(win) ? [{ value: 'share' as const, label: t.share }] : []),
      ],
      onChange: (way) => {
        this.way = way;
        void this.show();
      },
    });
    this.preview = drawPreviewBox(form);
    this.readers = form.createDiv('rh-hint');
    const buttons = drawFormButtons(this, { cancel: common.cancel, submit: t.submit }, () => void this.hand());
    this.submit = buttons.submit;
    this.back = createEl('button', { text: t.recall, attr: { type: 'button' } });
    this.back.addEventListener('click', () => void this.recall());
    this.submit.before(this.back);
    void this.show();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private get target(): HandInTarget {
    const { folder, week } = this.what;
    return { folder, week, member: this.member };
  }

  private drawSheet(parent: HTMLElement): void {
    const { hand } = this.ctx.i18n.ui.group;
    const sheet = parent.createDiv({ cls: 'rh-sheet', attr: { tabindex: 0 } }); // it scrolls, by keyboard too
    for (const { text, gone = 0 } of this.what.report.sheet) {
      const isHeading = /^#{1,6} /.test(text);
      sheet.createDiv({
        cls: isHeading ? 'rh-heading' : 'rh-sheet-line',
        text: isHeading ? text.replace(/^#+ /, '') : text,
      });
      if (gone === 0) continue;
      const line = sheet.createDiv('rh-gone');
      addIcon(line, 'lock');
      line.createSpan({ text: hand.gone(gone) });
    }
  }

  private drawWho(parent: HTMLElement): void {
    const t = this.ctx.i18n.ui.group.hand;
    const { members } = this.what.roster;
    this.who = drawTextField(parent, {
      id: newId(),
      label: t.id,
      value: this.member,
      onInput: (value) => {
        this.member = value.trim();
        void this.show();
      },
    });
    const rows = (members ?? []).map(({ id, name }) => ({ title: id, detail: name === id ? '' : name }));
    if (rows.length > 0) {
      const pick = ({ title }: { readonly title: string }): void => {
        this.member = title;
        void this.show();
      };
      new SuggestInput(
        this.app,
        this.who.input,
        () => rows,
        () => [],
        pick,
      );
    }
    this.row = parent.createDiv('rh-hand-row');
  }

  /** What would become of it, as it is now. */
  private async show(): Promise<void> {
    const look = ++this.look;
    const { ctx, group, what, way, member } = this;
    const t = ctx.i18n.ui.group;
    const isFolder = way === 'folder';
    const isNamed = isMemberId(member);
    const before = group.member;
    this.whoBox.parentElement?.toggle(isFolder);
    this.readers.toggle(isFolder);
    this.who.setProblem(member === '' || isNamed ? null : t.hand.badId);
    const isOther = before !== null && isNamed && !group.isMember(what.roster, before, member);
    const last = before === null && isNamed ? group.lastOf(what.folder, member) : null;
    this.who.setHint(isOther ? t.hand.renamed(before) : last === null ? t.hand.idHint : t.hand.taken(member, last));
    this.drawRow(isNamed);
    const isNew = what.folder !== '' && this.app.vault.getFolderByPath(what.folder) === null;
    const folder = `${what.folder}/`;
    this.readers.setText(isNew ? `${t.hand.newFolder(folder)} ${t.hand.readers(folder)}` : t.hand.readers(folder));
    if (!isFolder || !isNamed) {
      this.preview.set('', []);
      this.submit.disabled = isFolder;
      this.back.hide();
      return;
    }
    const { path, plan } = await plannedHandIn(ctx, group, what.report, this.target);
    const isThere = await ctx.notes.exists(path);
    const isOwn = await mayRecall(ctx, this.target);
    if (look !== this.look) return;
    const lead =
      plan.outcome === 'refused'
        ? t.refused[plan.reason](path)
        : plan.outcome === 'same'
          ? t.hand.same
          : isThere
            ? t.hand.own
            : t.hand.fresh;
    this.preview.set(lead, [path]);
    this.submit.disabled = plan.outcome !== 'write';
    this.back.toggle(isOwn);
  }

  /** Offers a row in the table to whoever is in none. */
  private drawRow(isNamed: boolean): void {
    const { ctx, member, row } = this;
    const { members, path } = this.what.roster;
    const t = ctx.i18n.ui.group.hand;
    row.empty();
    if (members === null || !isNamed) return;
    const ids = members.flatMap(({ id, also }) => [id, ...also].map(memberKey));
    if (ids.includes(memberKey(member))) return;
    row.createSpan({ cls: 'rh-hint', text: t.notListed(member) });
    const add = row.createEl('button', { cls: 'rh-small', text: t.addRow, attr: { type: 'button' } });
    add.addEventListener('click', () => {
      const name = ctx.settings.values.reportAuthor.trim() || member;
      void ctx.notes
        .change(path, (text) => withMember(text, { id: member, name }))
        .then((written) => {
          row.empty();
          const { writing } = ctx.i18n.ui.report.problem;
          drawStatusLine(row, written.ok ? t.rowAdded : writing(path, written.message), written.ok);
        });
    });
  }

  private async hand(): Promise<void> {
    if (this.submit.disabled) return;
    const { ctx, group, what, target } = this;
    const t = ctx.i18n.ui.group.hand;
    const { report, week } = what;
    let said: string[] | undefined;
    if (this.way === 'share') {
      if (!(await share(this.contentEl.win, t.title(week), report.markdown))) return;
    } else if (this.way === 'clipboard') {
      try {
        await this.contentEl.win.navigator.clipboard.writeText(report.markdown);
        ctx.notify.info(ctx.i18n.ui.report.copy.copied);
      } catch {
        ctx.notify.warn(ctx.i18n.ui.report.copy.failed);
        return;
      }
    } else {
      this.submit.disabled = true;
      const done = await handIn(ctx, group, report, target);
      if (!done.ok) {
        ctx.notify.warn(done.error);
        await this.show();
        return;
      }
      group.keepMember(target.member);
      said = [t.done(done.path), t.readers(`${what.folder}/`), t.takeBack];
      if (ctx.offers.reports.stateOf(week) !== 'draft') ctx.notify.info(said.join('\n')); // else the question says it
    }
    this.close();
    await ctx.offers.reports.askWhetherSent(report.path, said);
  }

  private async recall(): Promise<void> {
    const { ctx } = this;
    const done = await recall(ctx, this.target);
    if (done.ok) ctx.notify.info(ctx.i18n.ui.group.hand.recalled(done.path));
    else ctx.notify.warn(done.error);
    await this.show();
  }
}
