import type {
  V1DaemonSet,
  V1DaemonSetStatus,
  V1Deployment,
  V1DeploymentStatus,
} from '@kubernetes/client-node';
import type { PodState } from './podStatus';

/** What the controllers report of a workload whose pods are in these states. */
export function workloadStatus(
  workload: V1DaemonSet | V1Deployment,
  pods: readonly PodState[],
): V1DaemonSetStatus | V1DeploymentStatus {
  const observedGeneration = workload.metadata?.generation;
  const ready = pods.filter(state => state === 'ready').length;
  return workload.kind === 'DaemonSet'
    ? {
        observedGeneration,
        desiredNumberScheduled: pods.length,
        currentNumberScheduled: pods.length,
        updatedNumberScheduled: pods.length,
        numberMisscheduled: 0,
        numberReady: ready,
        numberAvailable: ready,
        numberUnavailable: pods.length - ready,
      }
    : {
        observedGeneration,
        replicas: pods.length,
        updatedReplicas: pods.length,
        readyReplicas: ready,
        availableReplicas: ready,
        unavailableReplicas: pods.length - ready,
      };
}
