export type { FileChange, Person } from './commit';
export { serveGit } from './httpBackend';
export type { Commit } from './log';
export { Repository } from './repository';
export { GitError } from './run';
export type { TreeEntry } from './tree';
