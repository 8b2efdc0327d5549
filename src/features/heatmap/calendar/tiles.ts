import type { HeatmapDay } from '../../../core/heatmap/model';

/** Copies made of one element of each look: a copy with its attributes costs less than setting them one by one. */
export class Tiles {
  /** @param colour - that all of them have; null: each its level's */
  constructor(private readonly colour: string | null = null) {}

  private readonly column = createDiv({ cls: 'rh-week', attr: { role: 'row' } });
  /** A place without a day is no cell. */
  private readonly place = createDiv('rh-day');
  private readonly looks: Partial<Record<HeatmapDay['state'], HTMLElement[]>> = {};
  private readonly coloured = new Map<string, Tiles>();

  week(): HTMLElement {
    return this.column.cloneNode() as HTMLElement;
  }

  gap(): HTMLElement {
    return this.place.cloneNode() as HTMLElement;
  }

  /** @param colour - of its own, as CSS writes it; left out: its level's */
  day(day: HeatmapDay, colour?: string): HTMLElement {
    if (colour !== undefined) return this.ofColour(colour).day(day);
    const { state, level } = day;
    const levels = (this.looks[state] ??= []);
    levels[level] ??= this.look(state, level);
    return levels[level].cloneNode() as HTMLElement;
  }

  private look(state: HeatmapDay['state'], level: number): HTMLElement {
    const attr = { role: 'gridcell', 'data-level': level, 'data-state': state };
    const el = createDiv({ cls: this.colour === null ? 'rh-day' : 'rh-day is-own', attr });
    if (this.colour !== null) el.setCssProps({ '--rh-own': this.colour });
    return el;
  }

  private ofColour(colour: string): Tiles {
    let tiles = this.coloured.get(colour);
    if (tiles === undefined) this.coloured.set(colour, (tiles = new Tiles(colour)));
    return tiles;
  }
}
