import type { Finding } from '../findings';
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
      {
        code: 'DS201',
        severity: 'high',
        title: `No Dapr control plane on ${cluster}`,
        cause: `Cluster ${cluster} was read, and no dapr-operator runs on it.`,
        fix: 'Install Dapr there first: until then the pods wait in their init container. The addresses written are those of a default installation.',
      },
    ];
  }
  if (controlPlane === undefined) {
    return [
      {
        code: 'DS202',
        severity: 'medium',
        title: `Control plane of ${cluster} not known`,
        cause: `The portal could not tell what Dapr control plane runs on cluster ${cluster}.`,
        fix: 'Compare namespace, trust domain and runtime version in values.yaml with the cluster: they are those of a default installation.',
      },
    ];
  }
  const { version } = controlPlane;
  return version && runtimeSupport(version) !== 'unreadable' && !runtimeFactsOf(version) // prettier-ignore
    ? [belowFloor('DS203', `The control plane of ${cluster}`, version)]
    : [];
}

function versionFindings(version: string): Finding[] {
  if (!runtimeFactsOf(version)) {
    return [belowFloor('DS501', 'The runtime asked for', version)];
  }
  const support = runtimeSupport(version);
  if (support === 'newer') {
    return [
      {
        code: 'DS502',
        severity: 'medium',
        title: `Dapr ${version} is newer than what was checked`,
        cause: `What is known of Dapr ${supportedRuntimes[0]} was used for ${version}.`,
        fix: 'Read the release notes of that version for changed arguments before merging.',
      },
    ];
  }
  return support === 'ended'
    ? [
        {
          code: 'DS503',
          severity: 'medium',
          title: `Dapr ${version} is out of support`,
          cause: `Dapr supports its three newest minor releases: ${supportedRuntimes.join(
            ', ',
          )}.`,
          fix: `Upgrade the control plane, then daprd, to ${supportedRuntimes[0]}.`,
        },
      ]
    : [];
}

function belowFloor(code: string, what: string, version: string): Finding {
  return {
    code,
    severity: 'critical',
    title: `Dapr ${version} is too old for shared daprd`,
    cause: `${what} is ${version}; the addresses of Dapr before 1.14 are not known.`,
    fix: `Upgrade to one of ${supportedRuntimes.join(', ')}.`,
  };
}
