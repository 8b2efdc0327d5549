import type { content as en } from '../en/content';
import type { Wording } from '../types';

export const content = {
  folders: { handbook: '手册', sources: '文献', weekly: '周报', templates: '模板' },
  groupFolder: '组会',
  ideasFolder: '想法',
  experimentsFolder: '实验',
  readingGroupFolder: '读书会',
  homeNote: '主页',
  headings: {
    readingLog: '阅读日志',
    log: '日志',
    entry: '引用条目',
    checklist: '清单',
    record: '本周记录',
    planReview: '上周计划回顾',
    reading: '本周阅读',
    done: '本周完成',
    ran: '跑过的实验',
    asked: '笔记里的提问',
    numbers: '数字',
    learned: '收获与疑问',
    experiments: '实验',
    problems: '问题与阻塞',
    questions: '请导师回答',
    plan: '下周计划',
    feedback: '导师反馈',
  },
} satisfies Wording<typeof en>;
