import type { Setting, SettingControl, SettingDefinitionItem, SettingGroupItem, TFile } from 'obsidian';
import type { Wordings } from '../../i18n';
import type { Folders } from '../../platform/places';
import { SERVICES } from '../../core/ask/service';
import { readFeeds } from '../../core/bibliography/alerts/feeds';
import { parseHolidays } from '../../core/reading/holidays';
import { parseKeyMap } from '../../core/reading/literature';
import { HUES, readKeywords } from '../../core/marks/keywords';
import { SETTINGS, type NumberKey, type SettingKey, type Settings } from '../../settings/schema';
import { lineProblem } from './line-problem';
import { readNumberText } from './number-text';
import { pathProblem } from './paths';

type Items = SettingDefinitionItem<SettingKey>[];

/** Settings that hold the id of a secret. */
export type KeySetting = 'zoteroKey' | 'chatKey' | 'embedKey';

/** What the tab's buttons do. */
export interface TabActions {
  readonly setUp: () => void;
  readonly givePageLook: () => void;
  readonly copyDiagnostics: () => void;
  /** The field for a key, which the app keeps. */
  readonly drawKey: (key: KeySetting) => (setting: Setting) => void;
}

/** The whole tab as data, so that the app can search it; cheap and synchronous. */
export function settingDefinitions(
  t: Wordings['settings'],
  folders: Folders,
  actions: TabActions,
  spans: Items,
  values: Readonly<Settings>,
): Items {
  return [
    { type: 'group', heading: t.general, items: general(t, folders, actions) },
    { type: 'group', heading: t.time, cls: 'rh-settings', items: time(t) },
    ...spans,
    { type: 'group', heading: t.reading, items: reading(t) },
    { type: 'group', heading: t.report, items: report(t) },
    { type: 'group', heading: t.literature, cls: 'rh-settings', items: literature(t) },
    { type: 'group', heading: t.network, cls: 'rh-settings', items: network(t, actions) },
    { type: 'group', heading: t.search, items: search(t) },
    {
      type: 'group',
      heading: t.ask,
      items: [...service('chat', t, values, actions), ...service('embed', t, values, actions)],
    },
    { type: 'group', heading: t.marks, cls: 'rh-settings', items: marks(t) },
    {
      type: 'group',
      heading: t.help,
      items: [
        { name: t.setUp, desc: t.setUpDesc, action: actions.setUp },
        { name: t.diagnostics, desc: t.diagnosticsDesc, action: actions.copyDiagnostics },
      ],
    },
  ];
}

/** A text to the app: its own field for numbers changes what it cannot keep without a word. */
function numberControl(key: NumberKey, t: Wordings['settings']): SettingControl<SettingKey> {
  const field = SETTINGS[key];
  return {
    type: 'text',
    key,
    placeholder: String(field.initial),
    validate: (text) => (readNumberText(text, field) === null ? t.numberNotRead(field.min, field.max) : undefined),
  };
}

type GroupItems = SettingGroupItem<SettingKey>[];

/** An empty field shows where things lie without it. */
function general(t: Wordings['settings'], folders: Folders, actions: TabActions): GroupItems {
  const validate = (path: string): string | undefined => pathProblem(path, t);
  return [
    {
      name: t.contentLanguage,
      desc: t.contentLanguageDesc,
      control: { type: 'dropdown', key: 'contentLanguage', options: { ...t.contentLanguages } },
    },
    {
      name: t.handbookFolder,
      control: { type: 'folder', key: 'handbookFolder', placeholder: folders.handbook, validate },
    },
    {
      name: t.sourcesFolder,
      desc: t.sourcesFolderDesc,
      control: { type: 'folder', key: 'sourcesFolder', placeholder: folders.sources, validate },
    },
    {
      name: t.weeklyFolder,
      desc: t.weeklyFolderDesc,
      control: { type: 'folder', key: 'weeklyFolder', placeholder: folders.weekly, validate },
    },
    {
      name: t.templatesFolder,
      control: { type: 'folder', key: 'templatesFolder', placeholder: folders.templates, validate },
    },
    { name: t.homeNote, control: { type: 'file', key: 'homeNote', placeholder: folders.home, validate } },
    { name: t.homeReading, desc: t.homeReadingDesc, control: { type: 'toggle', key: 'homeReading' } },
    { name: t.homePageLook, desc: t.homePageLookDesc, action: actions.givePageLook },
    { name: t.homeAsView, desc: t.homeAsViewDesc, control: { type: 'toggle', key: 'homeAsView' } },
    { name: t.openHomeAtStart, desc: t.openHomeAtStartDesc, control: { type: 'toggle', key: 'openHomeAtStart' } },
  ];
}

