export { buildAll, currentBuild, useBuild, type HostBuild } from './build';
export { openHost, type Host } from './open-host';
export type { HostOptions } from './options';
