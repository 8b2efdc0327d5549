import { apiVersion, Platform } from 'obsidian';
import type { Context } from '../context';
import type { Diagnostics } from '../../offers/diagnostics';
import type { Feature } from '../feature';
import { clearIndex } from './clear-index';

/** What helps to find a fault. */
export const diagnostics: Feature<Diagnostics> = {
  register(ctx) {
    const copy = (): Promise<void> => copyDiagnostics(ctx);
    ctx.plugin.addCommand({
      id: 'copy-diagnostics',
      name: ctx.i18n.ui.settings.diagnostics,
      callback: copy,
    });
    ctx.plugin.addCommand({
      id: 'clear-index',
      name: ctx.i18n.ui.settings.clearIndex,
      callback: () => clearIndex(ctx),
    });
    return { copy };
  },
};

async function copyDiagnostics(ctx: Context): Promise<void> {
  const t = ctx.i18n.ui.settings;
  await ctx.reading.flush();
  try {
    await navigator.clipboard.writeText(JSON.stringify(collectDiagnostics(ctx), null, 2));
    ctx.notify.info(t.diagnosticsCopied);
  } catch {
    ctx.notify.warn(t.diagnosticsFailed);
  }
}

/** Versions, settings and counts; nothing that stands in a note, and no path of one. */
export function collectDiagnostics(ctx: Context): Record<string, unknown> {
  const { index } = ctx.reading;
  const bounds = index.bounds();
  return {
    plugin: ctx.plugin.manifest.version,
    obsidian: apiVersion,
    platform: platformName(),
    interfaceLanguage: ctx.i18n.language,
    contentLanguage: ctx.places.language(),
    setUp: ctx.places.record() !== null,
    zone: ctx.clock.now().zoneName,
    settings: shownSettings(ctx),
    unreadableSettings: ctx.settings.unreadableFile ? 'data.json' : ctx.settings.unreadable,
    counts: {
      notes: ctx.app.vault.getMarkdownFiles().length,
      sources: index.sources().length,
      entries: bounds === null ? 0 : index.entriesBetween(bounds.first, bounds.last).length,
      problems: countBy(index.problems().map((problem) => problem.code)),
    },
  };
}

/** Settings as they are, but for the student's name, which a bug report does not need. */
function shownSettings(ctx: Context): Record<string, unknown> {
  const { reportAuthor, ...rest } = ctx.settings.values;
  return { ...rest, reportAuthor: reportAuthor === '' ? '' : '(set)' };
}

function platformName(): string {
  if (Platform.isIosApp) return 'iOS';
  if (Platform.isAndroidApp) return 'Android';
  if (Platform.isMacOS) return 'macOS';
  if (Platform.isWin) return 'Windows';
  return 'Linux';
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
