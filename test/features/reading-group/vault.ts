/** Thursday of the session. */
export const DAY = '2026-11-12T16:20:00';

export const FILES: Readonly<Record<string, string>> = {
  'Sources/ddpm.md':
    '---\ntype: source\nkind: paper\ntitle: Denoising Diffusion Probabilistic Models\nstatus: reading\n---\n\n## Reading log\n',
  'free.md': '# Mine\n',
};
