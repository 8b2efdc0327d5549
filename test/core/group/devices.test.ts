import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planHandIn } from '../../../src/core/group/handed-in';
import { sharedReport } from '../../../src/core/report/sharing';
import { SyncClient, type Disk, type LocalFile, type Server } from '../../host/sync/client';
import { YAML } from './yaml';

/** A folder in memory; time goes on with every write anywhere. */
class Folder implements Disk {
  readonly held = new Map<string, LocalFile>();

  constructor(private readonly clock: { ms: number }) {}

  files(): Promise<Map<string, LocalFile>> {
    return Promise.resolve(new Map(this.held));
  }

  write(path: string, text: string | null, times?: { readonly ctime: number; readonly mtime: number }): Promise<void> {
    const ms = this.now();
    if (text === null) this.held.delete(path);
    else this.held.set(path, { text, ...(times ?? { ctime: this.held.get(path)?.ctime ?? ms, mtime: ms }) });
    return Promise.resolve();
  }

  now(): number {
    return (this.clock.ms += 1000);
  }

  localTime(): string {
    return `2026-08-06 16:20:${String(this.clock.ms)}`;
  }
}

const DEVICES = 20;
const WEEKS = ['2026-W30', '2026-W31', '2026-W32'];
const LINES = [
  '- open',
  '- canary [private:: true]\n  - canary below',
  '## Problems',
  '> canary [private:: yes]\n> canary',
  '',
];

// Twenty devices, one a student; by the official client's rules. Each knows what it handed in last.
it('keeps twenty students’ hand-ins apart and whole through random weeks, and lets no private line out', async () => {
  const act = fc.record({
    who: fc.nat({ max: DEVICES - 1 }),
    week: fc.constantFrom(...WEEKS),
    does: fc.constantFrom('hand in', 'hand in', 'sync', 'sync', 'stop'),
    lines: fc.array(fc.constantFrom(...LINES), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 60 }), fc.nat(), async (acts, salt) => {
      const clock = { ms: Date.UTC(2026, 7, 6) };
      const server: Server = new Map();
      const devices = Array.from({ length: DEVICES }, (_, at) => {
        const disk = new Folder(clock);
        const options = { name: String(at), strategy: 'merge' as const, common: new Map() };
        return { disk, client: new SyncClient(disk, options), handedIn: new Map<string, string>() };
      });
      for (const [turn, { who, week, does, lines }] of acts.entries()) {
        const device = devices[who];
        if (device === undefined) continue;
        if (does === 'sync') await device.client.exchange(server);
        if (does !== 'hand in' && does !== 'stop') continue;
        const member = `m${String(who)}`;
        const path = `Group/${member}/${week}.md`;
        const report = `# ${week}\n\n- said ${String(turn)} ${String(salt)}\n${lines.join('\n')}\n`;
        const { markdown } = sharedReport(report);
        const there = device.disk.held.get(path)?.text ?? null;
        const plan = planHandIn({ member, week, today: '2026-08-06', body: markdown, sources: [] }, there, YAML);
        expect(plan.outcome).not.toBe('refused'); // nobody else writes there
        if (plan.outcome !== 'write' || does === 'stop') continue; // stopped before the write: nothing is half done
        await device.disk.write(path, plan.text);
        device.handedIn.set(path, plan.text);
      }
      for (const round of [1, 2, 3]) for (const { client } of devices) if (round > 0) await client.exchange(server);
      const all = new Map(devices.flatMap(({ handedIn }) => [...handedIn]));
      for (const { disk } of devices) {
        expect(new Map([...disk.held].map(([path, { text }]) => [path, text]))).toEqual(all);
      }
      expect(JSON.stringify([...server.values()])).not.toContain('canary');
    }),
    { numRuns: 40 },
  );
});
