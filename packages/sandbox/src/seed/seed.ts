import {
  type ClusterFacts,
  DEFAULT_INSTANCE_PATH,
} from 'backstage-plugin-dapr-shared-common';
import { addLabel, type Forge } from '../gitHost';
import { type SeededInstance, seededInstances } from './apps';
import { appFiles, type GitOpsPlace, instanceFiles } from './files';

const author = { name: 'Platform team', email: 'platform@sandbox.invalid' };

const readme = `# GitOps

What is merged here is applied to the clusters of the sandbox. Each instance of
Dapr Shared has a folder \`clusters/<cluster>/<namespace>/dapr-shared/<app id>\`.
`;

/**
 * Fills the Git host through the same path people use: repositories and
 * commits, which are then applied.
 */
export async function seed(
  forge: Forge,
  options: { gitHostUrl: string; facts(cluster: string): ClusterFacts },
): Promise<void> {
  const services = new Map<string, SeededInstance[]>();
  for (const instance of seededInstances) {
    const { appId } = instance;
    services.set(appId, [...(services.get(appId) ?? []), instance]);
  }
  for (const [name, instances] of services) {
    const repository = await forge.createRepository({
      owner: 'services',
      name,
      description: `The ${name} service of the shop`,
    });
    await repository.git.write({
      branch: 'main',
      changes: instances.flatMap(appFiles),
      message: `Deploy ${name}`,
      author,
    });
    await forge.pushed(repository);
  }

  const place: GitOpsPlace = {
    name: 'platform',
    repository: `${options.gitHostUrl}/platform/gitops`,
    branch: 'main',
    path: DEFAULT_INSTANCE_PATH,
  };
  const gitops = await forge.createRepository({
    owner: 'platform',
    name: 'gitops',
    description: 'What runs on the clusters',
  });
  addLabel(gitops, 'dapr-shared', '#0d2192');
  await gitops.git.write({
    branch: 'main',
    changes: [
      { path: 'README.md', content: readme },
      ...seededInstances.flatMap(instance =>
        instanceFiles(instance, place, options.facts(instance.cluster)),
      ),
    ],
    message: 'Run shared daprd for the shop',
    author,
  });
  await forge.pushed(gitops);
}
