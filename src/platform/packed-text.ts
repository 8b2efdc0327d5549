import type { MixedText } from 'virtual:shipped-texts';
import { crc32 } from '../core/packed/crc32';
import { unmix } from '../core/packed/unmix';
import { inOneGo, type Steps } from '../core/steps';
import { Slices } from './vault-index/slices';

/** A long text, which takes seconds, or what it begins with; null where it is not what was packed. */
export class LongText {
  private text: string | null | undefined;
  private steps: Steps<Uint8Array> | null = null;

  /** @param extent - `packed.first` for what it begins with alone */
  constructor(
    private readonly packed: MixedText,
    private readonly extent = packed as MixedText['first'],
  ) {}

  /** The text at once. */
  read(): string | null {
    if (this.text === undefined) this.done(inOneGo(this.begun()));
    return this.text ?? null;
  }

  /** Unpacks it while the app has its turns, so that `read` need not wait. */
  async prepare(): Promise<void> {
    const slices = new Slices();
    while (this.text === undefined) {
      const step = this.begun().next();
      if (step.done === true) this.done(step.value);
      else await slices.pause();
    }
  }

  private begun(): Steps<Uint8Array> {
    return (this.steps ??= unmix(bytesOf(this.packed.mixed), this.packed.bytes, this.extent.bytes));
  }

  private done(bytes: Uint8Array): void {
    const isWhole = bytes.length === this.extent.bytes && crc32(bytes) === this.extent.crc32;
    this.text = isWhole ? new TextDecoder().decode(bytes) : null;
    this.steps = null;
  }
}

function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  return Uint8Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
}
