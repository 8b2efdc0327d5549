import { Component } from 'obsidian';
import type { DateTime } from 'luxon';
import { beginSession, endOf, goesOn, isFull, readSession, stamp, type Session } from '../../core/sessions/session';
import type { Context } from '../context';

const KEY = 'research-handbook-session';
/** Stays in a session's place once it has ended, so that storage that was cleared can be told from it. */
const ENDED = { ended: true };
const STAMP_EVERY = 60_000;
/** After so long without a stamp a session does not simply go on: what is done from then on may be anything. */
const LONG_AWAY = 120 * 60_000;

/**
 * The session of this device. What the device keeps is the truth: a second window of the vault stamps the same session,
 * and a stamp counts what has passed since the last one, whoever set it.
 */
export class Tracker extends Component {
  private held: Session | null = null;
  private left = false;
  /** What `performance.now()` was at the last stamp; null before the first. */
  private stampedAt: number | null = null;
  private stopTimer: () => void = () => undefined;
  private isSaved = true;
  private hasWarned = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ctx: Context) {
    super();
  }

  override onload(): void {
    this.takeUp();
    this.registerEvent(
      this.ctx.app.vault.on('rename', ({ path }, from) => {
        if (this.held?.path === from) this.keep({ ...this.held, path });
      }),
    );
  }

  override onunload(): void {
    this.tick(this.ctx.clock.now());
    this.stopTimer();
  }

  get session(): Session | null {
    return this.held;
  }

  get isLeft(): boolean {
    return this.left;
  }

  get isKnown(): boolean {
    return this.ctx.device.read(KEY) !== null;
  }

  /** The session, stamped up to now. */
  current(): Session | null {
    if (this.held === null) this.takeUp();
    else this.tick(this.ctx.clock.now());
    return this.held;
  }

  start(path: string): void {
    this.left = false;
    this.stampedAt = performance.now();
    this.keep(beginSession(path, this.ctx.clock.now()));
    this.follow();
  }

  /** Keeps the session as it is to be from now on. */
  keep(session: Session): void {
    this.held = session;
    this.save(session);
    this.tell();
  }

  end(): void {
    this.held = null;
    this.left = false;
    this.stopTimer();
    this.save(ENDED);
    this.tell();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Goes on with the session that the device keeps: one from before a restart, or of another window. */
  private takeUp(): void {
    const session = readSession(this.ctx.device.read(KEY));
    if (session === null) return;
    this.held = session;
    this.stampedAt = null;
    // One that was being written may be in its note: that is looked at first.
    this.left = session.writing !== null || !goesOn(session, this.ctx.clock.now());
    this.follow();
  }

  private follow(): void {
    this.stopTimer();
    if (this.held === null || this.left) return;
    this.stopTimer = this.ctx.scheduler.add({
      el: this.ctx.app.workspace.containerEl,
      always: true,
      nextChange: (now) => now.toMillis() + STAMP_EVERY,
      update: (now) => {
        this.tick(now);
      },
    });
    if (this.isLeft) this.stopTimer(); // the first look found it so
  }

  private tick(now: DateTime): void {
    const { held } = this;
    if (held === null) return;
    const stored = this.ctx.device.read(KEY);
    const session = stored === null || !this.isSaved ? held : readSession(stored);
    if (session === null) {
      // Another window has ended it.
      this.held = null;
      this.left = false;
      this.stopTimer();
      this.tell();
      return;
    }
    if (stored === null) this.warn();
    if (this.left) return;
    const mine = endOf(session) === endOf(held) && this.stampedAt !== null;
    const elapsed = mine ? performance.now() - (this.stampedAt ?? 0) : null;
    this.stampedAt = performance.now();
    const isAway = now.toMillis() - endOf(session) > LONG_AWAY;
    const next = isAway ? session : stamp(session, now, elapsed);
    this.left = isAway || isFull(next);
    if (this.left) this.stopTimer();
    this.keep(next);
  }

  private save(value: unknown): void {
    try {
      this.ctx.device.keep(KEY, value);
      this.isSaved = true;
    } catch {
      this.isSaved = false;
      this.warn();
    }
  }

  /** Says once, not each minute, that the device does not keep it. */
  private warn(): void {
    if (!this.hasWarned) this.ctx.notify.warn(this.ctx.i18n.ui.sessions.notKept);
    this.hasWarned = true;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
