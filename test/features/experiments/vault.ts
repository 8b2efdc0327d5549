/** Thursday of 2026-W32 (2026-08-03 to 2026-08-09, by the calendar). */
export const DAY = '2026-08-06T16:20:00';
export const PATH = 'Experiments/MAE ablation.md';

/** Five runs in this week and the one before, as the mock-up has them: the third metric without a number. */
export const EXPERIMENT = `---
type: experiment
status: running
repo: https://git.example/mae
---

# MAE ablation

\`\`\`experiment-runs
\`\`\`

## Hypothesis

A higher ratio forces the encoder to learn more.

## Data looked at

ImageNet-100, 126,689 images, 40 looked at.

## Results

| Metric | Baseline | Mine | Difference |
| --- | --- | --- | --- |
| Top-1 | 66.1 | | |

Verdict:

## Why

## Log

- 2026-07-31 read the code [min:: 60] [deep:: 1]
- 2026-08-02 mask 0.50 [metric:: top1 64.2] [metric:: loss 0.41] [commit:: 1a2b3c4]
- 2026-08-03 mask 0.75 [metric:: top1 68.4] [metric:: loss 0.35] [commit:: 9f0c71e]
- 2026-08-04 mask 0.90 [metric:: top1 65.0] [metric:: loss 0.39] [commit:: 77be012]
- 2026-08-04 lr × 4, diverged at epoch 12 [metric:: top1 NaN] [commit:: 77be012]
- 2026-08-05 norm_pix [metric:: top1 67.9] [metric:: loss 0.36] [commit:: c41d9aa]
`;

export const FILES: Record<string, string> = { [PATH]: EXPERIMENT };
