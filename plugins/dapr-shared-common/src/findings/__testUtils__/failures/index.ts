import { captured } from './captured';
import { cluster } from './cluster';
import { containers } from './containers';
import { lines } from './lines';
import type { Failure } from './types';
import { workloads } from './workloads';

export { capturedLogs } from './captured';
export { casesOf, saidOf } from './said';
export type { Failure } from './types';

/**
 * Failures by where they are seen.
 *
 * @param read - gives the text of a captured log by its name
 */
export function failures(
  read: (name: string) => string,
): Readonly<Record<string, readonly Failure[]>> {
  return {
    'Captured logs of daprd 1.18.1': captured(read),
    'Pods that are not made, or find no place': workloads,
    'Containers that do not start, or do not stay': containers,
    'Identity and app, told by arguments and cluster': cluster,
    'Other lines of the log': lines,
  };
}
