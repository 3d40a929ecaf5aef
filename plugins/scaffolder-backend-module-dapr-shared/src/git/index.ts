export { type Change, type ChangeResult, pushChange } from './change';
export { Clone } from './clone';
export type { CommitOrigin } from './message';
export type { GitFile } from './tree';
