import { packVectors, VectorMap, type Vector } from '../core/ask/vectors';
import type { DeviceDatabase } from './device-database';

const ROOM = 'vectors';

/** Vectors of passages, of one model at a time, as this device keeps them: a record a batch, named by its model and its first passage. */
export class Vectors {
  private model = '';
  private map = Promise.resolve(new VectorMap());
  private records = new Map<string, readonly number[]>();
  /** Names of records that are of no use: of another model, or damaged. */
  private useless: string[] = [];

  constructor(private readonly database: DeviceDatabase) {}

  /** Those of a model; none while it is another one's that are kept. */
  of(model: string): Promise<VectorMap> {
    if (model !== this.model) [this.model, this.map] = [model, this.read(model)]; // two who ask at once get the same
    return this.map;
  }

  private async read(model: string): Promise<VectorMap> {
    const [map, records, useless] = [new VectorMap(), new Map<string, readonly number[]>(), [] as string[]];
    for (const [name, bytes] of await this.database.read(ROOM)) {
      const prints = name.startsWith(`${model}\n`) ? map.add(bytes) : null;
      if (prints === null) useless.push(name);
      else records.set(name, prints);
    }
    [this.records, this.useless] = [records, useless];
    return map;
  }

  /**
   * Keeps some more. What is of no use goes: that of other models, and records of which no passage is there any more.
   *
   * @returns `not-kept` where they will not be there at the next start, since the device is full, say; `other-size` where they are of
   * another length than the others, and of no use
   */
  async keep(
    model: string,
    prints: readonly number[],
    vectors: readonly Vector[],
    isUsed: (print: number) => boolean,
  ): Promise<'kept' | 'not-kept' | 'other-size'> {
    const map = await this.of(model);
    const bytes = packVectors(prints, vectors);
    if (map.add(bytes) === null) return 'other-size';
    const name = `${model}\n${String(prints[0])}`;
    for (const [old, its] of this.records) if (!its.some(isUsed)) this.useless.push(old);
    const gone = this.useless.filter((one) => one !== name);
    this.useless = [];
    for (const one of gone) this.records.delete(one);
    this.records.set(name, prints);
    const records = new Map([...gone.map((one) => [one, null] as const), [name, bytes] as const]);
    return (await this.database.write(ROOM, records)) ? 'kept' : 'not-kept';
  }

  /** The database was emptied. */
  forget(): void {
    this.model = '';
  }
}
