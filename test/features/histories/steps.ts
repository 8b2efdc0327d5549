// What can happen in a vault's life. Each step leaves every word that was there; what it did is told for the report of a loss.
import { inFrontmatter } from '../../../bench/two-devices/kind';
import type { Host } from '../../host/node';
import type { FaultPlan } from '../../host/node/faults';
import { stopped } from '../handbook/versions';
import type { Device, Life, Plugins } from './life';

type Flags = Record<string, string>;

/** Half of the time a note that the plugin keeps writing in, too. */
async function someNote(life: Life, host: Host): Promise<string> {
  const notes = (await host.paths()).filter((path) => path.endsWith('.md'));
  return life.random.pick(life.random.chance(0.5) ? notes.filter(isShared) : notes);
}

const isShared = (path: string): boolean => /^(?:Weekly|Sources)\//.test(path);

/**
 * Where a student types: below the frontmatter; with a second device about not within a generated block, since what both
 * change in one place is for the sync to settle.
 */
function mayTouch(life: Life): (line: string, lines: readonly string[], at: number) => boolean {
  return (line, lines, at) => {
    if (inFrontmatter(lines, at) || line.includes('rh:')) return false;
    if (life.devices.length === 1) return true;
    const before = lines.slice(0, at).filter((one) => one.includes('rh:'));
    return !(before.at(-1)?.includes('rh:begin') ?? false);
  };
}

export async function typeElsewhere(life: Life): Promise<void> {
  const host = life.host(life.seat);
  const path = await someNote(life, host);
  life.told.push(`${life.seat}: another program writes in ${path}`);
  await life.saved(life.seat); // else the editor would save over it, as the app's own does
  await host.external.write(path, life.student.types(host.read(path), mayTouch(life)));
}

export async function typeInEditor(life: Life): Promise<void> {
  const host = life.host(life.seat);
  const path = await someNote(life, host);
  life.told.push(`${life.seat}: types in the open ${path}`);
  await life.saved(life.seat);
  await host.open(path, 'source');
  const editor = host.app.workspace.activeEditor?.editor;
  if (editor === undefined) throw new Error(`${path} has no editor`);
  editor.setValue(life.student.types(editor.getValue(), mayTouch(life)));
  if (life.random.chance(0.5)) await life.saved(life.seat); // or a command comes before the editor has saved
}

/** A fault for the next command. Only what the student does not see coming; a kill is a step of its own. */
async function somethingWrong(life: Life, device: Device): Promise<FaultPlan> {
  const host = life.host(device);
  const { random } = life;
  const path = await someNote(life, host);
  switch (random.whole(0, 8)) {
    case 0:
      return { failWrite: random.whole(1, 3) };
    case 1:
      return { delayWrite: { n: random.whole(1, 2), ms: 5 } };
    case 2:
      return { readOnly: [path] };
    case 3:
      return { failRead: [path] };
    case 4:
    case 5: {
      const written = random.pick((await host.paths()).filter(isShared));
      if (device !== life.seat) return {};
      await life.saved(device);
      return { changeAfterRead: { path: written, text: life.student.types(host.read(written), mayTouch(life)) } };
    }
    default:
      return {};
  }
}

interface Asked {
  readonly command: string;
  readonly flags: Flags;
  /** What it writes down as the student's words, where it says that it did. */
  readonly mark: string | null;
}

function someCommand(life: Life): Asked {
  const { random, student } = life;
  switch (random.whole(0, 6)) {
    case 0:
      return { command: 'add', flags: { title: `A paper ${String(random.whole(1, 6))}` }, mark: null };
    case 1:
    case 2: {
      const note = student.sentence(4);
      const flags: Flags = { source: random.pick(['resnet', 'mae']), min: String(random.whole(1, 90)), note };
      if (random.chance(0.3)) flags['status'] = random.pick(['queued', 'reading', 'read']);
      if (random.chance(0.3)) flags['date'] = random.pick(['2026-08-03', '2026-08-05', '2026-07-30']);
      return { command: 'log', flags, mark: student.typed.at(-1) ?? null };
    }
    case 3:
      return { command: 'weekly', flags: {}, mark: null };
    case 4:
      return { command: 'update', flags: random.chance(0.5) ? { merge: 'true' } : {}, mark: null };
    default:
      return { command: 'weekly', flags: { refresh: 'true' }, mark: null };
  }
}

