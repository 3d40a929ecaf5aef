/** A resource as the API names it. */
export interface Resource {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  /** Whether the portal's account may read it. */
  readable: boolean;
}

/** What the API server knows. */
export const resources: readonly Resource[] = [
  resource('apps/v1', 'deployments', 'Deployment'),
  resource('apps/v1', 'daemonsets', 'DaemonSet'),
  resource('apps/v1', 'replicasets', 'ReplicaSet'),
  resource('v1', 'pods', 'Pod'),
  resource('v1', 'services', 'Service'),
  resource('v1', 'events', 'Event'),
  { ...resource('v1', 'nodes', 'Node'), namespaced: false },
  { ...resource('v1', 'namespaces', 'Namespace'), namespaced: false },
  { ...resource('v1', 'configmaps', 'ConfigMap'), readable: false },
  { ...resource('v1', 'secrets', 'Secret'), readable: false },
  { ...resource('v1', 'serviceaccounts', 'ServiceAccount'), readable: false },
  resource('discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice'),
  resource('dapr.io/v1alpha1', 'configurations', 'Configuration'),
  { ...resource('dapr.io/v1alpha1', 'components', 'Component'), readable: false }, // prettier-ignore
];

function resource(apiVersion: string, plural: string, kind: string): Resource {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return { group, version, plural, kind, namespaced: true, readable: true };
}

export function apiVersionOf({ group, version }: Resource): string {
  return group ? `${group}/${version}` : version;
}

/** What a path asks for. */
export interface Target {
  resource: Resource;
  namespace?: string;
  /** Undefined for a list. */
  name?: string;
}

const PATH =
  /^\/(?:api\/(?<core>v1)|apis\/(?<group>[^/]+)\/(?<version>[^/]+))(?:\/namespaces\/(?<namespace>[^/]+))?\/(?<plural>[^/]+)(?:\/(?<name>[^/]+))?$/;

/** Undefined where the API server has no such resource. */
export function parseTarget(path: string): Target | undefined {
  // A namespace's own path looks like the start of a longer one.
  const own = /^\/api\/v1\/namespaces\/([^/]+)$/.exec(path)?.[1];
  const parts: Record<string, string | undefined> = own
    ? { core: 'v1', plural: 'namespaces', name: own }
    : PATH.exec(path)?.groups ?? {};
  const { core, group = '', version = core, namespace, plural, name } = parts;
  const found = resources.find(
    entry =>
      entry.group === group &&
      entry.version === version &&
      entry.plural === plural,
  );
  if (!found || (namespace && !found.namespaced)) return undefined;
  // A single namespaced object has its namespace in the path.
  if (name && found.namespaced && !namespace) return undefined;
  return { resource: found, namespace, name };
}
