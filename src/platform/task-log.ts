import type { TickedTask } from '../core/tasks/ticked';
import { TickedTaskCollector } from './collectors/ticked-tasks';
import type { VaultIndex } from './vault-index/vault-index';

/** The ticked tasks of the vault, by note. Costs nothing until it is first asked; from then on it is kept current. */
export interface TaskLog {
  readonly notes: ReadonlyMap<string, readonly TickedTask[]>;
  /** Notes that could not be read (still in the cloud, say). */
  readonly unread: ReadonlySet<string>;
  /** Whether `ready` has resolved before and nothing has been waiting to be read since. */
  readonly isReady: boolean;
  /** Resolves once the metadata cache has settled and every note with a ticked box has been read. */
  ready(): Promise<void>;
  /** `ready`, and every change made to the vault up to now is in. */
  flush(): Promise<void>;
  /** Calls back after each batch of changes; answers how to stop. */
  subscribe(callback: () => void): () => void;
}

export function createTaskLog(vault: VaultIndex): TaskLog {
  const collector = new TickedTaskCollector();
  const bodies = vault.addBody(collector);
  return {
    notes: collector.notes,
    unread: collector.unread,
    get isReady() {
      return bodies.isReady;
    },
    ready: () => bodies.ready(),
    flush: () => bodies.flush(),
    subscribe: (callback) => collector.subscribe(callback),
  };
}
