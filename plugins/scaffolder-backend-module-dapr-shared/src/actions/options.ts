import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type {
  DaprSharedApi,
  GitOpsRepository,
} from 'backstage-plugin-dapr-shared-common';

/** What the actions are made with. */
export interface ActionOptions {
  gitops: readonly GitOpsRepository[];
  integrations: ScmIntegrations;
  api: DaprSharedApi;
  auth: AuthService;
  /** Address of the portal, `app.baseUrl`. */
  portal: string;
  /** Author of commits. */
  author: { name: string; email: string };
}
