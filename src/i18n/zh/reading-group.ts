import type { readingGroup as en } from '../en/reading-group';
import type { Wording } from '../types';

export const readingGroup = {
  command: '新建读书会',
  note: (title: string, link: string, path: string, next: string) =>
    `# ${title}\n\n${link}${next}\n\n\`\`\`research-marks\nkeywords: [ASK]\nfolder: ${path}\n\`\`\`\n`,
  next: (date: string) => ` · 下次 ${date}`,
  dateRemark: '这一次的',
  people: '谁参加',
  peopleRemark: '每行一个，每人一节',
  nextDate: '下一次',
  presents: '这次我讲',
  presentsHint: '打开「记录阅读」，讲过的就算读过。还没开的，开完后在这篇笔记里再运行一次。',
  submit: '新建或补全',
  presented: (link: string) => `读书会讲了：${link}`,
} satisfies Wording<typeof en>;
