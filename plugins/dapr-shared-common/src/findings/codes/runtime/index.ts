import type { FindingCode } from '../../types';
import { appCodes } from './app';
import { containerCodes } from './containers';
import { identityCodes } from './identity';
import { podCodes } from './pods';
import { processCodes } from './process';
import { resourceCodes } from './resources';

export * from './app';
export * from './containers';
export * from './identity';
export * from './pods';
export * from './process';
export * from './resources';

/** Failures of running instances, in the order of their codes. */
export const runtimeCodes: readonly FindingCode[] = [
  ...podCodes,
  ...containerCodes,
  ...processCodes,
  ...identityCodes,
  ...resourceCodes,
  ...appCodes,
];
