import { asString, at, type KubeObject } from '../../objects';
import { flatten } from '../flatten';
import { scalarText } from '../scalarText';
import { readWorkload } from '../workload';
import type { Difference } from './types';

/** An object with what it is known by. */
export interface Known {
  ref: Difference['object'];
  object: KubeObject;
  /** `namespace/appId`, where the object is a shared daprd's workload. */
  instance?: string;
  strategy?: string;
}

/**
 * The objects that stay: no Helm hooks, which are not applied with the rest,
 * and none that is being deleted.
 */
export function known(objects: Iterable<unknown>, namespace: string): Known[] {
  return [...flatten(objects)].flatMap(object => {
    const metadata = at(object, 'metadata');
    const kind = asString(object.kind);
    const name = scalarText(at(metadata, 'name'));
    const goes =
      at(metadata, 'deletionTimestamp') ??
      at(metadata, 'annotations', 'helm.sh/hook');
    if (!kind || !name || goes) return [];
    const shared = readWorkload(object, namespace);
    return [
      {
        ref: { kind, namespace: asString(at(metadata, 'namespace')), name },
        object,
        ...(shared && {
          instance: `${shared.namespace}/${shared.appId}`,
          strategy: shared.workload.strategy,
        }),
      },
    ];
  });
}

/** An expected object's counterpart: same kind, name and, where both have one, namespace. */
export function counterpart(
  { ref }: Known,
  live: readonly Known[],
  namespace: string,
): Known | undefined {
  return live.find(
    other =>
      other.ref.kind === ref.kind &&
      other.ref.name === ref.name &&
      (other.ref.namespace === undefined ||
        other.ref.namespace === (ref.namespace ?? namespace)),
  );
}

const AUTOSCALERS = ['HorizontalPodAutoscaler', 'ScaledObject'];

/** Names of workloads whose number of replicas an autoscaler sets. */
export function autoscaled(objects: readonly Known[]): Set<string> {
  return new Set(
    objects
      .filter(({ ref }) => AUTOSCALERS.includes(ref.kind))
      .flatMap(
        ({ object }) =>
          scalarText(at(object, 'spec', 'scaleTargetRef', 'name')) ?? [],
      ),
  );
}
