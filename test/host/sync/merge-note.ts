// How a note is merged that two devices changed.
import { diff_match_patch } from 'diff-match-patch';

/**
 * What the local side changed since the base, put onto the remote text, as Obsidian's own client does it. The diff is given no
 * time: what it cannot settle by its first looks (common ends, one text within the other, a half that both share, whole lines)
 * becomes one replacement from the first change to the last. A part that no longer fits the remote text is dropped unsaid; one
 * that does fit takes along what the remote side wrote in between.
 */
export function mergeNote(base: string, local: string, remote: string): string {
  const dmp = new diff_match_patch();
  const diffs = dmp.diff_main(base, local, true, 0);
  if (diffs.length > 2) {
    dmp.diff_cleanupSemantic(diffs);
    dmp.diff_cleanupEfficiency(diffs);
  }
  return dmp.patch_apply(dmp.patch_make(base, diffs), remote)[0];
}

/** The same with all the time that a fine diff needs: kinder than the app. */
export function mergeGently(base: string, local: string, remote: string): string {
  const dmp = new diff_match_patch();
  return dmp.patch_apply(dmp.patch_make(base, local), remote)[0];
}
