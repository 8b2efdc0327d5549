import { alerts } from './en/alerts';
import { ask } from './en/ask';
import { blockRules } from './en/block-rules';
import { bibliography } from './en/bibliography';
import { choice } from './en/choice';
import { cli } from './en/cli';
import { common } from './en/common';
import { content } from './en/content';
import { convert } from './en/convert';
import { courses } from './en/courses';
import { experiments } from './en/experiments';
import { group } from './en/group';
import { handbook } from './en/handbook';
import { heatmap } from './en/heatmap';
import { home } from './en/home';
import { ideas } from './en/ideas';
import { marks } from './en/marks';
import { network } from './en/network';
import { options } from './en/options';
import { packs } from './en/packs';
import { progress } from './en/progress';
import { readingGroup } from './en/reading-group';
import { readingLog } from './en/reading-log';
import { report } from './en/report';
import { search } from './en/search';
import { sessions } from './en/sessions';
import { settings } from './en/settings';
import { sources } from './en/sources';
import { zotero } from './en/zotero';

export const en = {
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
};
