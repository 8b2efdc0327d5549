import { type Device, Life, type Lost, type Plugins } from './life';
import * as steps from './steps';

export interface History {
  readonly seed: number;
  readonly devices: 1 | 2;
  readonly steps: number;
  readonly commands: number;
  readonly words: number;
  readonly lost: readonly Lost[];
  /** What was thrown or logged as an error in the app. */
  readonly errors: readonly string[];
}

type Step = (life: Life, plugins: Plugins) => Promise<void>;

/** Each as often as it stands here. */
const STEPS: readonly Step[] = [
  steps.typeElsewhere,
  steps.typeElsewhere,
  steps.typeInEditor,
  steps.typeInEditor,
  steps.runOnCommandLine,
  steps.runOnCommandLine,
  steps.runOnCommandLine,
  steps.runOnCommandLine,
  steps.runOnCommandLine,
  steps.runFromPalette,
  steps.runFromPalette,
  steps.dieInCommand,
  steps.letTimePass,
  steps.startAgain,
];
const LONGEST = 22;

/** Lives one history to its end. The same seed gives the same one; odd seeds have one device, even ones two. */
export async function live(seed: number, plugins: Plugins): Promise<History> {
  const devices = seed % 2 === 1 ? 1 : 2;
  const life = await Life.begin(seed, devices, plugins);
  const errors: string[] = [];
  const errorsOf = (device: Device): void => {
    errors.push(...life.host(device).errors.splice(0));
  };
  const count = life.random.whole(8, LONGEST);
  try {
    for (let i = 0; i < count; i++) {
      const meets = devices === 2 && life.random.chance(0.2);
      await (meets ? steps.meet : life.random.pick(STEPS))(life, plugins);
      for (const device of life.devices) {
        await life.look(device);
        errorsOf(device);
      }
    }
    if (devices === 2) await steps.meet(life);
  } catch (error) {
    throw new Error(`History ${String(seed)}, step “${life.told.at(-1) ?? ''}”`, { cause: error });
  } finally {
    await life.close();
  }
  return {
    seed,
    devices,
    steps: count,
    commands: life.commands,
    words: life.student.typed.length,
    lost: life.lost,
    errors,
  };
}
