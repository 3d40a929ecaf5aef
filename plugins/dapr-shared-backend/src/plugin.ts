import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  daprSharedPermissions,
  instanceReadPermission,
} from 'backstage-plugin-dapr-shared-common';
import {
  type ClusterReader,
  clusterReaderExtensionPoint,
} from 'backstage-plugin-dapr-shared-node';
import { setTimeout as delay } from 'timers/promises';
import { KubernetesPluginReader } from './clusters';
import { Collector } from './collector';
import { readConfig } from './config';
import { inCluster, inNamespace, instanceResourceRef } from './permissions';
import { createRouter } from './router';
import { Store } from './store';

/**
 * Reads clusters for instances of shared daprd, and serves what it found to
 * who may see it.
 *
 * @public
 */
export const daprSharedPlugin = createBackendPlugin({
  pluginId: 'dapr-shared',
  register(env) {
    let replaced: ClusterReader | undefined;
    env.registerExtensionPoint(clusterReaderExtensionPoint, {
      setClusterReader(reader) {
        if (replaced) throw new Error('A cluster reader was set before.');
        replaced = reader;
      },
    });
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        auth,
        catalog,
        config,
        database,
        discovery,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        permissions,
        permissionsRegistry,
      }) {
        const {
          collector: timing,
          trustedAuthProviders,
          gitops,
          policy,
          findingPolicy,
        } = readConfig(config);
        const store = await Store.create(database);
        const collector = new Collector({
          store,
          logger,
          intervalMs: timing.intervalMs,
          logs: timing.logs,
          reader:
            replaced ??
            KubernetesPluginReader.create({
              auth,
              discovery,
              requestTimeoutMs: timing.requestTimeoutMs,
              trustedAuthProviders,
            }),
          surroundings: {
            now: () => new Date(),
            random: Math.random,
            sleep: (ms, signal) =>
              // Rejects when aborted, which is how the wait ends at a stop.
              delay(ms, undefined, { signal }).catch(() => {}),
          },
        });
        permissionsRegistry.addPermissions(
          daprSharedPermissions.filter(p => p !== instanceReadPermission),
        );
        permissionsRegistry.addResourceType({
          resourceRef: instanceResourceRef,
          permissions: [instanceReadPermission],
          rules: [inCluster, inNamespace],
          getResources: ids => store.instancesById(ids),
        });
        httpRouter.use(
          createRouter({
            httpAuth,
            catalog,
            permissions,
            permissionsRegistry,
            store,
            gitops,
            policy,
            findingPolicy,
            problem: () => collector.problem,
          }),
        );
        lifecycle.addStartupHook(() => {
          collector.run().catch(error => logger.error(`Collector: ${error}`));
        });
        lifecycle.addShutdownHook(() => collector.stop());
      },
    });
  },
});
