/**
 * Simulated clusters and a Git host on loopback, for trying out, browser tests
 * and benchmarks.
 *
 * @packageDocumentation
 */
export type { Fault } from './apiServer';
export type { Cluster } from './cluster';
export type { Clock } from './clock';
export type { GitHost } from './gitHost';
export { READER_TOKEN, type Sandbox, type SandboxOptions, startSandbox } from './sandbox'; // prettier-ignore
