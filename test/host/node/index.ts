export { browser, closeBrowser } from './browser';
export { buildAll, currentBuild, useBuild, type HostBuild } from './build';
export { openDevices, type Devices, type SyncOptions } from './devices';
export type { FaultPlan, Faults } from './faults';
export type { Host } from './host';
export { openHost } from './open-host';
export { openPage, type OpenPage, type PageOptions } from './open-page';
export type { HostOptions } from './options';
export { picture, type PictureOptions } from './picture';
