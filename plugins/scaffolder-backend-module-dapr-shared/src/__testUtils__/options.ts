import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  type ClusterDto,
  type ClustersResponse,
  type DaprSharedApi,
  parseGitOps,
  parsePolicy,
} from 'backstage-plugin-dapr-shared-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ActionOptions } from '../actions';

const prodEu: ClusterDto = {
  name: 'prod-eu',
  title: 'prod-eu',
  state: 'connected',
  controlPlane: { namespace: 'dapr-system', version: '1.18.3' },
};

/** A component that somebody owns. */
const invoices = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'invoices', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/billing' }],
};

/** Options of the actions for a Git host, and a backend that knows these clusters. */
export function actionOptions(
  host: string,
  clusters: () => Promise<ClustersResponse> = async () => ({ items: [prodEu] }),
  daprShared: { gitops?: object; policy?: unknown } = {},
): ActionOptions {
  const config = new ConfigReader({
    integrations: {
      gitea: [
        {
          host: new URL(host).host,
          baseUrl: host,
          username: 'backstage',
          password: 'secret',
        },
      ],
    },
  });
  const api: DaprSharedApi = {
    getClusters: clusters,
    getEntityInstances: () => Promise.reject(new Error('Not asked for.')),
    plan: () => Promise.reject(new Error('Not asked for.')),
  };
  return {
    api,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [invoices] }),
    gitops: parseGitOps([
      {
        name: 'platform',
        repository: `${host}/platform/gitops`,
        clusters: ['prod-eu', 'staging'],
        ...daprShared.gitops,
      },
    ]),
    policy: parsePolicy(daprShared.policy),
    findingPolicy: [],
    integrations: ScmIntegrations.fromConfig(config),
    portal: 'http://portal.example',
    author: { name: 'Scaffolder', email: 'scaffolder@example.com' },
  };
}
