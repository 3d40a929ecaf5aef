import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type {
  ClusterDto,
  ClustersResponse,
  DaprSharedApi,
} from 'backstage-plugin-dapr-shared-common';
import type { ActionOptions } from '../actions';
import { readGitOps } from '../config';

const prodEu: ClusterDto = {
  name: 'prod-eu',
  title: 'prod-eu',
  state: 'connected',
  controlPlane: { namespace: 'dapr-system', version: '1.18.3' },
};

/** Options of the actions for a Git host, and a backend that knows these clusters. */
export function actionOptions(
  host: string,
  clusters: () => Promise<ClustersResponse> = async () => ({ items: [prodEu] }),
): ActionOptions {
  const config = new ConfigReader({
    daprShared: {
      gitops: [
        {
          name: 'platform',
          repository: `${host}/platform/gitops`,
          clusters: ['prod-eu', 'staging'],
        },
      ],
    },
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
  };
  return {
    api,
    auth: mockServices.auth(),
    gitops: readGitOps(config),
    integrations: ScmIntegrations.fromConfig(config),
    portal: 'http://portal.example',
    author: { name: 'Scaffolder', email: 'scaffolder@example.com' },
  };
}
