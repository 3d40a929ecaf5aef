import {
  asArray,
  asString,
  asStringMap,
  at,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import type { ApiObject } from '../kube';

/** What the outcome of a pod with shared daprd depends on. */
export interface DaprdPod {
  namespace: string;
  name: string;
  image: string;
  args: string[];
  env: unknown[];
  annotations: Record<string, string>;
  serviceAccount: string;
  /** Audiences of its projected tokens. */
  audiences: string[];
  /** In bytes; undefined where it has no limit. */
  memoryLimit?: number;
  /** The ConfigMap its init container writes. */
  writtenConfigMap?: string;
}

/** Undefined for a pod that runs no shared daprd. */
export function readDaprdPod(pod: ApiObject): DaprdPod | undefined {
  const daprd = daprdOf(pod);
  if (!daprd) return undefined;
  const spec = pod.spec;
  const sources = asArray(at(spec, 'volumes')).flatMap(volume =>
    asArray(at(volume, 'projected', 'sources')),
  );
  const initArgs = asArray(at(spec, 'initContainers')).flatMap(container =>
    texts(at(container, 'args')),
  );
  return {
    namespace: pod.metadata.namespace ?? 'default',
    name: pod.metadata.name,
    image: asString(at(daprd, 'image')) ?? '',
    args: argumentsOf(daprd),
    env: asArray(at(daprd, 'env')),
    annotations: asStringMap(pod.metadata.annotations),
    serviceAccount: asString(at(spec, 'serviceAccountName')) ?? 'default',
    audiences: texts(
      sources.map(source => at(source, 'serviceAccountToken', 'audience')),
    ),
    memoryLimit: memoryBytes(at(daprd, 'resources', 'limits', 'memory')),
    writtenConfigMap: flag(initArgs, 'config-map'),
  };
}

function daprdOf(pod: KubeObject): unknown {
  return asArray(at(pod, 'spec', 'containers')).find(
    container =>
      at(container, 'name') === 'daprd' &&
      flag(argumentsOf(container), 'app-channel-address') !== undefined,
  );
}

/** `32Mi` in bytes; undefined for what is written otherwise. */
function memoryBytes(quantity: unknown): number | undefined {
  const [, mebibytes] = /^(\d+)Mi$/.exec(asString(quantity) ?? '') ?? [];
  return mebibytes === undefined ? undefined : Number(mebibytes) * 2 ** 20;
}

/** Arguments without the program's own name. */
function argumentsOf(container: unknown): string[] {
  const words = [
    ...texts(at(container, 'command')),
    ...texts(at(container, 'args')),
  ];
  return words[0]?.startsWith('-') ? words : words.slice(1);
}

/** The value of `--name=value` or `--name value`; the last one counts. */
export function flag(
  args: readonly string[],
  name: string,
): string | undefined {
  for (let index = args.length - 1; index >= 0; index--) {
    const [, found, value] = /^--?([^=]+)(?:=(.*))?$/s.exec(args[index] ?? '') ?? []; // prettier-ignore
    if (found === name) {
      const next = args[index + 1] ?? '';
      return value ?? (next.startsWith('-') ? '' : next);
    }
  }
  return undefined;
}

function texts(value: unknown): string[] {
  return asArray(value).filter(entry => typeof entry === 'string');
}
