import { podsOf } from '../../instance';
import { asString, at } from '../../objects';
import { appSidecar } from '../codes/identity';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import { isTruthy } from './read';
import type { Check } from './types';

/** Pods of the instance's namespace with the same app id and a sidecar of their own. */
export const appSidecarCheck: Check = {
  code: appSidecar,
  run: input => {
    const { appId } = input.instance;
    const names = sidecarPods(input);
    return names.length === 0
      ? undefined
      : finding(appSidecar, {
          title: `Pods of ${appId} still ask for a sidecar`,
          cause: `${names.length === 1 ? `Pod ${names[0]} is` : `${names.length} pods are`} annotated dapr.io/enabled with app id ${appId}: Dapr injects a daprd of its own beside the app, and the Dapr operator makes a headless Service that may take the name ${appId}-dapr, by which the app reaches the shared one.`, // prettier-ignore
          evidence: names.slice(0, 3).join(', '),
        });
  },
};

function sidecarPods({ instance, pods = [] }: CheckInput): string[] {
  const own = new Set(
    instance.workloads.flatMap(w => podsOf(w, instance.namespace, pods)),
  );
  return pods
    .filter(pod => {
      const annotations = at(pod, 'metadata', 'annotations');
      return (
        !own.has(pod) &&
        at(pod, 'metadata', 'namespace') === instance.namespace &&
        at(annotations, 'dapr.io/app-id') === instance.appId &&
        isTruthy(at(annotations, 'dapr.io/enabled'))
      );
    })
    .map(pod => asString(at(pod, 'metadata', 'name')) ?? '');
}
