import type { en } from './en';
import type { Wording } from './types';
import { alerts } from './zh/alerts';
import { ask } from './zh/ask';
import { blockRules } from './zh/block-rules';
import { bibliography } from './zh/bibliography';
import { choice } from './zh/choice';
import { cli } from './zh/cli';
import { common } from './zh/common';
import { content } from './zh/content';
import { convert } from './zh/convert';
import { courses } from './zh/courses';
import { experiments } from './zh/experiments';
import { group } from './zh/group';
import { handbook } from './zh/handbook';
import { heatmap } from './zh/heatmap';
import { home } from './zh/home';
import { ideas } from './zh/ideas';
import { marks } from './zh/marks';
import { network } from './zh/network';
import { options } from './zh/options';
import { packs } from './zh/packs';
import { progress } from './zh/progress';
import { readingGroup } from './zh/reading-group';
import { readingLog } from './zh/reading-log';
import { report } from './zh/report';
import { search } from './zh/search';
import { sessions } from './zh/sessions';
import { settings } from './zh/settings';
import { sources } from './zh/sources';
import { zotero } from './zh/zotero';

export const zh = {
  alerts,
  ask,
  blockRules,
  bibliography,
  choice,
  cli,
  common,
  content,
  convert,
  courses,
  experiments,
  group,
  handbook,
  heatmap,
  home,
  ideas,
  marks,
  network,
  options,
  packs,
  progress,
  readingGroup,
  readingLog,
  report,
  search,
  sessions,
  settings,
  sources,
  zotero,
} satisfies Wording<typeof en>;
