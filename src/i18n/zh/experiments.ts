import type { experiments as en } from '../en/experiments';
import type { Wording } from '../types';
import { beforeHan } from './spacing';

export const experiments = {
  newExperiment: '新实验',
  title: '运行',
  note: (name: string, hypothesis: string) =>
    `# ${name}\n\n\`\`\`experiment-runs\n\`\`\`\n\n## 假设\n\n${hypothesis}\n\n## 看过的数据\n\n%% 哪个版本，怎样划分，多少条；抽样看到了什么 %%\n\n## 对齐\n\n%% 复现别人的结果时，每项设置写一行 %%\n\n| 设置 | 原文 | 我的 |\n| --- | --- | --- |\n|  |  |  |\n\n## 结果\n\n%% 一个指标一行，名字和日志里一样；几个种子写均值和波动 %%\n\n| 指标 | 基线 | 这次 | 差 |\n| --- | --- | --- | --- |\n|  |  |  |  |\n\n判断：\n\n## 为什么\n\n## 怎样区分几种解释\n\n%% 下一次跑什么，每种解释各预计什么 %%\n\n## 日志\n`,
  hint: '开跑之前写：改哪一处，预计怎样变，看到什么算推翻',
  form: { hypothesis: '假设', name: '名字', idea: '检验哪个想法', submit: '新建实验' },
  run: '运行',
  less: '越低越好',
  more: '越高越好',
  none: '还没有跑过',
  noneHint:
    '先写假设。然后让脚本每跑一次记一行：`obsidian research-handbook:experiment title="MAE 消融" metric="top1 64.2"`，或者自己在日志里写：`- 2026-08-04 [metric:: top1 64.2]`',
  notExperiment: (path: string) =>
    `${beforeHan(path)}不是实验。在属性里写上 \`type: experiment\`，或者用「新实验」新建一个。`,
  bad: {
    metric: '写名字和数，比如 top1 64.2; loss 0.31',
    commit: '写提交号的 7 到 40 位，就是 git rev-parse HEAD 给出的',
  },
  cli: {
    experiment: '给一个实验记一次运行，没有这个实验就新建',
    title: '实验的名字、标题或路径',
    repo: '代码仓库',
    commit: '跑的是哪个提交',
    config: '用的配置',
    url: '这次运行的网址',
    metric: '指标，如 top1 64.2; loss 0.31',
    note: '跑了什么，一行',
    status: '实验的状态',
  },
} satisfies Wording<typeof en>;
