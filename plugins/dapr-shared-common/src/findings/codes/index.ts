import type { FindingCode } from '../types';
import { capacityCodes } from './capacity';
import { controlPlaneCodes } from './controlPlane';
import { identityCodes } from './identity';
import { runtimeCodes } from './runtime';
import { securityCodes } from './security';
import { versionCodes } from './version';

/**
 * Every code there is, in its order.
 *
 * @public
 */
export const findingCodes: readonly FindingCode[] = [
  ...identityCodes,
  ...controlPlaneCodes,
  ...capacityCodes,
  ...securityCodes,
  ...versionCodes,
  ...runtimeCodes,
];
