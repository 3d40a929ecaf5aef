import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DaprSharedClient,
  type ClustersResponse,
  type EntityInstancesResponse,
} from 'backstage-plugin-dapr-shared-common';
import { connection } from './connection';

/** A portal's backend: ours and the kubernetes plugin, both as they ship. */
export interface Portal {
  /** What our API says of the component of that name. */
  instances(name: string): Promise<EntityInstancesResponse>;
  clusters(): Promise<ClustersResponse>;
  stop(): Promise<void>;
}

const component = (appId: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: appId,
    namespace: 'default',
    annotations: { 'dapr.io/app-id': appId },
  },
  spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
});

/** Starts a portal that knows one cluster, `test`. */
export async function startPortal(options: {
  /** What the portal knows itself by at the cluster. */
  serviceAccountToken: string;
  /** For each, the catalog has a component of that name. */
  appIds: readonly string[];
  databases: TestDatabases;
}): Promise<Portal> {
  const { serviceAccountToken, appIds, databases } = options;
  const knex = await databases.init('SQLITE_3');
  const { url, caFile } = connection();
  const cluster = {
    name: 'test',
    url,
    caFile,
    authProvider: 'serviceAccount',
    serviceAccountToken,
  };
  const backend = await startTestBackend({
    features: [
      import('backstage-plugin-dapr-shared-backend'),
      import('@backstage/plugin-kubernetes-backend'),
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities: appIds.map(component) }),
      mockServices.rootConfig.factory({
        data: {
          daprShared: { collector: { interval: { milliseconds: 100 } } },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }],
          },
        },
      }),
    ],
  });
  const client = new DaprSharedClient({
    discoveryApi: {
      getBaseUrl: async pluginId =>
        `http://localhost:${backend.server.port()}/api/${pluginId}`,
    },
  });
  const asUser = { token: mockCredentials.user.token() };
  return {
    instances: name =>
      client.getEntityInstances(
        { kind: 'component', namespace: 'default', name },
        asUser,
      ),
    clusters: () => client.getClusters(asUser),
    stop: () => backend.stop(),
  };
}
