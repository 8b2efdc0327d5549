import { expect, it } from 'vitest';
import { openDevices, type Host } from '../../host/node';

const MAE = '---\ntype: source\ntitle: Masked Autoencoders\nvenue:\nyear: 2021 # as I remember\n---\n\nwords of mine\n';
const FILES = {
  'Sources/mae.md': MAE,
  'refs.bib': `@inproceedings{he2022, title={Masked Autoencoders}, author={He, Kaiming}, year={2022}, booktitle={CVPR}}
@article{a, title={One}}
@article{b, title={Two}, author={Ann Lee}}
`,
};
const OPTIONS = { plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: FILES } as const;
const take = (device: Host): Promise<string> =>
  device.cli('research-handbook:import', { file: 'refs.bib', format: 'json' });
const sources = async (device: Host): Promise<string[]> =>
  (await device.paths()).filter((path) => path.startsWith('Sources/'));

it('comes to one note of each where two devices import the same before they meet', async () => {
  const devices = await openDevices(OPTIONS);
  try {
    await take(devices.a);
    await take(devices.b);
    await devices.sync('a');
    for (const device of [devices.a, devices.b]) {
      expect(await sources(device)).toEqual(['Sources/One.md', 'Sources/Two.md', 'Sources/mae.md']);
      expect(device.read('Sources/mae.md')).toContain('words of mine\n');
      expect(device.read('Sources/mae.md')).toContain('year: 2021 # as I remember');
    }
    expect(devices.a.read('Sources/mae.md')).toBe(devices.b.read('Sources/mae.md'));
    expect(JSON.parse(await take(devices.a))).toMatchObject({ found: 3, created: [], filled: [] });
  } finally {
    await devices.close();
  }
});

it('drops no word that the other device wrote in a note while this one filled its properties', async () => {
  const devices = await openDevices(OPTIONS);
  try {
    await take(devices.a);
    await devices.b.external.write('Sources/mae.md', `${MAE}and more\n`);
    await devices.b.settle();
    await devices.sync('b');
    for (const device of [devices.a, devices.b]) {
      expect(device.read('Sources/mae.md')).toContain('words of mine\nand more\n');
      expect(device.read('Sources/mae.md')).toContain('citekey: he2022\n');
    }
  } finally {
    await devices.close();
  }
});

// The client knows no lines: what both put behind the same line comes twice.
it('offers to mend a note whose properties two devices filled in, while one of them logged', async () => {
  const files = { ...FILES, 'Sources/mae.md': MAE.replace('venue:\n', '') };
  const devices = await openDevices({ ...OPTIONS, files });
  try {
    await take(devices.a);
    await take(devices.b);
    await devices.b.cli('research-handbook:log', { source: 'Masked Autoencoders', min: '30', note: 'on b' });
    await devices.sync('a');
    const { b } = devices;
    expect(b.read('Sources/mae.md').match(/^(?:citekey|venue|authors):/gm)).toHaveLength(6);
    await b.command('research-handbook:show-log-problems');
    await b.settle();
    await b.click('.rh-log-mends button');
    await b.settle();
    expect(b.notices()).toEqual(['Sources/mae.md: each property stands there once now.']);
    expect(b.read('Sources/mae.md').match(/^(?:citekey|venue|authors):/gm)).toHaveLength(3);
    expect(b.read('Sources/mae.md')).toContain('on b [min:: 30]');
    expect(JSON.parse(await take(b))).toMatchObject({ created: [], filled: [], failed: [] });
  } finally {
    await devices.close();
  }
});
