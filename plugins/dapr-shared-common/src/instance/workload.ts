import { asNumber, asString, at, type KubeObject } from '../objects';
import type { Flags } from './args';
import { chartRef } from './chartRef';
import { sharedDaprd } from './daprdContainer';
import { stringMap } from './records';
import { readReplicas } from './replicas';
import { scalarText } from './scalarText';
import type { Workload } from './types';

/** A workload that runs shared daprd, with the app id it runs for. */
export interface SharedWorkload {
  namespace: string;
  appId: string;
  workload: Workload;
  /** The arguments' flags, by name. */
  flags: Flags['flags'];
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
  if (!isBuiltIn(object.apiVersion)) return undefined;
  const template = at(object, 'spec', 'template');
  const daprd = sharedDaprd(template);
  if (!daprd) return undefined;
  const appId = readAppId(template, daprd.flags.get('app-id'));
  if (!appId) return undefined;

  const metadata = at(object, 'metadata');
  const labels = stringMap(at(metadata, 'labels'));
  return {
    namespace: asString(at(metadata, 'namespace')) || defaultNamespace,
    appId,
    flags: daprd.flags,
    workload: {
      kind,
      name: scalarText(at(metadata, 'name')) ?? '',
      strategy: kind === 'DaemonSet' ? 'daemonset' : 'deployment',
      uid: asString(at(metadata, 'uid')),
      createdAt: asString(at(metadata, 'creationTimestamp')),
      deletedAt: asString(at(metadata, 'deletionTimestamp')),
      replicas: readReplicas(kind, object),
      observed:
        (asNumber(at(object, 'status', 'observedGeneration')) ?? 0) >=
        (asNumber(at(metadata, 'generation')) ?? 0),
      selector: stringMap(at(object, 'spec', 'selector', 'matchLabels')),
      args: daprd.args,
      image: asString(at(daprd.container, 'image')),
      chart: chartRef(labels['helm.sh/chart']),
      release: labels['app.kubernetes.io/instance'],
      podAnnotations: stringMap(at(template, 'metadata', 'annotations')),
      object,
    },
  };
}

/** A list's items carry no apiVersion; other groups have kinds of these names too. */
function isBuiltIn(apiVersion: unknown): boolean {
  return (
    typeof apiVersion !== 'string' || /^(apps|extensions)\//.test(apiVersion)
  );
}

/**
 * The annotation is what Sentry reads. Where YAML made something else than text
 * of it, the argument still has it as it was written.
 */
function readAppId(
  template: unknown,
  argument: string | undefined,
): string | undefined {
  const annotation = at(template, 'metadata', 'annotations', 'dapr.io/app-id');
  return asString(annotation) || argument || scalarText(annotation);
}
