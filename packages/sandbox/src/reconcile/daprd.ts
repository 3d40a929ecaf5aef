import { asString, at } from 'backstage-plugin-dapr-shared-common';
import { appChannel } from './appChannel';
import { components } from './components';
import { connectionError } from './connectionError';
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
  tokenPresent,
  trustAnchorsPresent,
  knownArguments,
  trustAnchors,
  sentryAddress,
  sentryIdentity,
  tokenAudience,
  appIdentity,
  operatorAddress,
  configuration,
  memory,
  components,
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

/** The API token, where it comes from a Secret. */
function tokenPresent(pod: DaprdPod, { objects }: World): Verdict | undefined {
  const secrets = pod.env.flatMap(
    entry => asString(at(entry, 'valueFrom', 'secretKeyRef', 'name')) ?? [],
  );
  const missing = secrets.find(
    name => !objects.get('Secret', pod.namespace, name),
  );
  return missing === undefined
    ? undefined
    : { kind: 'config-error', why: `secret "${missing}" not found` };
}

/** The kubelet resolves the environment before it starts anything. */
function trustAnchorsPresent(pod: DaprdPod, world: World): Verdict | undefined {
  const verdict = trustAnchors(pod, world);
  return verdict?.kind === 'config-error' ? verdict : undefined;
}

function knownArguments(pod: DaprdPod): Verdict | undefined {
  const version = versionOf(pod.image);
  const unknown = version && unknownFlag(pod.args, version);
  return unknown
    ? exits('arguments', `unknown flag: --${unknown}`, { exitCode: 2 })
    : undefined;
}

function operatorAddress(
  pod: DaprdPod,
  { controlPlane }: World,
): Verdict | undefined {
  if (!controlPlane) return waiting('operator', 'there is no control plane');
  const host = `dapr-api.${controlPlane.namespace}.svc`;
  const address = flag(pod.args, 'control-plane-address');
  return isAddress(address, host, ['80', '443'])
    ? undefined
    : exits(
        'operator',
        `context deadline exceeded: ${connectionError(address, host)}`,
        { afterMs: 30_000 },
      );
}

function configuration(pod: DaprdPod, { objects }: World): Verdict | undefined {
  const name = flag(pod.args, 'config');
  return name && !objects.get('Configuration', pod.namespace, name)
    ? exits(
        'configuration',
        `error loading configuration: rpc error: code = Unknown desc = error getting configuration ${pod.namespace}/${name}: Configuration.dapr.io "${name}" not found`,
      )
    : undefined;
}

/** What daprd needs to come up, in bytes: about 40 MiB. */
const LEAST_BYTES = 40 * 2 ** 20;

function memory({ memoryLimit }: DaprdPod): Verdict | undefined {
  return memoryLimit !== undefined && memoryLimit < LEAST_BYTES
    ? { kind: 'out-of-memory', afterMs: 4_000 }
    : undefined;
}
