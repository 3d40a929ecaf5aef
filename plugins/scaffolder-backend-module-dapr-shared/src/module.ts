import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  DaprSharedClient,
  parseFindingPolicy,
  parseGitOps,
  parsePolicy,
} from 'backstage-plugin-dapr-shared-common';
import { createGenerateAction, createPullRequestAction } from './actions';

/**
 * Adds the actions `dapr-shared:generate` and `dapr-shared:pull-request`.
 *
 * @public
 */
export const scaffolderModuleDaprShared = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'dapr-shared',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, catalog, config, discovery, scaffolder }) {
        const author = config.getOptionalConfig('scaffolder.defaultAuthor');
        const options = {
          auth,
          catalog,
          gitops: parseGitOps(config.getOptional('daprShared.gitops')),
          policy: parsePolicy(config.getOptional('daprShared.policy')),
          findingPolicy: parseFindingPolicy(
            config.getOptional('daprShared.findings'),
          ),
          integrations: ScmIntegrations.fromConfig(config),
          api: new DaprSharedClient({ discoveryApi: discovery }),
          portal: config.getString('app.baseUrl'),
          author: {
            // The scaffolder's own defaults.
            name: author?.getOptionalString('name') ?? 'Scaffolder',
            email: author?.getOptionalString('email') ?? 'scaffolder@backstage.io', // prettier-ignore
          },
        };
        scaffolder.addActions(
          createGenerateAction(options),
          createPullRequestAction(options),
        );
      },
    });
  },
});
