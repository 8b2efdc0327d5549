import { registries, theApp } from '../registries';
import { type BasesView, type BasesViewConfig, BasesEntry, QueryController } from './view';

export interface BasesRegistration {
  readonly name: string;
  readonly icon: string;
  readonly factory: (controller: QueryController, containerEl: HTMLElement) => BasesView;
  readonly options?: (config: BasesViewConfig) => unknown[];
}

/**
 * Opens a base with one view of the type: every note of the vault (an unfiltered base), updated whenever the cache settles.
 * Where one is open already its options change instead, as in the view's own menu.
 */
export function openBases(type: string, options: Record<string, unknown> = {}): void {
  const shown = [...open].find(([view]) => view.type === type);
  if (shown !== undefined) {
    const [view, { update }] = shown;
    for (const [key, value] of Object.entries(options)) view.config.set(key, value);
    update();
    return;
  }
  const registration = registries.basesViews.get(type);
  if (registration === undefined) throw new Error(`No Bases view of the type ${type}`);
  const app = theApp();
  const leaf = app.workspace.containerEl.createDiv({ cls: 'workspace-leaf' });
  const containerEl = leaf.createDiv({ cls: 'bases-view', attr: { 'data-view-type': type } });
  const controller = new QueryController();
  const view = registration.factory(controller, containerEl);
  for (const [key, value] of Object.entries(options)) view.config.set(key, value);
  registration.options?.(view.config); // the app asks for them to draw the view's menu
  const update = (): void => {
    const folder = view.config.get('folder');
    view.data.data = app.vault
      .getMarkdownFiles()
      .filter((file) => typeof folder !== 'string' || file.path.startsWith(`${folder}/`))
      .map((file) => new BasesEntry(file));
    view.allProperties = view.data.properties;
    view.onDataUpdated();
  };
  controller.addChild(view);
  void controller.load();
  controller.registerEvent(app.metadataCache.on('resolved', update));
  controller.register(() => {
    leaf.remove();
  });
  update();
  open.set(view, { controller, update });
}

const open = new Map<BasesView, { readonly controller: QueryController; readonly update: () => void }>();

/** Closes what is open of the type; a view's plugin is unloaded, or its tab closed. */
export function closeBases(type: string): void {
  for (const [view, { controller }] of open) {
    if (view.type !== type) continue;
    controller.unload();
    open.delete(view);
  }
}
