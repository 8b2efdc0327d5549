import { parseBlocks } from '../block/guarded-block';
import { REPORT_BLOCKS, type ReportBlock } from './model';

/** What each generated part is headed with, in the language of the notes; one that is left out has no title. */
export type BlockTitles = Readonly<Partial<Record<ReportBlock, string>>>;

const HEADING = /^ {0,3}#{1,6}[ \t]/;

/**
 * A part with its title above it, as it stands where the parts are one after another: a title of its own outside would
 * be a place between two parts. One that shows nothing (no text, or a remark alone) shows no title either.
 */
export function withTitle(block: ReportBlock, body: string, titles: BlockTitles): string {
  const title = titleLine(block, titles);
  return title === null || showsNothing(body) ? body : `${title}\n\n${body}`;
}

/**
 * The parts as they belong into a note that is there: with its title where the part has one inside, without where the
 * note names it in a heading above. A part that shows nothing now goes by the others.
 *
 * @param bodies - without titles
 */
export function titledAsIn(
  text: string,
  bodies: ReadonlyMap<ReportBlock, string>,
  titles: BlockTitles,
): ReadonlyMap<ReportBlock, string> {
  const known = new Map(parseBlocks(text).blocks.map(({ name, body }) => [name, body.trimStart()]));
  const isTitled = (body: string): boolean => HEADING.test(body);
  const anyTitled = [...known.values()].some(isTitled);
  const hasTitle = (block: ReportBlock): boolean => {
    const body = known.get(block);
    if (body === undefined) return text.includes(`\n${titleLine(block, titles) ?? ''}\n`); // its markers are damaged
    return showsNothing(body) ? anyTitled : isTitled(body);
  };
  return new Map(
    REPORT_BLOCKS.flatMap((block) => {
      const body = bodies.get(block);
      return body === undefined ? [] : [[block, hasTitle(block) ? withTitle(block, body, titles) : body] as const];
    }),
  );
}

function titleLine(block: ReportBlock, titles: BlockTitles): string | null {
  const title = titles[block];
  return title === undefined ? null : `### ${title}`;
}

function showsNothing(body: string): boolean {
  return /^(?:%%[^%]*%%)?$/.test(body.trim());
}
