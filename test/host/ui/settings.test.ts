import { afterEach, expect, it } from 'vitest';
import { openSample, samplePlugin } from '../fixtures/sample';
import type { Host } from '../node';

let host: Host;
afterEach(() => host.close());

const saved = (): unknown => JSON.parse(host.read('.obsidian/plugins/host-sample/data.json'));
function row(name: string): HTMLElement {
  const found = host.$$('.setting-item').find((el) => el.querySelector('.setting-item-name')?.textContent === name);
  if (found === undefined) throw new Error(`no setting ${name}`);
  return found;
}
const control = (name: string): HTMLElement => row(name).querySelector('input, select, textarea') as HTMLElement;

it('draws each control with its stored value or default, and writes nothing', async () => {
  host = await openSample({
    data: { loose: 'x', toggle: true, number: 3, slider: 4, colour: '#102030', area: 'a\nb' },
  });
  await host.openSettings();
  const values = ['Loose', 'Choice', 'Number', 'Area', 'Slider', 'Colour'].map(
    (n) => (control(n) as HTMLInputElement).value,
  );
  expect(values).toEqual(['x', 'b', '3', 'a\nb', '4', '#102030']);
  expect(row('Toggle').querySelector('.checkbox-container')?.classList.contains('is-enabled')).toBe(true);
  expect(host.faults.writes).toEqual([]);
});

it('stores what the user changes, and refuses what validate refuses', async () => {
  host = await openSample();
  await host.openSettings();
  await host.fill(control('Loose'), 'y');
  await host.click(row('Toggle').querySelector('.checkbox-container') as HTMLElement);
  await host.fill(control('Choice'), 'a');
  await host.fill(control('Number'), '99');
  await host.fill(control('Checked'), 'bad');
  expect(row('Checked').classList.contains('is-invalid')).toBe(true);
  expect(row('Checked').textContent).toContain('Not this');
  expect(saved()).toEqual({ loose: 'y', toggle: true, choice: 'a', number: 10 });
  await host.fill(control('Checked'), 'good');
  expect(row('Checked').classList.contains('is-invalid')).toBe(false);
  expect(saved()).toMatchObject({ checked: 'good' });
});

it('says at once that a stored value is invalid, and keeps it', async () => {
  host = await openSample({ data: { checked: 'bad' } });
  await host.openSettings();
  expect(row('Checked').textContent).toContain('Not this');
  expect(host.faults.writes).toEqual([]);
});

it('shows and hides by predicate, acts, and draws rows of the plugin’s own', async () => {
  host = await openSample();
  await host.openSettings();
  expect(row('Only when on').isShown()).toBe(false);
  samplePlugin(host).settings['toggle'] = true;
  (samplePlugin(host) as unknown as { settingTabs: { refreshDomState(): void }[] }).settingTabs[0]?.refreshDomState();
  expect(row('Only when on').isShown()).toBe(true);
  await host.click(row('Act'));
  await host.click(row('Own row').querySelector('button') as HTMLElement);
  expect(host.notices()).toEqual(['acted', 'own']);
});

it('suggests folders and files of the vault', async () => {
  host = await openSample({ files: { 'd/a.md': '' } });
  await host.openSettings();
  await host.fill(control('Folder'), 'd');
  await host.press('Enter');
  await host.fill(control('File'), 'a');
  await host.press('Enter');
  expect(saved()).toEqual({ folder: 'd', file: 'd/a.md' });
});

it('tells a plugin that another program changed its settings', async () => {
  host = await openSample({ data: {} });
  await host.external.write('.obsidian/plugins/host-sample/data.json', '{}');
  expect(samplePlugin(host).heard).toContain('settings changed');
});
