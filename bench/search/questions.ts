// What a first-year asks, written by hand without a look at the ranking: the note that answers it (its `handbook-id`), and what
// the passage that does so holds.
import type { Language } from './corpus';

export type Question = readonly [question: string, id: string, holds: RegExp];

export const QUESTIONS: Readonly<Record<Language, readonly Question[]>> = {
  zh: [
    ['断开 ssh 之后训练怎么不停', 'servers/tmux', /tmux/],
    ['登录服务器不想每次输密码', 'servers/keys', /密钥|公钥/],
    ['服务器上不了外网怎么办', 'servers/network', /代理/],
    ['怎么把文件拷到服务器', 'servers/files', /scp|sftp/],
    ['装 PyTorch 用哪个 cuda 版本', 'servers/environment', /cuda|cu\d/i],
    ['卡住多久该去问人', 'servers/asking', /问/],
    ['命令行自动补全', 'servers/zsh', /补全|autosuggest/],
    ['先学哪门课', 'start/one-course', /课/],
    ['CS231n 作业要不要做', 'start/cs231n', /作业/],
    ['从零写一个 GPT', 'start/karpathy', /GPT|从零/],
    ['线性代数有什么好看的视频', 'start/visual', /3Blue1Brown|线性代数/],
    ['公众号看不完', 'start/feeds', /公众号/],
    ['训练集有脏数据', 'research/look-at-data', /数据/],
    ['验证时预处理和训练不一样', 'research/parity', /一致|不一样|训练/],
    ['想法不成熟能不能跟导师说', 'research/idea-rules', /想法/],
    ['每天专注几个小时', 'research/deep-work', /小时|一段/],
    ['调阈值提升指标', 'research/thresholds', /阈值/],
    ['论文怎么同步到另一台电脑', 'tools/zotero', /同步|storage/],
    ['怎么向 ChatGPT 提问', 'tools/ai-assistants', /问/],
    ['周报写什么', 'report/weekly-report', /周报/],
  ],
  en: [
    ['keep training running after I close my laptop', 'servers/tmux', /tmux/],
    ['log in without typing a password', 'servers/keys', /key/],
    ['the server has no internet access', 'servers/network', /proxy/],
    ['copy a folder to the server', 'servers/files', /scp|sftp/],
    ['which cuda version for pytorch', 'servers/environment', /cuda|cu\d/i],
    ['how long should I be stuck before asking', 'servers/asking', /ask/],
    ['shell autocompletion', 'servers/zsh', /complet|suggest/],
    ['which course should I take first', 'start/one-course', /course/],
    ['do I need to do the CS231n assignments', 'start/cs231n', /assignment/],
    ['build a GPT from scratch', 'start/karpathy', /GPT|scratch/],
    ['good videos on linear algebra', 'start/visual', /3Blue1Brown|inear algebra/],
    ['too many newsletters and feeds', 'start/feeds', /feed|account|newsletter/],
    ['outliers in the training data', 'research/look-at-data', /data|outlier/],
    ['preprocessing differs between training and validation', 'research/parity', /train/],
    ['may I tell my advisor a half-baked idea', 'research/idea-rules', /idea/],
    ['concentrate for hours without interruption', 'research/deep-work', /hour|stretch/],
    ['tune the threshold to get a better score', 'research/thresholds', /threshold/],
    ['sync papers between two computers', 'tools/zotero', /sync|storage/],
    ['how to prompt ChatGPT', 'tools/ai-assistants', /ask|question|prompt/],
    ['what belongs in the weekly report', 'report/weekly-report', /report/],
  ],
};
