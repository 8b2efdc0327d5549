import { ToggleComponent } from 'obsidian';
import { newId } from '../new-id';

export interface SwitchOptions {
  readonly label: string;
  readonly hint: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no, with what it means below its name. */
export function drawSwitch(parent: HTMLElement, options: SwitchOptions): void {
  const row = parent.createDiv({ cls: 'rh-switch' });
  const words = row.createSpan();
  const id = newId();
  words.createSpan({ cls: 'rh-label', text: options.label, attr: { id } });
  words.createSpan({ cls: 'rh-hint', text: options.hint });
  const toggle = new ToggleComponent(row).setValue(options.value).onChange(options.onChange);
  (toggle.toggleEl.querySelector('input') ?? toggle.toggleEl).setAttribute('aria-labelledby', id);
}
