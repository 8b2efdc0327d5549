// The only file that reaches into obsidian-test-mocks. Its DOM helpers (createEl, setText, …) and a few pure functions are
// good; the rest of it is replaced. `build.ts` turns its strict proxies off, since the app answers undefined where they throw.
import { setup } from 'obsidian-test-mocks/setup';
import { Platform } from 'obsidian-test-mocks/obsidian';

interface PlatformFlags {
  isDesktop: boolean;
  isDesktopApp: boolean;
  isMobile: boolean;
  isMobileApp: boolean;
  isPhone: boolean;
  isTablet: boolean;
  isMacOS: boolean;
  isWin: boolean;
  isLinux: boolean;
  isIosApp: boolean;
  isAndroidApp: boolean;
}

const installed = {
  setup,
  platform: Platform as unknown as PlatformFlags,
};

/** Installs Obsidian's helpers on the DOM's prototypes and the window. */
export function installDomHelpers(): void {
  installed.setup();
}

export function setPlatform(mobile: boolean): void {
  Object.assign(installed.platform, {
    isDesktop: !mobile,
    isDesktopApp: !mobile,
    isMobile: mobile,
    isMobileApp: mobile,
    isPhone: mobile,
    isTablet: false,
    isMacOS: false,
    isWin: false,
    isLinux: !mobile,
    isIosApp: false,
    isAndroidApp: mobile,
  });
}
