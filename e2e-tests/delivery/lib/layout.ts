import {
  DEFAULT_INSTANCE_PATH,
  type DeliveryLayout,
} from 'backstage-plugin-dapr-shared-common';

/** A GitOps repository as a portal's configuration has it. */
export const layout: DeliveryLayout = {
  name: 'platform',
  repository: 'https://git.example/platform/gitops',
  branch: 'main',
  path: DEFAULT_INSTANCE_PATH,
};