const said = ({ command, flags }: Asked): string => `${command} ${JSON.stringify(flags)}`;

export async function runOnCommandLine(life: Life): Promise<void> {
  const device = life.random.pick(life.devices);
  const host = life.host(device);
  const asked = someCommand(life);
  const fault = await somethingWrong(life, device);
  life.told.push(`${device}: ${said(asked)} with ${JSON.stringify(fault)}`);
  life.commands += 1;
  const marks = life.student.typed.filter((mark) => fault.changeAfterRead?.text.includes(mark));
  const changed = host.faults.changed.length;
  host.faults.plan(fault);
  const answer = await host.cli(`research-handbook:${asked.command}`, { ...asked.flags, format: 'json' });
  host.faults.plan({});
  const { ok, path = '' } = JSON.parse(answer) as { readonly ok: boolean; readonly path?: string };
  if (ok && asked.mark !== null) life.expectMark(device, asked.mark, path);
  for (const at of host.faults.changed.slice(changed)) for (const mark of marks) life.expectMark(device, mark, at);
  await host.settle();
}

/** The app dies somewhere in a command, and is started again. */
export async function dieInCommand(life: Life): Promise<void> {
  const device = life.random.pick(life.devices);
  await life.saved(device);
  const host = life.host(device);
  const asked = someCommand(life);
  const stopAfterWrite = life.random.whole(0, 3);
  life.told.push(`${device}: ${said(asked)}, dies after ${String(stopAfterWrite)} writes`);
  life.commands += 1;
  host.faults.plan({ stopAfterWrite });
  await stopped(
    host,
    host.cli(`research-handbook:${asked.command}`, asked.flags).catch(() => undefined),
  );
  await life.restart(device);
}

const OFFERED = [
  'create-weekly-report',
  'refresh-weekly-report',
  'copy-weekly-report',
  'list-missing-reports',
  'choose-weekly-report',
  'show-log-problems',
  'update-handbook',
  'undo-handbook',
  'open-home',
];

/** A command of the palette; what it asks is answered by any of its buttons, or not at all. */
export async function runFromPalette(life: Life): Promise<void> {
  const device = life.random.pick(life.devices);
  const host = life.host(device);
  const id = life.random.pick(OFFERED);
  life.commands += 1;
  await host.command(`research-handbook:${id}`);
  await host.settle();
  let answers = '';
  for (let left = 2; left > 0 && host.$$('.modal-container, .prompt').length > 0; left--) {
    const buttons = host.$$<HTMLButtonElement>('.modal button:not([disabled])');
    if (buttons.length === 0 || life.random.chance(0.3)) break;
    const button = life.random.pick(buttons);
    answers += `, “${button.textContent}”`;
    life.told.push(`${device}: ${id}${answers}`);
    await host.click(button);
    await host.settle();
  }
  life.told.push(`${device}: ${id}${answers}`);
  for (let left = 3; left > 0 && host.$$('.modal-container, .prompt').length > 0; left--) await host.press('Escape');
  await host.settle();
}

export async function letTimePass(life: Life): Promise<void> {
  const hours = life.random.whole(1, 30);
  life.told.push(`${String(hours)} hours pass`);
  for (const device of life.devices) {
    await life.saved(device);
    const { clock } = life.host(device);
    await clock.jump(clock.now() + hours * 3_600_000);
  }
}

/** The app starts again, sometimes with a later version of the plugin. */
export async function startAgain(life: Life, plugins: Plugins): Promise<void> {
  const device = life.random.pick(life.devices);
  const plugin = life.random.pick([plugins.first, plugins.later]);
  life.told.push(`${device}: starts again with ${plugin === plugins.later ? 'the later' : 'the first'} version`);
  await life.saved(device);
  await life.restart(device, { plugin });
}

export async function meet(life: Life): Promise<void> {
  const first = life.random.pick(life.devices);
  life.told.push(`the devices meet, ${first} first`);
  await life.meet(first);
}
