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

## Learned and unclear

- [[resnet|Residual learning]] again, see [[secret-source]]
  - canary1 [private:: true]
    - canary2

## Problems

- Batch 1024 does not fit

## Questions for my advisor

- Does the ratio follow [[mae]]?
- [x] Answered already
- canary3 [private:: yes]

## Next week's plan

- [ ] The ablation table

## Advisor's feedback

%% Keep the answer here. %%
`;

export const STUDENT: Record<string, string> = {
  'Weekly/2026-W32.md': REPORT,
  'Sources/resnet.md': '---\ntype: source\ntitle: Deep Residual Learning\narxiv: "1512.03385v1"\n---\n',
  'Sources/mae.md': '---\ntype: source\ntitle: Masked Autoencoders\ndoi: 10.1109/CVPR52688.2022.01553\n---\n',
  'Sources/unread.md': '---\ntype: source\ntitle: canary4\n---\n',
  'Sources/secret-source.md': '---\ntype: source\ntitle: canary5\nprivate: true\n---\n',
};

interface HandedIn {
  readonly member: string;
  readonly week?: string;
  readonly on?: string;
  readonly body?: string;
  readonly sources?: readonly string[];
  readonly titles?: readonly string[];
}

/** A hand-in as somebody's plugin wrote it. */
export function handedIn({
  member,
  week = '2026-W32',
  on = '2026-08-07',
  body = '',
  sources = [],
  titles = [],
}: HandedIn): string {
  const list = (values: readonly string[]): string => JSON.stringify(values);
  return `---\ntype: handed-in\nmember: ${member}\nweek: ${week}\nhanded-in: ${on}\nsources: ${list(sources)}\ntitles: ${list(titles)}\nhash: x\n---\n\n# ${week}\n\n${body}`;
}
