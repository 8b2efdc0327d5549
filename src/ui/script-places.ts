import { Component } from 'obsidian';

/** Draws into a place of its own. What it registers with `life` ends when the place leaves the page. */
type Draw = (place: HTMLElement, life: Component) => void;

/**
 * What scripts draw, each drawing in a place of its own at the end of the script's element.
 *
 * Nobody says when such a drawing goes. Dataview empties its element and runs the script again; reading view takes what is
 * scrolled away out of the page and puts it back later; a note is dragged into another window; a script draws first and
 * puts its element into the note when it likes. So a drawing lives while its place is in a document: out of it, it rests as
 * it was drawn and holds on to nothing, only its own element knows of it; back in one, it is drawn anew.
 */
export class ScriptPlaces extends Component {
  private readonly owners = new WeakMap<Component, PlaceOwner>();
  private readonly alive = new Set<Place>();
  private readonly watched = new Map<Document, MutationObserver>();
  private isOver = false;

  /**
   * Draws at the end of an element.
   *
   * @param el - what it holds already stays
   * @param owner - the drawing ends, and is taken out, when this component unloads; left out: when the plugin does
   */
  draw(el: HTMLElement, draw: Draw, owner: Component = this): void {
    const place = new Place(el.createDiv('rh-script-place'), draw, this.ownerOf(owner));
    this.wake(place);
  }

  override onunload(): void {
    this.isOver = true;
    this.endThose(() => true);
  }

  private ownerOf(owner: Component): PlaceOwner {
    const known = this.owners.get(owner);
    if (known !== undefined && !known.hasEnded) return known;
    const fresh: PlaceOwner = new PlaceOwner(() => {
      this.endThose((place) => place.owner === fresh);
    });
    this.owners.set(owner, fresh);
    return owner.addChild(fresh);
  }

  private wake(place: Place): void {
    if (this.isOver || place.owner.hasEnded) {
      place.end();
      return;
    }
    this.alive.add(place);
    place.wake();
    this.watchDocuments();
    // Not in a document yet: the script may put it there before it ends.
    if (!isOnPage(place.el)) queueMicrotask(this.letRest);
  }

  /** Lets those rest that have left their document, whether or not they will come back. */
  private readonly letRest = (): void => {
    for (const place of this.alive) {
      if (isOnPage(place.el)) continue;
      this.alive.delete(place);
      place.rest(() => {
        this.wake(place);
      });
    }
    this.watchDocuments();
  };

  private endThose(which: (place: Place) => boolean): void {
    for (const place of this.alive) {
      if (!which(place)) continue;
      this.alive.delete(place);
      place.end();
    }
    this.watchDocuments();
  }

  /** Watches exactly those documents that hold a living drawing, those of popouts among them. */
  private watchDocuments(): void {
    const wanted = new Set([...this.alive].map(({ el }) => el.doc));
    for (const [doc, observer] of this.watched) {
      if (wanted.has(doc)) continue;
      observer.disconnect();
      this.watched.delete(doc);
    }
    for (const doc of wanted) {
      if (this.watched.has(doc)) continue;
      const observer = new MutationObserver(this.letRest);
      observer.observe(doc, { childList: true, subtree: true });
      this.watched.set(doc, observer);
    }
  }
}

/** Whether it is in a document that is on screen: that of a closed popout stays as it was. */
function isOnPage(el: HTMLElement): boolean {
  return el.isConnected && el.ownerDocument.defaultView !== null;
}

/** Stands for an owner, which says only to its children when it ends. */
class PlaceOwner extends Component {
  hasEnded = false;

  constructor(private readonly onEnd: () => void) {
    super();
  }

  override onunload(): void {
    this.hasEnded = true;
    this.onEnd();
  }
}

/** One drawing of a script, alive or at rest. */
class Place {
  private life: Component | null = null;

  constructor(
    readonly el: HTMLElement,
    private readonly draw: Draw,
    readonly owner: PlaceOwner,
  ) {}

  wake(): void {
    this.el.empty();
    const life = this.owner.addChild(new Component());
    life.load(); // whether or not the owner has
    this.life = life;
    this.draw(this.el, life);
  }

  /** @param onBack - called once the place is in a document again */
  rest(onBack: () => void): void {
    this.endLife();
    this.el.onNodeInserted(onBack, true); // the element's own listener: what is never put back is forgotten with it
  }

  end(): void {
    this.endLife();
    this.el.remove();
  }

  private endLife(): void {
    if (this.life !== null) this.owner.removeChild(this.life);
    this.life = null;
  }
}
