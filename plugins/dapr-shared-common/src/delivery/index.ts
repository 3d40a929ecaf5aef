export { fluxDelivery } from './flux';
export {
  DEFAULT_INSTANCE_PATH,
  type GitOpsRepository,
  instanceFolder,
  instanceSource,
} from './gitops';
export type { DeliveryFile, DeliveryKind } from './types';
