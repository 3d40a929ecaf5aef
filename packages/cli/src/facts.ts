import { InputError } from '@backstage/errors';
import type { ControlPlane } from 'backstage-plugin-dapr-shared-common';

/** What the caller knows and the input may not say. */
export interface Facts {
  /** Where objects and values go that name no namespace. */
  namespace?: string;
  /** Name of the Helm release of values that nothing names. */
  release?: string;
  /** Version of the chart that values are for, where nothing says. */
  chartVersion?: string;
  /** Tag of daprd's image where the values have none. */
  daprVersion?: string;
  controlPlane?: ControlPlane;
  clusterDomain?: string;
  nodes?: { ready: number; total: number };
}

/** The options that facts are given by, as `parseArgs` takes them. */
export const factOptions = {
  namespace: { type: 'string', short: 'n' },
  release: { type: 'string' },
  'chart-version': { type: 'string' },
  'dapr-version': { type: 'string' },
  'control-plane-version': { type: 'string' },
  'control-plane-namespace': { type: 'string' },
  'trust-domain': { type: 'string' },
  mtls: { type: 'boolean' },
  'cluster-domain': { type: 'string' },
  nodes: { type: 'string' },
} as const;

type Given = {
  [name in keyof typeof factOptions]?: string | boolean;
};

/** @throws InputError where a fact cannot be one */
export function parseFacts(given: Given): Facts {
  const text = (name: keyof Given) => {
    const value = given[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    namespace: text('namespace'),
    release: text('release'),
    chartVersion: text('chart-version'),
    daprVersion: text('dapr-version'),
    controlPlane: controlPlane(
      text('control-plane-version')?.replace(/^v/, ''),
      text('control-plane-namespace'),
      text('trust-domain'),
      given.mtls === true ? true : undefined,
    ),
    clusterDomain: text('cluster-domain'),
    nodes: nodes(text('nodes')),
  };
}

/** Known as soon as anything of it is; Dapr's own namespace unless told. */
function controlPlane(
  version?: string,
  namespace?: string,
  trustDomain?: string,
  mtls?: boolean,
): ControlPlane | undefined {
  if (!version && !namespace && !trustDomain && !mtls) return undefined;
  return {
    namespace: namespace ?? 'dapr-system',
    ...(version ? { version } : {}),
    ...(trustDomain ? { trustDomain } : {}),
    ...(mtls ? { mtls } : {}),
  };
}

function nodes(count: string | undefined): Facts['nodes'] {
  if (count === undefined) return undefined;
  if (!/^\d+$/.test(count)) {
    throw new InputError(`--nodes must be a whole number; it is "${count}".`);
  }
  return { ready: Number(count), total: Number(count) };
}
