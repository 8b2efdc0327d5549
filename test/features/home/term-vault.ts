// A student's vault in the middle of a term: the figures of a year, made the same each time. Now is Thursday of 2026-W45.

export const NOW = '2026-11-05T16:24:00';
export const ZONE = 'Asia/Shanghai';
export const WEEK = '2026-W45';

export type Files = Record<string, string>;
type Language = 'zh' | 'en';

interface Words {
  readonly sources: string;
  readonly weekly: string;
  readonly log: string;
  readonly plan: string;
  readonly items: readonly string[];
  readonly home: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    sources: '文献',
    weekly: '周报',
    log: '阅读日志',
    plan: '下周计划',
    items: [
      '[x] 读完 ViT 的附录',
      '[ ] 复现 MAE 在 ImageNet-100 上的预训练',
      '[ ] 整理消融实验表格',
      '[ ] 给导师发论文提纲',
    ],
    home: '主页.md',
  },
  en: {
    sources: 'Sources',
    weekly: 'Weekly',
    log: 'Reading log',
    plan: "Next week's plan",
    items: [
      '[x] Finish the appendix of ViT',
      '[ ] Reproduce MAE pre-training on ImageNet-100',
      '[ ] Tidy the ablation table',
      '[ ] Send the paper outline to my advisor',
    ],
    home: 'Home.md',
  },
};

export const SPANS: Readonly<Record<Language, string>> = {
  zh: '秋季学期: 2026-08-17..2026-12-20\n硕士: 2025-09-01..2028-06-30\nCVPR 2027 投稿: 2026-09-01..2026-11-17',
  en: 'Autumn term: 2026-08-17..2026-12-20\nMaster’s: 2025-09-01..2028-06-30\nCVPR 2027 paper: 2026-09-01..2026-11-17',
};

/** Settings of that student. */
export function settingsOf(language: Language): Record<string, unknown> {
  return { settingsVersion: 1, contentLanguage: language, weeklyGoalMinutes: 600, spans: SPANS[language] };
}

export function homePathOf(language: Language): string {
  return WORDS[language].home;
}

/** The notes of a year: sources with their log, reports (one week missing now and then), and a home note. */
export function termVault(language: Language, block = ''): Files {
  const words = WORDS[language];
  const files: Files = { [words.home]: `# ${words.home.slice(0, -3)}\n\n\`\`\`research-home\n${block}\`\`\`\n` };
  const titles = sourcesOf(language);
  const logs = yearOfReading(titles.length);
  titles.forEach(({ file, frontmatter }, index) => {
    const lines = (logs[index] ?? []).join('\n');
    files[`${words.sources}/${file}.md`] = `---\ntype: source\n${frontmatter}\n---\n\n## ${words.log}\n\n${lines}\n`;
  });
  for (let ago = 1; ago <= 50; ago++) {
    if ([5, 6, 22, 26, 39, 40].includes(ago)) continue;
    const week = weekBefore(ago);
    files[`${words.weekly}/${week}.md`] = report(week, 'sent', words);
  }
  files[`${words.weekly}/${WEEK}.md`] = report(WEEK, 'draft', words);
  return files;
}

function report(week: string, status: string, words: Words): string {
  const plan = words.items.map((item) => `- ${item}`).join('\n');
  return `---\ntype: weekly-report\nweek: ${week}\nstatus: ${status}\n---\n\n# ${week}\n\n## ${words.plan}\n\n${plan}\n`;
}

function sourcesOf(language: Language): { file: string; frontmatter: string }[] {
  const source = (file: string, ...lines: string[]) => ({
    file,
    frontmatter: [`title: "${file}"`, ...lines].join('\n'),
  });
  const zh = language === 'zh';
  return [
    source(
      'Masked Autoencoders Are Scalable Vision Learners',
      'kind: paper\nauthors: [Kaiming He, Xinlei Chen, Saining Xie]\nvenue: CVPR\nyear: 2022\nstatus: reading',
    ),
    source(
      'Denoising Diffusion Probabilistic Models',
      'kind: paper\nauthors: [Jonathan Ho, Ajay Jain, Pieter Abbeel]\nvenue: NeurIPS\nyear: 2020\nstatus: reading',
    ),
    zh
      ? source('机器学习', 'kind: book\nauthors: [周志华]\nvenue: 清华大学出版社\nyear: 2016\nstatus: reading')
      : source(
          'Deep Learning',
          'kind: book\nauthors: [Ian Goodfellow, Yoshua Bengio]\nvenue: MIT Press\nyear: 2016\nstatus: reading',
        ),
    {
      file: 'CS231n',
      frontmatter:
        'title: "CS231n: Deep Learning for Computer Vision"\nkind: course\nauthors: [Stanford]\nstatus: reading',
    },
    ...Array.from({ length: 12 }, (_, index) => source(`Queued ${String(index + 1)}`, 'kind: paper\nstatus: queued')),
  ];
}

/** Log lines of each source that is read, oldest first. */
function yearOfReading(sources: number): string[][] {
  const logs: string[][] = Array.from({ length: sources }, () => []);
  let seed = 20_261_105;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (let ago = 352; ago >= 4; ago--) {
    const weekend = new Date(Date.UTC(2026, 10, 5 - ago)).getUTCDay() % 6 === 0;
    if (random() > (weekend ? 0.3 : 0.72)) continue;
    const minutes = random() < 0.04 ? 0 : Math.round((10 + random() * random() * 170) / 5) * 5;
    logs[Math.floor(random() * 4)]?.push(`- ${dayBefore(ago)} … [min:: ${String(minutes)}]`);
  }
  logs[0]?.push('- 2026-11-02 § 3 [min:: 90] [pass:: 2]', '- 2026-11-05 § 3.2 [min:: 45] [pass:: 2]');
  logs[1]?.push('- 2026-11-04 [min:: 75] [pass:: 1]', '- 2026-11-05 [min:: 20]');
  logs[2]?.push('- 2026-11-03 [min:: 40]', '- 2026-11-05 [min:: 30]');
  logs[3]?.push('- 2026-11-03 [min:: 85]');
  return logs;
}

function dayBefore(ago: number): string {
  return new Date(Date.UTC(2026, 10, 5 - ago)).toISOString().slice(0, 10);
}

/** Weeks of 2026 and 2025 before W45; 2025 has 52 weeks. */
function weekBefore(ago: number): string {
  const number = 45 - ago;
  const [year, week] = number >= 1 ? [2026, number] : [2025, 52 + number];
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}
