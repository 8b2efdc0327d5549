export const DAY = '2026-12-03T16:20:00';

export const PATH = 'Sources/Neural Networks - Zero to Hero.md';
export const COURSE = `---
type: source
kind: course
title: "Neural Networks: Zero to Hero"
authors:
  - Andrej Karpathy
url: https://www.youtube.com/@AndrejKarpathy
status: queued
added: 2026-12-03
course: zero-to-hero
as-of: 2026-11-30
---

# Neural Networks: Zero to Hero

## Checklist

\`\`\`course-progress
\`\`\`

- [ ] micrograd
- [ ] makemore: bigrams
- [ ] makemore: MLP
- [ ] makemore: activations, gradients, BatchNorm
- [ ] makemore: backprop ninja
- [ ] makemore: WaveNet
- [ ] GPT from scratch
- [ ] GPT tokenizer

## Reading log
`;

/** A list of the student's own. */
export const LIST = 'Geometry.md';
export const OWN = `---
as-of: 2026-12-01
authors: Hartley; Zisserman
---

# Multiple view geometry

- [Chapter 1](https://example.org/1)
- Chapter 2
`;
