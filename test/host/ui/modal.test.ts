import { afterEach, expect, it } from 'vitest';
import { openSample, samplePlugin } from '../fixtures/sample';
import type { Host } from '../node';

let host: Host;
afterEach(() => host.close());

it('opens, closes by Escape, button and ground, and gives the focus back', async () => {
  host = await openSample();
  const { Modal } = samplePlugin(host).obsidian;
  const before = host.document.body.createEl('button');
  before.focus();
  const heard: string[] = [];
  class Asking extends Modal {
    override onOpen(): void {
      heard.push('open');
      this.setTitle('Title');
      this.contentEl.createEl('input').focus();
    }
    override onClose(): void {
      heard.push('close');
    }
  }
  const modal = new Asking(host.app);
  for (const end of ['Escape', '.modal-close-button', '.modal-bg']) {
    modal.contentEl.replaceChildren();
    modal.open();
    expect(host.text('.modal-title')).toBe('Title');
    expect(host.document.activeElement?.tagName).toBe('INPUT');
    if (end === 'Escape') await host.press('Escape');
    else await host.click(end);
    expect(host.$$('.modal-container')).toEqual([]);
  }
  modal.open();
  await host.press('Escape');
  expect(host.document.activeElement).toBe(before);
  modal.close(); // a second close does nothing
  expect(heard.filter((h) => h === 'close')).toHaveLength(4);
});

it('closes only the upper of two modals by Escape', async () => {
  host = await openSample();
  const { Modal } = samplePlugin(host).obsidian;
  new Modal(host.app).setTitle('lower').open();
  new Modal(host.app).setTitle('upper').open();
  await host.press('Escape');
  expect(host.$$('.modal-title').map((el) => el.textContent)).toEqual(['lower']);
});

it('a confirmation closes after its button, unless the handler answers something', async () => {
  host = await openSample();
  const { ConfirmationModal } = samplePlugin(host).obsidian;
  let keep = true;
  const modal = new ConfirmationModal(host.app)
    .addButton((b) =>
      b
        .setButtonText('Go')
        .setInitialFocus()
        .onClick(async () => Promise.resolve(keep)),
    )
    .addCancelButton('No');
  modal.open();
  expect(host.document.activeElement?.textContent).toBe('Go');
  await host.press('Enter');
  expect(host.$$('.modal')).toHaveLength(1);
  keep = false;
  await host.press('Enter');
  expect(host.$$('.modal')).toHaveLength(0);
  modal.open();
  await host.click('.mod-cancel');
  expect(host.$$('.modal')).toHaveLength(0);
});

it('suggests fuzzily, moves by arrows, chooses by Enter after closing', async () => {
  host = await openSample();
  const { FuzzySuggestModal } = samplePlugin(host).obsidian;
  const heard: string[] = [];
  class Picker extends FuzzySuggestModal<string> {
    getItems(): string[] {
      return ['Attention is all you need', 'Deep residual learning', '图像识别'];
    }
    getItemText(item: string): string {
      return item;
    }
    onChooseItem(item: string): void {
      heard.push(`chose ${item}`);
    }
    override onClose(): void {
      heard.push('closed');
    }
  }
  new Picker(host.app).open();
  await host.settle();
  expect(host.$$('.suggestion-item')).toHaveLength(3);
  await host.press('ArrowDown');
  await host.press('Enter');
  expect(heard).toEqual(['closed', 'chose Deep residual learning']);
  new Picker(host.app).open();
  await host.fill('.prompt-input', 'rsdl');
  expect(host.$$('.suggestion-item').map((el) => el.textContent)).toEqual(['Deep residual learning']);
  expect(host.text('.suggestion-highlight')).toBe('r');
  await host.fill('.prompt-input', '识别');
  expect(host.text('.suggestion-item')).toBe('图像识别');
  await host.fill('.prompt-input', 'zzz');
  expect(host.text('.suggestion-empty')).toBe('No results found.');
});

it('shows notices until their time, and menus until a choice', async () => {
  host = await openSample();
  const { Menu, Notice } = samplePlugin(host).obsidian;
  new Notice('short', 1_000);
  new Notice('stays', 0);
  expect(host.notices()).toEqual(['short', 'stays']);
  await host.clock.advance(1_000);
  expect(host.notices()).toEqual(['stays']);
  await host.click('.notice');
  expect(host.notices()).toEqual([]);

  const chosen: string[] = [];
  const event = new host.window.MouseEvent('contextmenu', { clientX: 5, clientY: 5, cancelable: true });
  Menu.forEvent(event).addItem((item) => item.setTitle('One').onClick(() => chosen.push('One')));
  Menu.forEvent(event).addItem((item) =>
    item
      .setTitle('Two')
      .setDisabled(true)
      .onClick(() => chosen.push('Two')),
  );
  await host.settle();
  expect(host.$$('.menu-item').map((el) => el.textContent)).toEqual(['One', 'Two']);
  await host.click(host.$$('.menu-item')[1] as HTMLElement);
  await host.click('.menu-item');
  expect(chosen).toEqual(['One']);
  expect(host.$$('.menu')).toEqual([]);
});

it('names where a click with keys held shall open', async () => {
  host = await openSample();
  const { Keymap } = samplePlugin(host).obsidian;
  const click = (init: MouseEventInit): unknown => Keymap.isModEvent(new host.window.MouseEvent('click', init));
  expect(click({})).toBe(false);
  expect(click({ ctrlKey: true })).toBe('tab');
  expect(click({ button: 1 })).toBe('tab');
  expect(click({ ctrlKey: true, altKey: true })).toBe('split');
  expect(click({ ctrlKey: true, altKey: true, shiftKey: true })).toBe('window');
  expect(Keymap.isModEvent(null)).toBe(false);
});