function time(t: Wordings['settings']): GroupItems {
  return [
    {
      name: t.weekStart,
      desc: t.weekStartDesc,
      control: { type: 'dropdown', key: 'weekStart', options: { ...t.weekStarts } },
    },
    {
      name: t.holidays,
      desc: t.holidaysDesc,
      control: {
        type: 'textarea',
        key: 'holidays',
        validate: (text) => lineProblem(parseHolidays(text).problems, t.holidayNotRead, t),
      },
    },
  ];
}

function reading(t: Wordings['settings']): GroupItems {
  return [
    {
      name: t.weeklyGoal,
      desc: t.weeklyGoalDesc,
      control: numberControl('weeklyGoalMinutes', t),
    },
    { name: t.deepGoal, desc: t.deepGoalDesc, control: numberControl('deepGoalMinutes', t) },
    { name: t.importEntries, desc: t.importEntriesDesc, control: { type: 'toggle', key: 'importEntries' } },
    { name: t.logHeadings, desc: t.logHeadingsDesc, control: { type: 'text', key: 'logHeadings' } },
  ];
}

function report(t: Wordings['settings']): GroupItems {
  return [
    { name: t.groupFolder, desc: t.groupFolderDesc, control: { type: 'folder', key: 'groupFolder' } },
    { name: t.reportAuthor, desc: t.reportAuthorDesc, control: { type: 'text', key: 'reportAuthor' } },
    {
      name: t.reportName,
      desc: t.reportNameDesc,
      control: {
        type: 'text',
        key: 'reportName',
        validate: (name) => (name.includes('{week}') ? pathProblem(name, t) : t.reportNameNeedsWeek),
      },
    },
    {
      name: t.reportShowMinutes,
      desc: t.reportShowMinutesDesc,
      control: { type: 'toggle', key: 'reportShowMinutes' },
    },
    { name: t.showDepth, desc: t.showDepthDesc, control: { type: 'toggle', key: 'showDepth' } },
    { name: t.taskFolders, desc: t.taskFoldersDesc, control: { type: 'text', key: 'taskFolders' } },
    { name: t.taskTag, desc: t.taskTagDesc, control: { type: 'text', key: 'taskTag' } },
    {
      name: t.reportKeepEmpty,
      desc: t.reportKeepEmptyDesc,
      control: { type: 'toggle', key: 'reportKeepEmpty' },
    },
    {
      name: t.blockRulesInSource,
      desc: t.blockRulesInSourceDesc,
      control: { type: 'toggle', key: 'blockRulesInSource' },
    },
  ];
}

function literature(t: Wordings['settings']): GroupItems {
  return [
    {
      name: t.literaturePreset,
      desc: t.literaturePresetDesc,
      control: { type: 'dropdown', key: 'literaturePreset', options: { ...t.literaturePresets } },
    },
    { name: t.literatureFolder, control: { type: 'folder', key: 'literatureFolder' } },
    { name: t.literatureTag, control: { type: 'text', key: 'literatureTag' } },
    {
      name: t.literatureProperty,
      desc: t.literaturePropertyDesc,
      control: { type: 'text', key: 'literatureProperty' },
    },
    {
      name: t.literatureKeys,
      desc: t.literatureKeysDesc,
      control: {
        type: 'textarea',
        key: 'literatureKeys',
        validate: (text) => lineProblem(parseKeyMap(text).problems, t.literatureKeyNotRead, t),
      },
    },
  ];
}

