import { appChannel } from './appChannel';
import { unknownFlag } from './daprdFlags';
import { type DaprdPod, flag } from './daprdPod';
import {
  appIdentity,
  isAddress,
  sentryAddress,
  sentryIdentity,
  tokenAudience,
  trustAnchors,
} from './identityChecks';
import { isPullable, versionOf } from './images';
import { exits, type Verdict, waiting } from './verdict';
import type { World } from './world';

/** In the order in which a real daprd comes to them. */
const checks: readonly ((
  pod: DaprdPod,
  world: World,
) => Verdict | undefined)[] = [
  image,
  trustAnchorsPresent,
  knownArguments,
  trustAnchors,
  sentryAddress,
  sentryIdentity,
  tokenAudience,
  appIdentity,
  operatorAddress,
  configuration,
  appChannel,
];

/**
 * What becomes of shared daprd with this pod on this cluster. Each outcome is
 * one that a real daprd showed with the same mistake.
 */
export function judgeDaprd(pod: DaprdPod, world: World): Verdict {
  for (const check of checks) {
    const verdict = check(pod, world);
    if (verdict) return verdict;
  }
  return { kind: 'ready' };
}

function image(pod: DaprdPod): Verdict | undefined {
  return isPullable(pod.image) ? undefined : { kind: 'unpullable' };
}

/** The kubelet resolves the environment before it starts anything. */
function trustAnchorsPresent(pod: DaprdPod, world: World): Verdict | undefined {
  const verdict = trustAnchors(pod, world);
  return verdict?.kind === 'config-error' ? verdict : undefined;
}

function knownArguments(pod: DaprdPod): Verdict | undefined {
  const version = versionOf(pod.image);
  const unknown = version && unknownFlag(pod.args, version);
  return unknown ? exits(`unknown flag: --${unknown}`, 2) : undefined;
}

function operatorAddress(
  pod: DaprdPod,
  { controlPlane }: World,
): Verdict | undefined {
  if (!controlPlane) return waiting('there is no control plane');
  const host = `dapr-api.${controlPlane.namespace}.svc`;
  const address = flag(pod.args, 'control-plane-address');
  return isAddress(address, host, ['80', '443'])
    ? undefined
    : exits('context deadline exceeded', 1, 30_000);
}

function configuration(pod: DaprdPod, { objects }: World): Verdict | undefined {
  const name = flag(pod.args, 'config');
  return name && !objects.get('Configuration', pod.namespace, name)
    ? exits(`error getting configuration ${pod.namespace}/${name}`)
    : undefined;
}
