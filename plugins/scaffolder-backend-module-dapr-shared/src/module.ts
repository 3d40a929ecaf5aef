import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { DaprSharedClient } from 'backstage-plugin-dapr-shared-common';
import { createGenerateAction, createPullRequestAction } from './actions';
import { readGitOps } from './config';

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
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, config, discovery, scaffolder }) {
        const author = config.getOptionalConfig('scaffolder.defaultAuthor');
        const options = {
          auth,
          gitops: readGitOps(config),
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
