import { runtimeVerifiedUpTo, supportedRuntimes } from './facts';
import { compareMinor, parseRuntimeVersion } from './version';

/**
 * Where a version stands: newer than what was verified, inside or past the
 * support window, or no version at all.
 *
 * @public
 */
export type RuntimeSupport = 'newer' | 'supported' | 'ended' | 'unreadable';

/** @public */
export function runtimeSupport(version: string): RuntimeSupport {
  const asked = parseRuntimeVersion(version);
  const newest = parseRuntimeVersion(runtimeVerifiedUpTo);
  if (!asked || !newest) return 'unreadable';
  if (compareMinor(asked, newest) > 0) return 'newer';
  const inWindow = supportedRuntimes.some(release => {
    const known = parseRuntimeVersion(release);
    return known && compareMinor(asked, known) === 0;
  });
  return inWindow ? 'supported' : 'ended';
}
