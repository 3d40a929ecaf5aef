import * as codes from '../../codes/runtime';
import { asString, at } from '../../../objects';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { PodView } from '../podView';
import { firstLine } from '../signatures/signature';

/** A pod that has no node, or lost it. */
export function placeCause(
  { trouble, warnings, object }: PodView,
  seen: Circumstances,
): Cause | undefined {
  if (!trouble || trouble.container) return undefined;
  const { reason, message = '' } = trouble;
  if (reason === 'Unschedulable' || reason === 'SchedulingGated') {
    const said =
      message ||
      (warnings.find(w => w.reason === 'FailedScheduling')?.message ?? '');
    return unschedulable(said, seen);
  }
  const node = asString(at(object, 'spec', 'nodeName'));
  const where = node ? `node ${node}` : 'its node';
  if (reason === 'NodeNotReady') {
    return {
      code: codes.nodeLost,
      cause: `A pod is on ${where}, which does not report any more.`,
      fix: node
        ? `Look at the node: kubectl describe node ${node}. If it is gone for good, delete it, and the pod goes with it.`
        : undefined,
      evidence: message || 'Ready is not True, although its containers are',
    };
  }
  if (at(object, 'status', 'phase') !== 'Failed') return undefined;
  return {
    code: codes.podFailed,
    cause: `A pod was ended by ${where}: ${reason}${
      message ? `, ${firstLine(message)}` : ''
    }.`,
    fix: failedFix(reason, message),
    evidence: `${reason}: ${message}`,
  };
}

function failedFix(reason: string, message: string): string | undefined {
  if (/ephemeral-storage|DiskPressure/i.test(message)) {
    return 'Free disk space on the node, or give daprd a request for ephemeral-storage.'; // prettier-ignore
  }
  if (/memory/i.test(message)) {
    return 'Give daprd a memory request that covers what it uses (overlay.resources: recommended), or the node more memory.';
  }
  if (/preempt/i.test(`${reason} ${message}`)) {
    return 'Give the pods a priority class that is not below that of others on their nodes.'; // prettier-ignore
  }
  return undefined;
}

function unschedulable(said: string, { workload }: Circumstances): Cause {
  return {
    code: codes.unschedulable,
    cause: `No node takes the pod: ${
      firstSentence(said) || 'the scheduler gives no reason'
    }.`,
    fix: schedulingFix(said, workload.kind),
    evidence: said || 'PodScheduled is False',
  };
}

/** What to do about each thing the scheduler may count; the first counts. */
function schedulingFix(said: string, kind: string): string | undefined {
  const table: [RegExp, string][] = [
    [
      /unbound immediate PersistentVolumeClaims|persistentvolumeclaim/i,
      'Create or bind the PersistentVolumeClaim that the pod names.',
    ],
    [
      /Insufficient (\S+)|Too many pods/i,
      'Free resources on the nodes or add nodes, or lower the requests of daprd (overlay.resources).',
    ],
    [
      /didn't have free ports/i,
      'Another pod of the node uses the same host port: give them different ones.',
    ],
    [
      /untolerated taint/i,
      'Add a toleration for the taint that is named, under tolerations.',
    ],
    [
      /node affinity\/selector|node selector/i,
      'Correct shared.scheduling.nodeSelector and affinity, or label a node so.',
    ],
    [
      /anti-affinity|topology spread/i,
      'Loosen affinity and spread, or add nodes.',
    ],
    [/unschedulable/i, 'Nodes are cordoned: kubectl uncordon, or add nodes.'],
    [/gate/i, 'Something holds the pod back by a scheduling gate: let it go.'],
  ];
  const fix = table.find(([pattern]) => pattern.test(said))?.[1];
  return fix && kind === 'DaemonSet' && /Insufficient/.test(said)
    ? `${fix} The DaemonSet wants a daprd on every node it matches.`
    : fix;
}

/** Without what preemption would have done. */
function firstSentence(text: string): string {
  return firstLine(text.split(/\.(?:\s|$)/)[0] ?? '', 200);
}
