// The host against the app itself: notes with the metadata that the app made of them, in a folder that OBSIDIAN_CACHES_DIR names
// (README.md says where they come from). Without the variable it is skipped.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { TFile } from 'obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { inOneGo } from '../../../src/core/steps';
import { tickedTasks } from '../../../src/core/tasks/ticked';
import { getAllTags, parseFrontMatterTags } from '../functions';
import { type Host, openHost } from '../node';
import { parseMetadata } from './parse';

interface Recorded {
  readonly filePath: string;
  readonly fileContents: string;
  readonly cachedMetadata: Readonly<Record<string, unknown>>;
  readonly getAllTags: unknown;
  readonly parseFrontMatterTags: unknown;
  readonly resolveLinkToPath: Readonly<Record<string, string | null>>;
}

interface ListItem {
  readonly task?: string;
  readonly position: { readonly start: { readonly line: number } };
}

/**
 * Parts in which the recording contradicts itself: in these two notes lists stand that differ in nothing but `1.` and `1)`, and
 * the item `    1. x` below `1. x` begins at column 4, the item `    1) x` below `1) x` at column 3. The host goes by the
 * second, as all other recorded lists do.
 */
const CONTRADICTED = ['numbered_list_items_standard.json listItems'];

const dir = process.env['OBSIDIAN_CACHES_DIR'];
const names = dir === undefined ? [] : readdirSync(dir).filter((name) => name.endsWith('.json'));
const read = (name: string): Recorded => JSON.parse(readFileSync(path.join(dir ?? '', name), 'utf8')) as Recorded;

/** The parts that one of both has, compared: the metadata's own, and what the app's functions say of them. */
function compare(name: string): [string, boolean][] {
  const recorded = read(name);
  const made = parseMetadata(recorded.fileContents);
  const ours: Record<string, unknown> = {
    ...made,
    'getAllTags()': getAllTags(made),
    'parseFrontMatterTags()': parseFrontMatterTags(made.frontmatter ?? null),
  };
  const theirs: Record<string, unknown> = {
    ...recorded.cachedMetadata,
    'getAllTags()': recorded.getAllTags,
    'parseFrontMatterTags()': recorded.parseFrontMatterTags,
  };
  const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].map((part) => [
    part,
    isDeepStrictEqual(plain(ours[part]), plain(theirs[part])),
  ]);
}

describe.skipIf(dir === undefined)('recorded metadata', () => {
  it('is what the host makes of the same notes, part by part', () => {
    const tally: Record<string, { same: number; of: number }> = {};
    const other: string[] = [];
    for (const name of names) {
      for (const [part, same] of compare(name)) {
        const row = (tally[part] ??= { same: 0, of: 0 });
        row.of += 1;
        if (same) row.same += 1;
        else other.push(`${name} ${part}`);
      }
    }
    console.table(tally);
    expect(names.length).toBeGreaterThan(0);
    expect(other.filter((part) => !CONTRADICTED.includes(part))).toEqual([]);
  });

  // By it the plugin chooses which notes to open for their tasks; a task that the app does not list would be missed.
  it('lists the tasks that the plugin reads, and no other, each box being ticked', () => {
    const isTask = ({ task }: ListItem): boolean => task === ' ' || task === 'x' || task === 'X';
    const listed = names.map((name) => {
      const items = (read(name).cachedMetadata['listItems'] ?? []) as readonly ListItem[];
      return { name, lines: items.filter(isTask).map(({ position }) => position.start.line) };
    });
    const ticked = (text: string): string => text.replaceAll('[ ]', '[x]');
    const ours = names.map((name) => ({
      name,
      lines: inOneGo(tickedTasks(ticked(read(name).fileContents))).map(({ line }) => line),
    }));
    expect(ours).toEqual(listed);
    expect(listed.flatMap(({ lines }) => lines).length).toBeGreaterThan(0);
  });

  let host: Host | undefined;
  afterEach(() => host?.close());

  it('resolves links as the app does, as far as what they mean is in the folder', async () => {
    const recorded = names.map(read);
    const files = Object.fromEntries(recorded.map((note) => [note.filePath, note.fileContents]));
    const opened = (host = await openHost({ files }));
    const found: [string, string, string | undefined][] = [];
    const wanted: [string, string, string | undefined][] = [];
    for (const { filePath, resolveLinkToPath } of recorded) {
      const file = opened.app.vault.getFileByPath(filePath) as TFile;
      for (const [link, target] of Object.entries(resolveLinkToPath)) {
        if (target !== null && files[target] === undefined) continue;
        const { metadataCache } = opened.app;
        const name = link.replace(/#.*$/s, '');
        found.push([filePath, link, metadataCache.getFirstLinkpathDest(name, file.path)?.path]);
        wanted.push([filePath, link, target ?? undefined]);
      }
    }
    expect(found).toEqual(wanted);
  });
});
