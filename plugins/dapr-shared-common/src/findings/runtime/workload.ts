import * as codes from '../codes/runtime';
import { asArray, asString, at } from '../../objects';
import type { Cause } from './cause';
import type { Circumstances } from './circumstances';
import type { Warnings } from './events';
import { firstLine } from './signatures/signature';

/** What keeps the controller from making pods; `pods` is how many there are. */
export function workloadCause(
  seen: Circumstances,
  pods: number | undefined,
  warningsAbout: Warnings,
): Cause | undefined {
  const { workload } = seen;
  const { desired = 0, ready } = workload.replicas;
  if (workload.replicas.desired === 0 && workload.observed) return none(seen);
  const failure = condition(seen, 'ReplicaFailure', 'True');
  const event =
    (pods ?? ready) < desired
      ? warningsAbout(workload.kind, workload.name).find(
          ({ reason }) => reason === 'FailedCreate',
        )
      : undefined;
  const message = event?.message ?? failure;
  return message === undefined ? undefined : notMade(message, seen);
}

function none({ workload, input }: Circumstances): Cause {
  if (workload.kind === 'Deployment') {
    return {
      code: codes.scaledToZero,
      cause: 'Scaled to 0 replicas, so that no daprd runs.',
      evidence: 'spec.replicas: 0',
    };
  }
  const selector = at(
    workload.object, 'spec', 'template', 'spec', 'nodeSelector',
  ); // prettier-ignore
  const labels = Object.entries(Object(selector)).map(([k, v]) => `${k}=${v}`);
  const nodes = input.nodes;
  return {
    code: codes.noNodeMatches,
    cause: `No node matches ${
      labels.length > 0
        ? `the node selector ${labels.join(', ')}`
        : 'its affinity and tolerations'
    }, so that no daprd runs.`,
    evidence: `desiredNumberScheduled: 0${
      nodes ? ` of ${nodes.total} nodes` : ''
    }`,
  };
}

function notMade(
  message: string,
  { workload, input: { instance } }: Circumstances,
): Cause {
  const account = /serviceaccount "([^"]+)" not found/.exec(message)?.[1];
  const said =
    firstLine(message.replace(/^.*?is forbidden: |^Error creating: /, '')) ||
    'Kubernetes gives no reason';
  if (account) {
    return {
      code: codes.accountMissing,
      cause: `Pods cannot be made: ServiceAccount ${account} does not exist in namespace ${instance.namespace}.`,
      fix: `Create ServiceAccount ${account}, or set shared.serviceAccount.create: true, which makes the one that shared.serviceAccount.name names.`,
      evidence: message,
    };
  }
  if (
    /exceeded quota|failed quota|(?:maximum|minimum) (?:cpu|memory|ephemeral-storage) usage|LimitRange|limit to request ratio/i.test(
      message,
    )
  ) {
    return {
      code: codes.quotaExceeded,
      cause: `Pods cannot be made: ${said}.`,
      fix: /must specify/.test(message)
        ? 'The quota wants requests and limits of every container: set those of daprd (overlay.resources: recommended) and of the init container, or let a LimitRange do so.'
        : `Raise the quota or limit of namespace ${
            instance.namespace
          }, or lower ${
            workload.kind === 'Deployment'
              ? 'shared.deployment.replicas and '
              : ''
          }the resources of daprd.`,
      evidence: message,
    };
  }
  if (
    /violates PodSecurity|admission webhook|denied the request|security context constraint/i.test(
      message,
    )
  ) {
    const hook = /admission webhook "([^"]+)"/.exec(message)?.[1];
    return {
      code: codes.podRefused,
      cause: `Pods cannot be made: ${said}.`,
      fix: hook
        ? `Give the pods what webhook ${hook} asks for, or except the namespace from it.`
        : 'Set podSecurityContext and securityContext to what the namespace enforces: runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities.drop: [ALL], seccompProfile.type: RuntimeDefault. The init container has no values for it: use the hardened identity.',
      evidence: message,
    };
  }
  return {
    code: codes.podsNotMade,
    cause: `Pods cannot be made: ${said}.`,
    evidence: message,
  };
}

/** A rollout that stands still, of which nothing else tells the cause. */
export function rolloutCause(seen: Circumstances): Cause | undefined {
  const { workload } = seen;
  const { ready, updated, desired = 0 } = workload.replicas;
  const overdue = condition(seen, 'Progressing', 'False');
  if (overdue !== undefined) {
    return {
      code: codes.rolloutStuck,
      cause: `The rollout makes no progress: ${updated} of ${desired} updated, ${ready} ready.`,
      evidence: overdue,
    };
  }
  if (updated >= desired) return undefined;
  const spec = at(workload.object, 'spec');
  const rest = `${updated} of ${desired} updated`;
  if (at(spec, 'paused') === true) {
    return {
      code: codes.rolloutStuck,
      severity: 'medium',
      cause: `The rollout is paused: ${rest}.`,
      fix: `Go on with it: kubectl rollout resume deployment ${workload.name}.`,
      evidence: 'spec.paused: true',
    };
  }
  return at(spec, 'updateStrategy', 'type') === 'OnDelete'
    ? {
        code: codes.rolloutStuck,
        severity: 'medium',
        cause: `Pods are updated only when they are deleted: ${rest}.`,
        fix: 'Delete the old pods one by one, or set updateStrategy.type: RollingUpdate.',
        evidence: 'spec.updateStrategy.type: OnDelete',
      }
    : undefined;
}

function condition(
  { workload }: Circumstances,
  type: string,
  status: string,
): string | undefined {
  const found = asArray(at(workload.object, 'status', 'conditions')).find(
    c => at(c, 'type') === type && at(c, 'status') === status,
  );
  return found === undefined ? undefined : asString(at(found, 'message')) ?? '';
}
