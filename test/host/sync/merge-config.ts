const objectIn = (text: string): Record<string, unknown> | null => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

/**
 * A file of the config folder that both sides changed: the remote's keys over the local ones, the first level alone and with no
 * look at the base, so that a key taken out on one side comes back. Where either is no JSON object, the remote file whole.
 */
export function mergeConfig(path: string, local: string, remote: string): string {
  const [ours, theirs] = [objectIn(local), objectIn(remote)];
  if (!path.endsWith('.json') || ours === null || theirs === null) return remote;
  return JSON.stringify({ ...ours, ...theirs }, undefined, 2);
}
