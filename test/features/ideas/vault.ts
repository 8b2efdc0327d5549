/** Thursday of 2026-W32 (2026-08-03 to 2026-08-09, by the calendar). */
export const DAY = '2026-08-06T16:20:00';

export const REPORT = `---
type: weekly-report
week: 2026-W32
start: 2026-08-03
end: 2026-08-09
author: ''
status: draft
---

# 2026-W32

## Questions for my advisor

%% A question that one or two sentences answer. %%

- Does the ratio follow [[mae]]?

## Next week's plan

- [ ] The ablation table
`;

/** An idea with one part written and four open points, one of each kind that the mock-up shows. */
export const IDEA = `---
type: idea
status: shaping
---

# Attention picks the mask

\`\`\`idea-gate
\`\`\`

## In one sentence

Random masks waste patches; the encoder's own attention can choose them.

## Shapes

- in: B×3×224×224
- after masking:

## Parts and support

| Part | Role | Support |
| --- | --- | --- |
| encoder | sees what is left | [[mae\\|MAE]], section 3 |
| attention scores | choose patches | none yet |

## Nearest work

- [[mae|MAE]]: masks at random
- [[simmim|SimMIM]]
- BEiT — predicts tokens

## Cheapest test

100 images, one epoch.

Stop:

## Log
`;

export const FILES: Record<string, string> = {
  'Sources/mae.md': `---\ntype: source\ntitle: MAE\n---\n\n## Reading log\n\n- 2026-08-04 section 3 [min:: 60]\n`,
  'Sources/simmim.md': `---\ntype: source\ntitle: SimMIM\n---\n\n## Reading log\n`,
  'Weekly/2026-W32.md': REPORT,
  'Ideas/Attention picks the mask.md': IDEA,
};

export const PATH = 'Ideas/Attention picks the mask.md';
