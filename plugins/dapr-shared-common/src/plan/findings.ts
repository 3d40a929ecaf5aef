import type { Finding, FindingCode } from '../findings';
import {
  noControlPlane,
  oldControlPlane,
  schedulerAbsent,
  unknownControlPlane,
} from '../findings/codes/controlPlane';
import {
  runtimeNewer,
  runtimeTooOld,
  runtimeUnsupported,
} from '../findings/codes/version';
import { finding } from '../findings/finding';
import { runtimeFactsOf, runtimeSupport, supportedRuntimes } from '../runtime';
import { chartFindings } from './chartVersion';
import { optionFindings } from './optionFindings';
import type { ClusterFacts, PlanRequest } from './types';

/**
 * What is worth knowing of a plan before it is merged. A critical finding means that no files should be written.
 */
export function planFindings(
  request: PlanRequest,
  facts: ClusterFacts,
  versions: { runtimeVersion: string; chartVersion: string },
): Finding[] {
  return [
    ...controlPlaneFindings(request, facts),
    ...versionFindings(versions.runtimeVersion),
    ...chartFindings(versions.chartVersion),
    ...optionFindings(request, facts),
  ];
}

function controlPlaneFindings(
  { target: { cluster } }: PlanRequest,
  { controlPlane }: ClusterFacts,
): Finding[] {
  if (controlPlane === null) {
    return [
      finding(noControlPlane, {
        title: `No Dapr control plane on ${cluster}`,
        cause: `Cluster ${cluster} was read, and no dapr-operator runs on it.`,
        fix: 'Install Dapr there first: until then the pods wait in their init container. The addresses written are those of a default installation.',
      }),
    ];
  }
  if (controlPlane === undefined) {
    return [
      finding(unknownControlPlane, {
        title: `Control plane of ${cluster} not known`,
        cause: `The portal could not tell what Dapr control plane runs on cluster ${cluster}.`,
        fix: 'Compare namespace, trust domain and runtime version in values.yaml with the cluster: they are those of a default installation.',
      }),
    ];
  }
  const { version, scheduler } = controlPlane;
  return [
    ...(version && runtimeSupport(version) !== 'unreadable' && !runtimeFactsOf(version) // prettier-ignore
      ? [belowFloor(oldControlPlane, `The control plane of ${cluster}`, version)] // prettier-ignore
      : []),
    ...(scheduler === false
      ? [
          finding(schedulerAbsent, {
            title: `No scheduler on ${cluster}`,
            cause: `The control plane of ${cluster} has no dapr-scheduler-server, so that daprd is not told its address: it would not get ready. Jobs, actor reminders and workflows do not work.`,
          }),
        ]
      : []),
  ];
}

function versionFindings(version: string): Finding[] {
  if (!runtimeFactsOf(version)) {
    return [belowFloor(runtimeTooOld, 'The runtime asked for', version)];
  }
  const support = runtimeSupport(version);
  if (support === 'newer') {
    return [
      finding(runtimeNewer, {
        title: `Dapr ${version} is newer than what was checked`,
        cause: `What is known of Dapr ${supportedRuntimes[0]} was used for ${version}.`,
        fix: 'Read the release notes of that version for changed arguments before merging.',
      }),
    ];
  }
  return support === 'ended'
    ? [
        finding(runtimeUnsupported, {
          title: `Dapr ${version} is out of support`,
          cause: `Dapr supports its three newest minor releases: ${supportedRuntimes.join(
            ', ',
          )}.`,
          fix: `Upgrade the control plane, then daprd, to ${supportedRuntimes[0]}.`,
        }),
      ]
    : [];
}

function belowFloor(code: FindingCode, what: string, version: string): Finding {
  return finding(code, {
    title: `Dapr ${version} is too old for shared daprd`,
    cause: `${what} is ${version}; the addresses of Dapr before 1.14 are not known.`,
    fix: `Upgrade to one of ${supportedRuntimes.join(', ')}.`,
  });
}
