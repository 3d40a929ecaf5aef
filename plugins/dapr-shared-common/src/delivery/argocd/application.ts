import type { Plan } from '../../plan';
import type { ArgoCdSettings } from '../gitops';

/** Argo CD `Application`: removed with its objects, and followed without a click. */
export function application(
  plan: Plan,
  settings: ArgoCdSettings,
  sources: Record<string, unknown>,
) {
  const { namespace = 'argocd', project = 'default' } = settings;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: applicationName(plan),
      namespace,
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project,
      destination: {
        name: settings.destination ?? plan.target.cluster,
        namespace: plan.target.namespace,
      },
      ...sources,
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
}

/**
 * One Argo CD may serve many clusters, and all its Applications share a
 * namespace: release names are unique in a cluster only.
 */
function applicationName({ target, releaseName }: Plan): string {
  const cluster = target.cluster.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${cluster}-${releaseName}`.replace(/^-/, '');
}
