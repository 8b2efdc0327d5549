import type { Leftovers } from './page-api';
import { registries, theApp } from './registries';

const TRACES =
  'style[data-plugin], .side-dock-ribbon-action, .status-bar-item, .modal-container, .menu, .suggestion-container';

/** Listeners of the app's own: the metadata cache on the vault, open views. They were there before any plugin. */
let own = 0;

export function listenersNow(): number {
  const { vault, metadataCache, workspace } = theApp();
  return vault.listenerCount() + metadataCache.listenerCount() + workspace.listenerCount();
}

/** Called before the plugin loads: what is counted later is beyond this. */
export function countOwnListeners(): void {
  own = listenersNow();
}

export function leftovers(): Leftovers {
  const views = theApp().workspace.getLeavesOfType('markdown').length * 4; // a note's view hears rename, delete, modify and metadata
  return {
    commands: [...registries.commands.keys()],
    codeBlocks: [...registries.codeBlocks.keys()],
    postProcessors: registries.postProcessors.length,
    views: [...registries.views.keys()],
    editorExtensions: registries.editorExtensions.length,
    basesViews: [...registries.basesViews.keys()],
    cli: [...registries.cli.keys()],
    protocolHandlers: [...registries.protocols.keys()],
    hoverSources: [...registries.hoverSources.keys()],
    elements: [...document.querySelectorAll(TRACES)].map((el) => el.className || el.tagName.toLowerCase()),
    listeners: listenersNow() - own - views,
  };
}
