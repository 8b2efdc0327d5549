import { cli, study } from '../../../../scripts/demo-study.mjs';
import type { PageHost } from '../../page-api';
import type { PreviewVault } from './vaults';

/** Has the plugin set up its handbook, and a student read until today (`npm run demo` does the same in a folder). */
export async function liveAVaultIn(
  host: PageHost,
  vault: PreviewVault,
  lang: 'zh' | 'en',
  whenSetUp: () => Promise<void>,
): Promise<void> {
  const student = {
    cli: async (command: string, flags: Record<string, string>) => {
      const answer = await host.cli(command, flags);
      await host.idle();
      return answer;
    },
    read: async (path: string) => String(await vault.call('read', path)),
    external: {
      write: async (path: string, text: string) => {
        await vault.call('write', path, text);
        await host.externalChange(path);
      },
    },
  };
  await cli(student, 'setup', { lang });
  await whenSetUp();
  await study(student, { lang, today: localDay(new Date()) });
  await cli(student, 'weekly', {});
  await host.idle();
}

const localDay = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
