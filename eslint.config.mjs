import json from '@eslint/json';
import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

/** Which rooms of src a file in `room` may not import from; the walls of the house (see ARCHITECTURE.md). */
function wall(files, forbidden, message, packages = []) {
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: packages.map((name) => ({ name, message })),
          patterns: [{ regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message }],
        },
      ],
    },
  };
}

const CORE = 'core knows no Obsidian, no DOM and no other room: what it needs comes in through core/ports.ts.';
const FEATURES = [
  'handbook',
  'sources',
  'reading-log',
  'weekly-report',
  'time-progress',
  'heatmap',
  'home',
  'settings-tab',
  'diagnostics',
];

export default defineConfig([
  globalIgnores([
    'node_modules/',
    'main.js',
    'coverage/',
    'demo-vault/',
    '.cache/',
    'test/fixtures/',
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
    },
  },
  wall(['src/core/**/*.ts'], ['platform', 'ui', 'settings', 'i18n', 'features', 'content', 'main'], CORE, [
    'obsidian',
    'moment',
    'electron',
  ]),
  wall(
    ['src/settings/**/*.ts', 'src/i18n/**/*.ts'],
    ['platform', 'ui', 'features', 'content', 'main'],
    'settings and i18n may import core only.',
    ['obsidian'],
  ),
  wall(
    ['src/platform/**/*.ts'],
    ['ui', 'features', 'content', 'main'],
    'platform may import core, settings, i18n and obsidian.',
  ),
  wall(
    ['src/ui/**/*.ts'],
    ['platform', 'settings', 'features', 'content', 'main'],
    'ui may import core, i18n and obsidian.',
  ),
  ...FEATURES.map((name) =>
    wall(
      [`src/features/${name}/**/*.ts`],
      ['main', 'registry', ...FEATURES.filter((other) => other !== name)],
      'A feature never imports another feature; what it asks of one goes through ctx.actions.',
    ),
  ),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'activeDocument', 'activeWindow', 'process', 'setTimeout'].map((name) => ({
          name,
          message: CORE,
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in through the Clock of core/ports.ts.' },
      ],
    },
  },
  {
    // Not shipped: tests and build scripts run on Node.
    files: ['test/**', 'scripts/**', '*.mjs', '*.mts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      ...Object.fromEntries(Object.keys(obsidianmd.rules ?? {}).map((rule) => [`obsidianmd/${rule}`, 'off'])),
      ...Object.fromEntries(
        [
          'no-console',
          'no-undef',
          'import/no-nodejs-modules',
          'import/no-extraneous-dependencies',
          'obsidianmd/rule-custom-message',
        ].map((rule) => [rule, 'off']),
      ),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['manifest.json'], plugins: { json }, language: 'json/json', extends: ['json/recommended'] },
  { files: ['package.json'], rules: { 'depend/ban-dependencies': ['error', { allowed: ['moment'] }] } }, // the app's own moment: test host only
]);
