// Children added through a post-processor's context live as long as their element is in the document.
import { Component } from '../base/component';

/** Obsidian's `MarkdownRenderChild`. */
export class MarkdownRenderChild extends Component {
  constructor(public containerEl: HTMLElement) {
    super();
  }
}

interface Watched {
  readonly owner: Component;
  readonly child: MarkdownRenderChild;
  seen: boolean;
}

const watched = new Set<Watched>();
let observer: MutationObserver | null = null;

function look(): void {
  for (const each of watched) {
    const inside = each.child.containerEl.isConnected;
    if (inside) each.seen = true;
    else if (each.seen) {
      watched.delete(each);
      each.owner.removeChild(each.child);
    }
  }
  if (watched.size === 0) {
    observer?.disconnect();
    observer = null;
  }
}

/** Loads the child under its owner; unloads it when the owner goes or the child's element leaves the document. */
export function adopt(owner: Component, child: Component): void {
  owner.addChild(child);
  if (!('containerEl' in child)) return;
  const each: Watched = { owner, child: child as MarkdownRenderChild, seen: false };
  watched.add(each);
  child.register(() => watched.delete(each));
  if (observer === null) {
    observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  }
  look();
}
