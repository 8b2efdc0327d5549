import type { MixedText } from 'virtual:handbook-packs';
import { crc32 } from '../core/packed/crc32';
import { unmix } from '../core/packed/unmix';
import { inOneGo, type Steps } from '../core/steps';
import { Slices } from './vault-index/slices';

/** A long text, which takes a second; null where it is not what was packed. */
export class LongText {
  private text: string | null | undefined;
  private steps: Steps<Uint8Array> | null = null;

  constructor(private readonly packed: MixedText) {}

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
    return (this.steps ??= unmix(bytesOf(this.packed.mixed), this.packed.bytes));
  }

  private done(bytes: Uint8Array): void {
    this.text = textOf(bytes, this.packed);
    this.steps = null;
  }
}

function textOf(bytes: Uint8Array, packed: MixedText): string | null {
  const isWhole = bytes.length === packed.bytes && crc32(bytes) === packed.crc32;
  return isWhole ? new TextDecoder().decode(bytes) : null;
}

function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  return Uint8Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
}
