import type { FindingCode } from '../types';

const support = 'https://docs.dapr.io/operations/support/support-release-policy/'; // prettier-ignore
const upgrade = 'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-upgrade/'; // prettier-ignore
const daprdArguments = 'https://docs.dapr.io/reference/arguments-annotations-overview/'; // prettier-ignore

export const runtimeTooOld: FindingCode = {
  code: 'DS501',
  severity: 'critical',
  title: 'The runtime is too old for shared daprd',
  seen: 'daprd does not fit the addresses and arguments that are written for it, and gets no fixes.',
  fix: 'Ask for a release that Dapr supports.',
  links: [support],
};

export const runtimeNewer: FindingCode = {
  code: 'DS502',
  severity: 'medium',
  title: 'The runtime is newer than what was checked',
  seen: 'Mostly nothing; a changed argument or address would show as a daprd that does not start.',
  fix: 'Read the release notes of that version for changed arguments.',
  links: [support],
};

export const runtimeUnsupported: FindingCode = {
  code: 'DS503',
  severity: 'medium',
  title: 'The runtime is out of support',
  seen: 'Security fixes do not come any more, and the control plane cannot be upgraded much further.',
  fix: 'Upgrade the control plane, then daprd.',
  links: [support, upgrade],
};

export const runtimeSkew: FindingCode = {
  code: 'DS504',
  severity: 'low',
  title: 'daprd and the control plane are of different releases',
  seen: 'Features of the newer one are missing or fail. A daprd that is newer than its control plane was never tested by Dapr.',
  fix: 'Bring daprd to the release of the control plane; the control plane goes first.',
  links: [upgrade],
};

export const unknownArguments: FindingCode = {
  code: 'DS505',
  severity: 'high',
  title: 'daprd does not know an argument',
  seen: 'daprd exits with code 2 and "unknown flag".',
  fix: 'Take the argument out, or run the release of daprd that brought it.',
  links: [daprdArguments],
};

export const chartOutdated: FindingCode = {
  code: 'DS511',
  severity: 'low',
  title: 'The chart is old',
  seen: 'Its defaults are for releases of Dapr that are out of support, and changes by pull request cannot be planned for it.',
  fix: 'Upgrade the chart.',
};

export const chartRenamesService: FindingCode = {
  code: 'DS512',
  severity: 'medium',
  title: 'An upgrade of the chart renames the Service',
  seen: 'After the upgrade the app gets "no such host": the Service was named after the release before chart 0.0.11, and is <appId>-dapr since.',
  fix: 'Change DAPR_HTTP_ENDPOINT and DAPR_GRPC_ENDPOINT of the app together with the upgrade.',
};

export const chartTooOld: FindingCode = {
  code: 'DS551',
  severity: 'critical',
  title: 'The chart is too old',
  seen: 'What such a chart makes of its values is not known, so that no files are written.',
  fix: 'Use a release of the chart that was checked.',
};

export const chartUnchecked: FindingCode = {
  code: 'DS552',
  severity: 'medium',
  title: 'The chart was not checked',
  seen: 'The objects that Helm renders may differ from those shown.',
  fix: 'Compare the objects with what Helm renders before merging, or use a release of the chart that was checked.',
};

export const tagUnreadable: FindingCode = {
  code: 'DS553',
  severity: 'medium',
  title: 'The image tag names no version of Dapr',
  seen: 'What runs changes by itself where the tag moves, and an argument that the image does not know ends it with code 2.',
  fix: 'Use a tag that starts with a version such as 1.18.3.',
};

export const helm4: FindingCode = {
  code: 'DS561',
  severity: 'low',
  title: 'The Helm command needs Helm 3',
  seen: 'Helm 4 ends with an error: it takes post-renderers as plugins only.',
  fix: 'Run it with Helm 3, or choose another delivery.',
};

/** Which daprd, chart and tools it is, and whether they fit together. */
export const versionCodes: readonly FindingCode[] = [
  runtimeTooOld,
  runtimeNewer,
  runtimeUnsupported,
  runtimeSkew,
  unknownArguments,
  chartOutdated,
  chartRenamesService,
  chartTooOld,
  chartUnchecked,
  tagUnreadable,
  helm4,
];
