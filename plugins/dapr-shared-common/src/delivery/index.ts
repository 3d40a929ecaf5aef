export { deliver, deliveryKinds } from './deliver';
export { finalObjects } from './finalObjects';
export { fluxDelivery } from './flux';
export {
  type ArgoCdSettings,
  DEFAULT_INSTANCE_PATH,
  type GitOpsRepository,
  instanceFolder,
  instanceSource,
} from './gitops';
export {
  addToKustomization,
  kustomizationNames,
  type ParentFolder,
  parentFolders,
} from './parent';
export { parseGitOps } from './parseGitOps';
export {
  findGitOps,
  type InputSchema,
  parsePlanRequest,
  type PlanRequestDto,
  planRequestSchema,
  type Preview,
  preview,
  type PreviewInput,
} from './preview';
export type {
  Delivery,
  DeliveryFile,
  DeliveryKind,
  DeliveryLayout,
} from './types';
export {
  type AppWiring,
  type EnvironmentVariable,
  wireApp,
  type WiringOptions,
} from './wiring';
