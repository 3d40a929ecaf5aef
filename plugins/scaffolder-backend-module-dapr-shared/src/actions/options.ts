import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  DaprSharedApi,
  FindingRule,
  GitOpsRepository,
  PolicyRule,
} from 'backstage-plugin-dapr-shared-common';

/** What the actions are made with. */
export interface ActionOptions {
  gitops: readonly GitOpsRepository[];
  policy: readonly PolicyRule[];
  findingPolicy: readonly FindingRule[];
  integrations: ScmIntegrations;
  api: DaprSharedApi;
  auth: AuthService;
  catalog: CatalogService;
  /** Address of the portal, `app.baseUrl`. */
  portal: string;
  /** Author of commits. */
  author: { name: string; email: string };
}
