// A picture of a note as the app would show it: for looking at one's work, and for the demo.
import { openPage, type PageOptions, type ThemeVars } from './open-page';

export interface PictureOptions {
  /** A vault folder; or `files` for a throw-away one. */
  readonly vault?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The note to open, in reading view unless `mode` says otherwise. */
  readonly note?: string;
  readonly mode?: 'preview' | 'live' | 'source';
  readonly theme?: 'light' | 'dark';
  readonly vars?: ThemeVars;
  /** Width of the window in pixels; 600 and less is a phone. Default 1000. */
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
  readonly now?: string;
  readonly timezone?: string;
  readonly data?: unknown;
  /** Default: the project's own build. */
  readonly plugin?: boolean | string;
  /** A command to run before the picture, e.g. one that opens a modal. */
  readonly command?: string;
  /** Clicks, hovers and the like before the picture. */
  readonly act?: (opened: Awaited<ReturnType<typeof openPage>>) => Promise<void>;
  /** Only this element. */
  readonly selector?: string;
  /** The whole note (default), or the window only. */
  readonly full?: boolean;
  /** Where the PNG goes. */
  readonly out: string;
}

/** Draws the picture; answers the errors the page met (an empty list when all is well). */
export async function picture(options: PictureOptions): Promise<string[]> {
  const width = options.width ?? 1000;
  const mobile = width <= 600;
  const how: PageOptions = {
    plugin: options.plugin ?? true,
    dark: options.theme === 'dark',
    mobile,
    viewport: { width, height: options.height ?? (mobile ? 844 : 700) },
    clock: 'fixed',
    ...(options.vault === undefined ? {} : { dir: options.vault }),
    ...(options.files === undefined ? {} : { files: options.files }),
    ...(options.vars === undefined ? {} : { vars: options.vars }),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.timezone === undefined ? {} : { timezone: options.timezone }),
    ...(options.data === undefined ? {} : { data: options.data }),
  };
  const opened = await openPage(how);
  try {
    if (options.note !== undefined) await opened.open(options.note, options.mode ?? 'preview');
    if (options.command !== undefined) await opened.command(options.command);
    await options.act?.(opened);
    await opened.settle();
    await opened.page.waitForTimeout(300); // bars and tiles move for up to 240 ms
    await opened.screenshot(options.out, {
      full: options.full ?? true,
      ...(options.selector === undefined ? {} : { selector: options.selector }),
    });
    return [...opened.errors];
  } finally {
    await opened.close();
  }
}
