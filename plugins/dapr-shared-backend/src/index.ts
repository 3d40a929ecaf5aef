/**
 * The backend plugin of Dapr Shared.
 *
 * @packageDocumentation
 */
export { daprSharedPlugin as default } from './plugin';
export {
  inCluster,
  inNamespace,
  type InstanceResource,
  instanceResourceRef,
} from './permissions';
export type { InstanceFilter } from './store';
