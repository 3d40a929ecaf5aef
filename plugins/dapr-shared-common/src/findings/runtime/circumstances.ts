import type { AppChannel, Workload } from '../../instance';
import { readFlags } from '../../instance/args';
import { sharedDaprd } from '../../instance/daprdContainer';
import { asArray, asString, at } from '../../objects';
import { parseRuntimeVersion } from '../../runtime';
import type { CheckInput } from '../input';
import { parseAddress, type Address } from './address';

/** What is known beside the pods: how daprd is set up, and what the cluster has. */
export interface Circumstances {
  input: CheckInput;
  workload: Workload;
  flags: ReadonlyMap<string, string>;
  /** Variables of daprd's environment that have a literal value. */
  env: ReadonlyMap<string, string>;
  /** Names of all variables, those from ConfigMaps and Secrets too. */
  envNames: ReadonlySet<string>;
  sentry?: Address;
  operator?: Address;
  channel?: AppChannel;
  /** Whether readiness waits for the app; false where the probe leaves it out. */
  readyNeedsApp: boolean;
  clusterDomain: string;
}

export function circumstances(input: CheckInput): Circumstances {
  const [workload] = input.instance.workloads;
  const template = at(workload.object, 'spec', 'template');
  const container = sharedDaprd(template)?.container;
  const env = asArray(at(container, 'env'));
  const { flags } = readFlags(workload.args);
  const probe = asString(at(container, 'readinessProbe', 'httpGet', 'path'));
  return {
    input,
    workload,
    flags,
    env: new Map(
      env.flatMap((entry): [string, string][] => {
        const [name, value] = [at(entry, 'name'), at(entry, 'value')];
        return typeof name === 'string' && typeof value === 'string'
          ? [[name, value]]
          : [];
      }),
    ),
    envNames: new Set(env.flatMap(entry => asString(at(entry, 'name')) ?? [])),
    sentry: parseAddress(flags.get('sentry-address')),
    operator: parseAddress(flags.get('control-plane-address')),
    channel: input.instance.appChannel,
    readyNeedsApp: !probe?.endsWith('/outbound'),
    clusterDomain: input.clusterDomain ?? 'cluster.local',
  };
}

/** Whether the control plane is known to be of a minor release or newer. */
export function controlPlaneSince(
  { input }: Circumstances,
  minor: number,
): boolean {
  const version = parseRuntimeVersion(input.controlPlane?.version ?? '');
  return (
    version !== undefined &&
    (version.major > 1 || (version.major === 1 && version.minor >= minor))
  );
}

/** Host and port of the app, for people. */
export function channelText(channel: AppChannel | undefined): string {
  return channel
    ? `${channel.host ?? 'localhost'}:${channel.port}`
    : 'its port';
}
