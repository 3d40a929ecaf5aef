import type {
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  FindingRule,
  GitOpsRepository,
  PolicyRule,
} from 'backstage-plugin-dapr-shared-common';
import type { Store } from '../store';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  store: Store;
  gitops: readonly GitOpsRepository[];
  policy: readonly PolicyRule[];
  findingPolicy: readonly FindingRule[];
  /** Why clusters may be missing. */
  problem: () => string | undefined;
}