function network(t: Wordings['settings'], actions: TabActions): GroupItems {
  return [
    {
      name: t.alertFeeds,
      desc: t.alertFeedsDesc,
      control: {
        type: 'textarea',
        key: 'alertFeeds',
        validate: (text) => lineProblem(readFeeds(text).problems, t.alertFeedNotRead, t),
      },
    },
    { name: t.alertWords, desc: t.alertWordsDesc, control: { type: 'text', key: 'alertWords' } },
    {
      name: t.zoteroFile,
      desc: t.zoteroFileDesc,
      control: { type: 'file', key: 'zoteroFile', filter: isBibliography },
    },
    { name: t.zoteroPort, control: numberControl('zoteroPort', t) },
    { name: t.zoteroKey, desc: t.zoteroKeyDesc, render: actions.drawKey('zoteroKey') },
    { name: t.networkHosts, desc: t.networkHostsDesc, control: { type: 'text', key: 'networkHosts' } },
  ];
}

const isBibliography = ({ extension }: TFile): boolean => /^(?:bib|json)$/i.test(extension);

function search(t: Wordings['settings']): GroupItems {
  return [
    {
      name: t.searchExcludedFolders,
      desc: t.searchExcludedFoldersDesc,
      control: { type: 'text', key: 'searchExcludedFolders' },
    },
    {
      name: t.searchExcludedTags,
      desc: t.searchExcludedTagsDesc,
      control: { type: 'text', key: 'searchExcludedTags' },
    },
  ];
}

/** Whom to ask; where that is said, how. */
function service(
  kind: 'chat' | 'embed',
  t: Wordings['settings'],
  values: Readonly<Settings>,
  actions: TabActions,
): GroupItems {
  const name = values[`${kind}Service`];
  const known = name === 'none' || name === 'own' ? null : SERVICES[name];
  const { deepseek, ...others } = t.services;
  const rows: GroupItems = [
    {
      name: t[`${kind}Service`],
      desc: t.serviceDesc,
      control: {
        type: 'dropdown',
        key: `${kind}Service`,
        options: kind === 'chat' ? { deepseek, ...others } : others, // DeepSeek has no embeddings
      },
    },
  ];
  if (name === 'own')
    rows.push({ name: t.serviceUrl, control: { type: 'text', key: `${kind}Url`, placeholder: 'https://…/v1' } });
  if (name !== 'none') {
    rows.push(
      { name: t.serviceModel, control: { type: 'text', key: `${kind}Model`, placeholder: known?.[kind] ?? '' } },
      { name: t.serviceKey, render: actions.drawKey(`${kind}Key`) },
      { name: t.serviceRate, control: { type: 'text', key: `${kind}Rate`, placeholder: '0.5 元' } },
    );
  }
  return rows;
}

function marks(t: Wordings['settings']): GroupItems {
  return [
    { name: t.markColours, desc: t.markColoursDesc, control: { type: 'toggle', key: 'markColours' } },
    { name: t.markCode, control: { type: 'toggle', key: 'markCode' } },
    {
      name: t.markKeywords,
      desc: t.markKeywordsDesc,
      control: {
        type: 'textarea',
        key: 'markKeywords',
        validate: (text) => lineProblem(readKeywords(text).problems, t.markKeywordNotRead(HUES.join(', ')), t),
      },
    },
    {
      name: t.markExcludedFolders,
      desc: t.markExcludedFoldersDesc,
      control: { type: 'text', key: 'markExcludedFolders' },
    },
  ];
}
