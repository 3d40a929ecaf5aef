import { compareMinor, parseRuntimeVersion } from './version';

/**
 * What is true of a Dapr runtime for shared daprd.
 *
 * @public
 */
export interface RuntimeFacts {
  /** First release it is true of. */
  since: string;
  /** Port of Sentry's Service in a control plane of this release. */
  sentryPort: number;
  /** How daprd learns of the scheduler: an environment variable, or an argument alone. */
  schedulerAddress: 'env' | 'flag';
}

/**
 * What changed for shared daprd between Dapr releases, newest first. Source:
 * dapr/dapr release branches and charts; verified up to 1.18. There is no row
 * for what is older than 1.14: it is below the floor.
 *
 * @public
 */
export const runtimeFacts: readonly RuntimeFacts[] = [
  { since: '1.17.0', sentryPort: 443, schedulerAddress: 'flag' },
  { since: '1.14.0', sentryPort: 443, schedulerAddress: 'env' },
];

/** The newest minor release the rows above were checked against. @public */
export const runtimeVerifiedUpTo = '1.18.0';

/**
 * Newest patch of every minor release Dapr supports, newest first. Source:
 * Dapr's support policy, 2026-08.
 *
 * @public
 */
export const supportedRuntimes: readonly [string, ...string[]] = [
  '1.18.3',
  '1.17.13',
  '1.16.19',
];

/**
 * The row for a version; undefined below the floor, or where the text is no
 * version.
 *
 * @public
 */
export function runtimeFactsOf(version: string): RuntimeFacts | undefined {
  const asked = parseRuntimeVersion(version);
  return asked && runtimeFacts.find(row => atLeast(asked, row.since));
}

function atLeast(
  version: NonNullable<ReturnType<typeof parseRuntimeVersion>>,
  since: string,
): boolean {
  const floor = parseRuntimeVersion(since);
  return floor !== undefined && compareMinor(version, floor) >= 0;
}
