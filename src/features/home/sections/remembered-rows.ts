import type { ChecklistItem } from '../../../core/home/checklist';
import type { DeviceStorage } from '../../../platform/device-storage';

/** Parts of the page whose height depends on how much there is to show. */
const PARTS = [
  'plan',
  'missed',
  'reading',
  'waiting',
  'depth',
  'courses',
  'steps',
  'ideas',
  'alerts',
  'problems',
] as const;
export type RowsPart = (typeof PARTS)[number];

const KEY = 'research-handbook-home-rows';
const USUAL: Readonly<Record<RowsPart, number>> = {
  plan: 0,
  missed: 0,
  reading: 0,
  waiting: 0,
  depth: 0,
  courses: 0,
  steps: 3,
  ideas: 0,
  alerts: 0,
  problems: 0,
};

/**
 * How many rows each part had when it was last drawn on this device. While the vault is still being read, as much room
 * is kept free, so that nothing jumps when the rows come.
 */
export class RememberedRows {
  private readonly rows: Record<RowsPart, number>;

  constructor(private readonly device: DeviceStorage) {
    const stored = device.read(KEY);
    const known = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
    this.rows = { ...USUAL };
    for (const part of PARTS) {
      const count = known[part];
      if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 50) this.rows[part] = count;
    }
  }

  of(part: RowsPart): number {
    return this.rows[part];
  }

  keep(part: RowsPart, count: number): void {
    if (this.rows[part] === count) return;
    this.rows[part] = count;
    this.device.keep(KEY, this.rows);
  }
}

/** As many placeholders as there were rows. */
export function placeholders<T>(count: number, one: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => one(index));
}

/** Stands where an item will, while the vault is being read. */
export const NO_ITEM: ChecklistItem = {
  line: -1,
  text: '',
  done: false,
  hasBox: true,
  words: '\u00a0',
  pieces: [{ text: '\u00a0', link: null }],
};
