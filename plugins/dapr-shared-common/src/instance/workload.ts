import {
  asArray,
  asNumber,
  asRecord,
  asString,
  asStringMap,
  at,
  type KubeObject,
} from '../objects';
import { flagValue } from './args';
import type { ChartRef, Replicas, Workload } from './types';

/** Init containers of the chart, today's and its former name's. */
const INIT_CONTAINERS = ['shared-init-container', 'ambient-init-container'];

/** A workload that runs shared daprd, with the app id it runs for. */
export interface SharedWorkload {
  namespace: string;
  appId: string;
  workload: Workload;
}

/**
 * Reads an object as a shared daprd's DaemonSet or Deployment; undefined for
 * anything else. Recognition is by structure, so that renamed charts and
 * hand-written manifests are found, and sidecars, the control plane and other
 * products' containers named daprd are not.
 */
export function readWorkload(
  object: KubeObject,
  defaultNamespace: string,
): SharedWorkload | undefined {
  const { kind } = object;
  if (kind !== 'DaemonSet' && kind !== 'Deployment') return undefined;
  const template = at(object, 'spec', 'template');
  const pod = at(template, 'spec');
  const annotations = asStringMap(at(template, 'metadata', 'annotations'));
  // The app's own pod template: its daprd is injected beside it.
  if (annotations['dapr.io/enabled'] === 'true') return undefined;

  const daprd = asArray(at(pod, 'containers')).find(
    container => at(container, 'name') === 'daprd',
  );
  if (!daprd) return undefined;
  const args = [...words(at(daprd, 'command')), ...words(at(daprd, 'args'))];
  if (
    flagValue(args, 'app-channel-address') === undefined &&
    !hasInitContainer(pod)
  ) {
    return undefined;
  }
  const appId =
    scalarText(at(template, 'metadata', 'annotations', 'dapr.io/app-id')) ||
    flagValue(args, 'app-id');
  if (!appId) return undefined;

  const metadata = object.metadata;
  const labels = asStringMap(metadata?.labels);
  const status = asRecord(object.status);
  return {
    namespace: asString(metadata?.namespace) || defaultNamespace,
    appId,
    workload: {
      kind,
      name: scalarText(metadata?.name) ?? '',
      strategy: kind === 'DaemonSet' ? 'daemonset' : 'deployment',
      uid: asString(metadata?.uid),
      createdAt: asString(metadata?.creationTimestamp),
      deletedAt: asString(metadata?.deletionTimestamp),
      replicas: readReplicas(kind, object),
      observed:
        (asNumber(status?.observedGeneration) ?? 0) >=
        (asNumber(metadata?.generation) ?? 0),
      selector: asStringMap(at(object, 'spec', 'selector', 'matchLabels')),
      args,
      image: asString(at(daprd, 'image')),
      chart: chartRef(labels['helm.sh/chart']),
      release: labels['app.kubernetes.io/instance'],
      podAnnotations: annotations,
      object,
    },
  };
}

function hasInitContainer(pod: unknown): boolean {
  return asArray(at(pod, 'initContainers')).some(
    container =>
      INIT_CONTAINERS.includes(String(at(container, 'name'))) &&
      words(at(container, 'args')).some(arg => arg.startsWith('--config-map')),
  );
}

function readReplicas(kind: Workload['kind'], object: KubeObject): Replicas {
  const status = at(object, 'status');
  const count = (field: string) => asNumber(at(status, field)) ?? 0;
  return kind === 'DaemonSet'
    ? {
        desired: asNumber(at(status, 'desiredNumberScheduled')),
        ready: count('numberReady'),
        updated: count('updatedNumberScheduled'),
        available: count('numberAvailable'),
      }
    : {
        // Kubernetes takes an absent number for one.
        desired: asNumber(at(object, 'spec', 'replicas')) ?? 1,
        ready: count('readyReplicas'),
        updated: count('updatedReplicas'),
        available: count('availableReplicas'),
      };
}

/** `name-version`; the version starts at the first `-` before a digit that ends in a version. */
function chartRef(label: string | undefined): ChartRef | undefined {
  const match = /^(.+?)-(v?\d+\.\d+.*)$/.exec(label ?? '');
  return match?.[1] && match[2]
    ? { name: match[1], version: match[2] }
    : undefined;
}

/** Text of a scalar, as YAML may have made a number or a boolean of it. */
function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function words(value: unknown): string[] {
  return asArray(value).flatMap(word => scalarText(word) ?? []);
}
