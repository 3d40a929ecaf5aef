import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_APP_ID, ANNOTATION_APP_ID_ALIAS } from './annotations';

/** Annotations of the Kubernetes plugin. */
const ANNOTATION_NAMESPACE = 'backstage.io/kubernetes-namespace';
const ANNOTATION_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * Which instances an entity names.
 *
 * @public
 */
export interface InstanceSelector {
  refs: { appId: string; namespace?: string }[];
  /** Only this cluster; undefined: any. */
  cluster?: string;
}

/** What matching looks at. @public */
export interface MatchCandidate {
  cluster: string;
  namespace: string;
  appId: string;
  /** The entity that the instance itself names. */
  entityRef?: string;
}

/**
 * Reads the instances an entity names from its annotations:
 * `dapr.io/app-id: [namespace/]appId[, …]`, narrowed by those of the
 * Kubernetes plugin. Undefined where the entity names none.
 *
 * @public
 */
export function instanceSelector(
  entity: Pick<Entity, 'metadata'>,
): InstanceSelector | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const text =
    annotations[ANNOTATION_APP_ID] ?? annotations[ANNOTATION_APP_ID_ALIAS];
  const namespace = annotations[ANNOTATION_NAMESPACE] || undefined;
  const refs = (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => {
      const slash = part.indexOf('/');
      return slash < 0
        ? { appId: part, namespace }
        : { appId: part.slice(slash + 1), namespace: part.slice(0, slash) };
    });
  return refs.length > 0
    ? { refs, cluster: annotations[ANNOTATION_CLUSTER] || undefined }
    : undefined;
}

/**
 * Whether an instance belongs to the entity that selects. An instance that
 * names another entity itself does not.
 *
 * @param entityRef - the selecting entity's full ref, in lower case
 * @public
 */
export function matchesEntity(
  selector: InstanceSelector,
  entityRef: string,
  candidate: MatchCandidate,
): boolean {
  if (
    candidate.entityRef &&
    candidate.entityRef.toLocaleLowerCase('en-US') !== entityRef
  ) {
    return false;
  }
  return (
    (selector.cluster === undefined ||
      selector.cluster === candidate.cluster) &&
    selector.refs.some(
      ref =>
        ref.appId === candidate.appId &&
        (ref.namespace === undefined || ref.namespace === candidate.namespace),
    )
  );
}

/**
 * Whether only the app id led to an instance while other namespaces have one
 * of the same app id: it may be somebody else's.
 *
 * @param matches - all instances that match
 * @public
 */
export function isAmbiguous(
  selector: InstanceSelector,
  candidate: MatchCandidate,
  matches: readonly MatchCandidate[],
): boolean {
  if (candidate.entityRef) return false;
  const named = selector.refs.some(
    ref =>
      ref.appId === candidate.appId && ref.namespace === candidate.namespace,
  );
  return (
    !named &&
    matches.some(
      other =>
        other.appId === candidate.appId &&
        other.namespace !== candidate.namespace,
    )
  );
}
