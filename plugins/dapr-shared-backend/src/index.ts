/**
 * The backend plugin of Dapr Shared.
 *
 * @packageDocumentation
 */
export { daprSharedPlugin as default } from './plugin';
export { inCluster, inNamespace, instanceResourceRef } from './permissions';
