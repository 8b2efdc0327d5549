import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', ...options });
}

const BIB = `@inproceedings{he2022masked,
  title = {Masked Autoencoders Are Scalable Vision Learners},
  author = {He, Kaiming and Chen, Xinlei and Xie, Saining},
  booktitle = {CVPR},
  year = 2022,
}
@article{broken, title = {Never {ends, year = 2020}
@article{li2001, title={{地质力学}}, author={李, 四光}, year={2001}, journal={地质学报}}
`;

async function paste(text: string): Promise<void> {
  await host.command('research-handbook:import-sources');
  await host.fill('#rh-import-text', text);
  await host.settle();
}

/** From what is pasted to what was done. */
async function importText(text: string): Promise<void> {
  await paste(text);
  await host.click('.modal .mod-cta');
  await host.settle();
  await host.click('.modal .mod-cta');
  await host.settle();
}

describe('a student who pastes BibTeX', () => {
  it('sees what would be done, then has notes', async () => {
    await open();
    await paste(BIB);
    expect(host.text('.rh-drop-foot')).toContain('BibTeX, 3 entries');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.faults.writes).toEqual([]);
    expect(host.text('.rh-lead')).toBe('3 entries found. On import: 2 created.');
    expect(host.text('.rh-sum')).toContain('2 new + 1 unreadable = 3');
    expect(host.text('[data-outcome="failed"]')).toContain('Line 7: not understood');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.text('.rh-lead')).toBe('2 of 3 written; everything else is unchanged.');
    expect(host.read('Sources/Masked Autoencoders Are Scalable Vision Learners.md')).toBe(
      `---
type: source
kind: paper
title: Masked Autoencoders Are Scalable Vision Learners
authors:
  - Kaiming He
  - Xinlei Chen
  - Saining Xie
year: 2022
venue: CVPR
citekey: he2022masked
status: inbox
added: 2026-08-10
---

# Masked Autoencoders Are Scalable Vision Learners

## Reading log

## Citation

%% rh:begin bibtex ${/rh:begin bibtex (\w{6})/.exec(host.read('Sources/Masked Autoencoders Are Scalable Vision Learners.md'))?.[1] ?? ''} %%

\`\`\`bibtex
${BIB.slice(0, BIB.indexOf('\n@article{broken'))}
\`\`\`

%% rh:end bibtex %%
`,
    );
    expect(host.read('Sources/地质力学.md')).toContain('authors:\n  - 李四光\nyear: 2001\n');
    expect(host.errors).toEqual([]);
  });

  it('may name a file of the vault instead, and go back to pasting', async () => {
    const long = Array.from(
      { length: 2000 },
      (_one, at) => `@misc{k${String(at)}, title={A paper of number ${String(at)} and more}}`,
    );
    await open({ files: { 'refs.bib': long.join('\n'), 'other.bib': BIB } });
    await host.command('research-handbook:import-sources');
    await host.click('.rh-drop-foot button:last-child');
    await host.fill('.prompt input', 'refs');
    await host.press('Enter');
    await host.settle();
    expect(host.text('.rh-drop')).toContain('File: refs.bib');
    expect(host.text('.rh-drop-foot')).toContain('BibTeX, 2,000 entries');
    await host.click('.rh-drop .rh-plain');
    await host.settle();
    expect(host.text('.rh-drop')).not.toContain('refs.bib');
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
    expect(host.faults.writes).toEqual([]);
  });

  it('changes no byte by importing again, and counts each entry', async () => {
    await open();
    await importText(BIB);
    await host.click('.modal .mod-cta');
    const files = await host.paths();
    const before = files.map((path) => host.read(path));
    await paste(BIB);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.text('.rh-sum')).toContain('2 as they are + 1 unreadable = 3');
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
    expect(files.map((path) => host.read(path))).toEqual(before);
    expect(await host.paths()).toEqual(files);
  });
});
