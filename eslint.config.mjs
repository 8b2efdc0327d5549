import json from '@eslint/json';
import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import { EFFECTS, walls } from './scripts/walls.mjs';

const FEATURES = readdirSync(new URL('src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/**
 * One wall of the house (see ARCHITECTURE.md): what the files of a room may not import.
 * @param {string[]} files the room's files
 * @param {string[]} rooms the rooms beside or above it that they may not reach into
 * @param {string} message what to do instead
 * @param {string} [packages] a pattern of packages that they may not import
 */
function wall(files, rooms, message, packages) {
  const patterns = [{ regex: `^(\\.\\./)+(${rooms.join('|')})(/|$)`, message }];
  if (packages) patterns.push({ regex: packages, message });
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

/**
 * The wall of a room for calls: every effect on the world outside is forbidden but those it is there for.
 * @param {string[]} files the room's files
 * @param {(keyof typeof EFFECTS)[]} [allowed] effects that it is the room of
 */
function effects(files, allowed = []) {
  const forbidden = Object.keys(EFFECTS).filter((effect) => !allowed.includes(effect));
  return { files, plugins: { walls }, rules: { 'walls/effects-in-their-rooms': ['error', forbidden] } };
}

const CORE = 'core knows no Obsidian, no DOM and no other room: what it needs comes in through core/ports.ts.';
const OFF = (rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));

// The walls below are held for import and export declarations.
const HIDDEN_IMPORTS = ['ImportExpression', 'TSImportType'].map((selector) => ({
  selector,
  message: 'What a file imports stands at its top.',
}));

// Globals that the preset knows (the browser's, the app's): there are none in core.
const NO_GLOBALS = Object.fromEntries(
  [...obsidianmd.configs.recommended]
    .flatMap((part) => Object.keys(part.languageOptions?.globals ?? {}))
    .map((name) => [name, 'off']),
);

// Rules that the preset sets for every file whatever its language; they cannot read JSON.
const RULES_FOR_ALL_FILES = [...obsidianmd.configs.recommended]
  .filter((part) => !part.files)
  .flatMap((part) => Object.keys(part.rules ?? {}));

export default defineConfig([
  globalIgnores([
    'node_modules/',
    'main.js',
    'coverage/',
    'demo-vault/',
    '.cache/',
    'test/fixtures/',
    'test/wdio/', // a package of its own, which is not installed here
    'src/content/',
    'package-lock.json',
  ]),
  ...obsidianmd.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off', // an interface may ask for a promise that one implementation has at once
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...HIDDEN_IMPORTS],
    },
  },
  wall(
    ['src/core/**/*.ts'],
    ['platform', 'ui', 'settings', 'i18n', 'offers', 'features', 'content', 'main'],
    CORE,
    '^(?!\\.|(?:luxon|stemmer)$)',
  ),
  wall(
    ['src/settings/**/*.ts', 'src/i18n/**/*.ts'],
    ['platform', 'ui', 'offers', 'features', 'content', 'main'],
    'settings and i18n may import core only.',
    '^(?!\\.)',
  ),
  wall(
    ['src/platform/**/*.ts'],
    ['ui', 'offers', 'features', 'content', 'main'],
    'platform may import core, settings, i18n and obsidian.',
  ),
  wall(
    ['src/ui/**/*.ts'],
    ['platform', 'settings', 'offers', 'features', 'content', 'main'],
    'ui may import core, i18n and obsidian.',
  ),
  wall(
    ['src/offers/**/*.ts'],
    ['platform', 'ui', 'settings', 'i18n', 'features', 'content', 'main'],
    'offers may import types of core and obsidian.',
    '^(?!\\.|obsidian$)',
  ),
  {
    files: ['src/offers/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > :not(ImportDeclaration[importKind="type"], ExportNamedDeclaration[exportKind="type"])',
          message: 'offers holds types alone: what does something belongs to the feature that offers it.',
        },
        ...HIDDEN_IMPORTS,
      ],
    },
  },
  ...FEATURES.map((name) =>
    wall(
      [`src/features/${name}/**/*.ts`],
      ['main', 'registry', ...FEATURES.filter((other) => other !== name)],
      'A feature never imports another feature; what it asks of one is an offer: ctx.offers.',
    ),
  ),
  effects(['src/**/*.ts']),
  effects(['src/platform/**/*.ts'], ['adapter', 'timer', 'storage', 'global']),
  effects(['src/platform/vault-notes.ts'], ['write', 'adapter', 'timer', 'global']),
  effects(['src/platform/notify.ts'], ['notice']),
  effects(['src/platform/{mail,share,zotero-link}.ts'], ['network']),
  effects(['src/platform/network.ts'], ['network', 'timer', 'global']), // a pause needs a timer
  {
    files: ['src/core/**/*.ts'],
    languageOptions: { globals: NO_GLOBALS },
    rules: {
      'no-undef': 'error', // whatever ECMAScript itself does not bring
      'no-restricted-globals': ['error', { name: 'globalThis', message: CORE }],
      'no-restricted-syntax': [
        'error',
        ...[
          'NewExpression[callee.name="Date"][arguments.length=0]',
          'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          'CallExpression[callee.name="Date"]',
          'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|local|utc)$/][arguments.length=0]',
          'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(local|utc)$/][arguments.0.type="ObjectExpression"]',
          'MemberExpression[object.name="Settings"][property.name="now"]',
        ].map((selector) => ({ selector, message: 'Time comes in through the Clock of core/ports.ts.' })),
        ...HIDDEN_IMPORTS,
      ],
    },
  },
  {
    // Not shipped: tests and scripts run on Node, and the test host draws notes the way the app does.
    files: ['test/**', 'bench/**', 'scripts/**', '*.mjs', '*.mts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      ...OFF(Object.keys(obsidianmd.rules ?? {}).map((rule) => `obsidianmd/${rule}`)),
      ...OFF([
        'no-console',
        'no-undef',
        'import/no-nodejs-modules',
        'import/no-extraneous-dependencies',
        'obsidianmd/rule-custom-message',
        'no-unsanitized/method',
        'no-unsanitized/property',
        '@microsoft/sdl/no-inner-html',
        '@typescript-eslint/no-restricted-imports',
      ]),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The preview is a page of the browser around the app: it keeps and asks as pages do.
    files: ['test/host/preview/page/**'],
    rules: OFF(['no-restricted-globals']),
  },
  {
    files: ['manifest.json', 'versions.json', '**/tsconfig.json'],
    plugins: { json },
    language: 'json/json',
    extends: ['json/recommended'],
    rules: OFF(RULES_FOR_ALL_FILES),
  },
  // moment is the app's own; the test host hands it out as the app does, and it is never bundled.
  { files: ['package.json'], rules: { 'depend/ban-dependencies': ['error', { allowed: ['moment'] }] } },
]);
