import type { Text } from '@codemirror/state';
import { WidgetType, type EditorView } from '@codemirror/view';
import type { BlockStep } from '../../offers/block-rules';
import { addIcon } from '../../ui/result-list';

/** What stands in place of marker lines. */
export interface RuleLook {
  readonly lang: string;
  /** Above a run of blocks, between two of them, below; or a marker without its other half. */
  readonly place: 'head' | 'between' | 'foot' | 'lone';
  /** May be empty. */
  readonly words: string;
  readonly actions: readonly BlockStep[];
  /** Says whether the actions of two are for the same. */
  readonly key: string;
}

const ICONS: Readonly<Partial<Record<RuleLook['place'], string>>> = { head: 'list-restart', lone: 'circle-alert' };

export class RuleWidget extends WidgetType {
  constructor(private readonly look: RuleLook) {
    super();
  }

  override eq({ look }: RuleWidget): boolean {
    const { lang, place, words, key, actions } = this.look;
    return (
      look.lang === lang &&
      look.place === place &&
      look.words === words &&
      look.key === key &&
      look.actions.map(labelOf).join() === actions.map(labelOf).join()
    );
  }

  override toDOM(): HTMLElement {
    const { lang, place, words, actions } = this.look;
    const el = createDiv({ cls: 'rh-region', attr: { 'data-place': place, lang } });
    const icon = ICONS[place];
    if (icon !== undefined) addIcon(el, icon);
    if (words !== '') el.createSpan({ cls: 'rh-region-name', text: words });
    for (const step of actions) addStep(el, step);
    return el;
  }

  /** A click on the rule leads into its line; one on the button is the button's. */
  override ignoreEvent(event: Event): boolean {
    return isOnButton(event);
  }
}

const labelOf = ({ label }: BlockStep): string => label;

function addStep(el: HTMLElement, step: BlockStep): void {
  el.createEl('button', { cls: 'rh-text-button', text: step.label }).addEventListener('click', () => {
    step.run();
  });
}

function isOnButton({ target }: Event): boolean {
  return target instanceof Node && target.instanceOf(HTMLButtonElement);
}

/** Words for the student alone, which stand in a comment, and the one thing to do about them. */
export class RemarkWidget extends WidgetType {
  constructor(
    private readonly words: string,
    private readonly step: BlockStep | null,
  ) {
    super();
  }

  override eq({ words, step }: RemarkWidget): boolean {
    return words === this.words && step?.label === this.step?.label;
  }

  override toDOM(_view: EditorView): HTMLElement {
    const el = createSpan({ cls: 'rh-remark', text: this.words });
    const { step } = this;
    if (step === null) return el;
    el.appendText(' ');
    addStep(el, step);
    return el;
  }

  override ignoreEvent(event: Event): boolean {
    return isOnButton(event);
  }
}

/** Where one writes on below a line: in an empty list item that waits there (a plan's box), else on the next line. */
function placeBelow(doc: Text, number: number): number {
  const next = Math.min(number + 1, doc.lines);
  let at = next;
  while (at < doc.lines && doc.line(at).text.trim() === '') at += 1;
  return doc.line(/^\s*[-*+] (?:\[ \] ?)?$/.test(doc.line(at).text) ? at : next).to;
}

/**
 * A hint above the student's own words. A click leads below it, where these belong: what is typed into the hint itself stays
 * out of what is sent. A double one leads to the hint, to change it.
 */
export class HintWidget extends RemarkWidget {
  override toDOM(view: EditorView): HTMLElement {
    const el = super.toDOM(view);
    el.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const { doc } = view.state;
      const line = doc.lineAt(view.posAtDOM(el));
      view.dispatch({ selection: { anchor: event.detail > 1 ? line.to : placeBelow(doc, line.number) } });
      view.focus();
    });
    return el;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
