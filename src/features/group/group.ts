import { readMembers, type Member, type MemberProblem } from '../../core/group/members';
import { groupNote, memberKey, type GroupNote } from '../../core/group/group-note';
import { groupWeek, weekToShow, type GroupWeek } from '../../core/group/week';
import type { GroupHeadings } from '../../core/group/contents';
import type { IsoWeek } from '../../core/ports';
import { dayOf } from '../../core/time/calendar-day';
import { weekOf } from '../../core/time/iso-week';
import { originalOf } from '../../core/vault/conflict-copies';
import { folderOf, joinPath } from '../../core/vault/path';
import { NoteList } from '../../platform/collectors/note-list';
import { spelledAsThere } from '../../platform/spelling';
import type { GroupContext } from './context';

/** A group's table of members. */
export interface Roster {
  readonly path: string;
  /** Null where there is no table. */
  readonly members: readonly Member[] | null;
  readonly problems: readonly MemberProblem[];
  /** Other versions of it that a sync tool kept. */
  readonly copies: readonly string[];
}

/** A week as it is shown. */
export interface ShownWeek extends GroupWeek {
  readonly folder: string;
  readonly roster: Roster;
  /** Whether nobody handed in there, ever. */
  readonly hasNone: boolean;
  /** Another folder in which there are hand-ins, where there are none in this one; null for none. */
  readonly elsewhere: string | null;
}

const WHO = 'group-member';
const MEMBERS = /(?:^|\/)members[^/]*\.md$/i;

/** A table of members is followed, too; what it says is read from its text. */
interface MembersNote {
  readonly path: string;
  readonly kind: 'members';
}

/** The group's folder, and what this device knows of it. */
export class Group {
  readonly notes: NoteList<GroupNote | MembersNote>;

  constructor(private readonly ctx: GroupContext) {
    this.notes = new NoteList<GroupNote | MembersNote>(
      ctx.vaultIndex,
      (path, frontmatter) => groupNote(path, frontmatter) ?? (MEMBERS.test(path) ? { path, kind: 'members' } : null),
    );
  }

  get today(): string {
    return dayOf(this.ctx.clock.now());
  }

  get thisWeek(): IsoWeek {
    return weekOf(this.today);
  }

  /** Where the group shares its notes; empty for the vault's root. A folder by the name of either language will do. */
  folder(): string {
    const { app, settings, i18n, places } = this.ctx;
    const chosen = settings.values.groupFolder.trim();
    if (chosen !== '') return spelledAsThere(app.vault, chosen.replace(/^\/+|\/+$/g, ''));
    const names = [places.language(), 'zh', 'en'] as const;
    const folders = names.map((language) => spelledAsThere(app.vault, i18n.in(language).content.groupFolder));
    return folders.find((one) => app.vault.getFolderByPath(one) !== null) ?? folders[0] ?? '';
  }

  /** Who this device belongs to; null where nobody has said. */
  get member(): string | null {
    const kept = this.ctx.device.read(WHO);
    return typeof kept === 'string' && kept !== '' ? kept : null;
  }

  keepMember(id: string): void {
    this.ctx.device.keep(WHO, id);
  }

  /** Every note of the folder, once the cache has settled. */
  async notesIn(folder: string): Promise<GroupNote[]> {
    await this.ctx.vaultIndex.flush();
    await this.notes.ready();
    return this.all().filter((note) => isIn(folder, note));
  }

  private all(): GroupNote[] {
    return this.notes.all().filter((note) => note.kind !== 'members');
  }

  /** The latest week for which somebody of that id handed in; null where nobody has. */
  lastOf(folder: string, id: string): IsoWeek | null {
    const theirs = this.all().filter((note) => isIn(folder, note) && memberKey(note.member) === memberKey(id));
    return (
      theirs
        .map(({ week }) => week)
        .sort()
        .at(-1) ?? null
    );
  }

  async roster(folder: string): Promise<Roster> {
    const { vault } = this.ctx.app;
    const path = joinPath(folder, 'members.md');
    const text = await this.ctx.notes.read(path);
    const { members, problems } = text === null ? { members: null, problems: [] } : readMembers(text);
    const names = (folder === '' ? vault.getRoot() : vault.getFolderByPath(folder))?.children ?? [];
    const copies = names.map((file) => file.path).filter((one) => originalOf(one)?.path === path);
    return { path, members: members === null || members.length === 0 ? null : members, problems, copies };
  }

  /** The week, with no more read than the properties of all notes and the texts of that week's. */
  async week(folder: string, asked: IsoWeek | null): Promise<ShownWeek> {
    const notes = await this.notesIn(folder);
    const roster = await this.roster(folder);
    const week = asked ?? weekToShow(notes, this.thisWeek);
    const shown = notes.filter((note) => note.kind === 'handed-in' && note.week === week);
    const texts = new Map(
      await Promise.all(shown.map(async ({ path }) => [path, await this.ctx.notes.glance(path)] as const)),
    );
    const { members } = roster;
    const found = groupWeek({ week, today: this.today, members, notes, headings: this.headings() }, texts);
    const other = notes.length > 0 ? undefined : this.all().find(({ byName }) => !byName);
    return {
      ...found,
      folder,
      roster,
      hasNone: notes.length === 0,
      elsewhere: other === undefined ? null : folderOf(folderOf(other.path)),
    };
  }

  /** Whether two ids are one member's, by what the table says. */
  isMember(roster: Roster, id: string, other: string): boolean {
    const ids = roster.members?.find(({ id: own, also }) =>
      [own, ...also].some((one) => memberKey(one) === memberKey(id)),
    );
    return [id, ids?.id ?? '', ...(ids?.also ?? [])].some((one) => memberKey(one) === memberKey(other));
  }

  private headings(): GroupHeadings {
    const all = (['zh', 'en'] as const).map((language) => this.ctx.i18n.in(language).content.headings);
    return {
      questions: all.flatMap(({ questions, asked }) => [questions, asked]),
      problems: all.map(({ problems }) => problems),
      generated: all.flatMap(({ record, planReview, reading, done, asked, numbers, feedback }) => {
        return [record, planReview, reading, done, asked, numbers, feedback];
      }),
    };
  }
}

/** A member's folder lies in the group's: what lies there itself is nobody's. */
function isIn(folder: string, { path, byName }: GroupNote): boolean {
  const prefix = folder === '' ? '' : `${folder}/`;
  return path.startsWith(prefix) && (!byName || path.indexOf('/', prefix.length) > 0);
}
