import { asString, at, type DeliveryKind } from 'backstage-plugin-dapr-shared-common'; // prettier-ignore
import { parse } from 'yaml';
import { fence } from './markdown';
import type { PullRequestSubject } from './types';

type Made = PullRequestSubject['made'];

/** How to see that it arrived, and how to take it back, by what delivers it. */
const deliveries: Record<
  DeliveryKind,
  (made: Made) => [check: string[], undo: string]
> = {
  // prettier-ignore
  flux: ({ plan: { target, releaseName } }) => [
    [`flux --context ${target.cluster} -n ${target.namespace} get helmreleases ${releaseName}`], // prettier-ignore
    'revert the merge: Flux then uninstalls the release',
  ],
  argocd: made => [
    [`kubectl -n ${applicationOf(made, 'namespace')} get applications.argoproj.io ${applicationOf(made, 'name')}`], // prettier-ignore
    'revert the merge: Argo CD then deletes the Application with its objects',
  ],
  manifests: () => [
    [],
    'revert the merge, and delete the objects where nothing prunes them',
  ],
  helm: ({ plan: { target, releaseName }, folder }) => [
    [`sh ${folder}/install.sh # with kubectl pointing at ${target.cluster}`],
    `run the command in the head of \`install.sh\` that uninstalls ${releaseName}, and revert the merge`,
  ],
};

export function afterwards(made: Made): string {
  const { cluster, namespace } = made.plan.target;
  const workload = made.objects.find(
    ({ kind }) => kind === 'DaemonSet' || kind === 'Deployment',
  );
  const name = `${workload?.kind?.toLowerCase()}/${workload?.metadata?.name}`;
  const [check, undo] = deliveries[made.delivery](made);
  const commands = [
    ...check,
    `kubectl --context ${cluster} -n ${namespace} rollout status ${name}`,
  ];
  return `#### After the merge\n\n${fence('sh', commands.join('\n'))}\n\nTo undo it, ${undo}.`; // prettier-ignore
}

/** The Application has a name of its own, which its file knows. */
function applicationOf({ files }: Made, field: string): string | undefined {
  const file = files.find(({ path }) => path.endsWith('/application.yaml'));
  return asString(at(parse(file?.content ?? ''), 'metadata', field));
}
