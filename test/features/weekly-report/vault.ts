/** Thursday of 2026-W32 (2026-08-03 to 2026-08-09, by the calendar). */
export const DAY = '2026-08-06T16:20:00';

export function source(title: string, log: readonly string[] = []): string {
  const lines = log.map((line) => `- ${line}\n`).join('');
  return `---\ntype: source\nkind: paper\ntitle: "${title}"\nstatus: reading\n---\n\n# ${title}\n\n## 阅读日志\n\n${lines}`;
}

export function logged(date: string, text: string, fields: Readonly<Record<string, string | number>> = {}): string {
  const written = Object.entries(fields).map(([key, value]) => ` [${key}:: ${String(value)}]`);
  return `${date} ${text}${written.join('')}`;
}

/** Two sources with lines of this week and the one before. */
export const LOG: Record<string, string> = {
  '文献/resnet.md': source('Deep Residual Learning', [
    logged('2026-07-29', '通读', { min: 40, pass: 1 }),
    logged('2026-08-04', '推导 3.2 节', { min: 60, pass: 2 }),
    logged('2026-08-05', '对照代码', { min: 35 }),
  ]),
  '文献/mae.md': source('Masked Autoencoders', [logged('2026-08-06', '看图表', { min: 25, pass: 1 })]),
};
