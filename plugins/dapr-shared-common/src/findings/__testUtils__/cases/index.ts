export { capacityFiring, capacityQuiet } from './capacity';
export { controlPlaneFiring, controlPlaneQuiet } from './controlPlane';
export { identityFiring, identityQuiet } from './identity';
export { securityFiring, securityQuiet } from './security';
export { versionFiring, versionQuiet } from './version';
export type { FiringCase, QuietCase } from './types';
