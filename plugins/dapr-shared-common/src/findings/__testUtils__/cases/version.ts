import * as codes from '../../codes/version';
import {
  arg,
  changed,
  container,
  controlPlane,
  deployment,
  inputOf,
  metadata,
} from '../input';
import type { FiringCase, QuietCase } from './types';

const image = (text?: string) => container({ image: text });
const tagged = (tag: string, ...more: Parameters<typeof changed>[1][]) =>
  changed(deployment, image(`daprio/daprd:${tag}`), ...more);
const running = (version?: string) => ({
  controlPlane: { ...controlPlane, version },
});
const chart = (name: string, fields: object = {}) =>
  inputOf(changed(deployment, metadata('Deployment', { labels: { 'helm.sh/chart': name, ...fields } }))); // prettier-ignore

export const versionFiring: readonly FiringCase[] = [
  {
    code: codes.runtimeNewer,
    when: 'its minor is',
    input: inputOf(tagged('1.19.0', arg('brand-new', '1')), running('1.19.2')),
    found: {
      title: 'Dapr 1.19.0 is newer than what was checked',
      severity: 'low',
      cause: 'What is known of Dapr 1.18.0 was used for 1.19.0: some findings may be missing or wrong.', // prettier-ignore
    },
  },
  ...['1.15.7', '1.14.0'].map(version => ({
    code: codes.runtimeUnsupported,
    when: `it is ${version}`,
    input: inputOf(tagged(version)),
    found: {
      title: `Dapr ${version} is out of support`,
      cause: 'Dapr supports its three newest minor releases: 1.18.3, 1.17.13, 1.16.19.', // prettier-ignore
      fix: 'Upgrade the control plane, then daprd, to 1.18.3.',
    },
  })),
  {
    code: codes.runtimeSkew,
    when: 'daprd is newer',
    input: inputOf(deployment, running('1.17.13')),
    found: {
      title: 'daprd is newer than its control plane',
      severity: 'medium',
      cause: 'daprd is 1.18.3, and the control plane 1.17.13.',
      fix: 'Upgrade the control plane to 1.18.3, or run daprd 1.17.13.',
    },
  },
  {
    code: codes.runtimeSkew,
    when: 'daprd is newer, and out of support as well',
    input: inputOf(tagged('1.15.7'), running('1.14.5')),
    found: {
      title: 'daprd is newer than its control plane',
      severity: 'medium',
      cause: 'daprd is 1.15.7, and the control plane 1.14.5.',
      fix: 'Upgrade the control plane to 1.15.7, or run daprd 1.14.5.',
    },
    also: ['DS503'],
  },
  {
    code: codes.runtimeSkew,
    when: 'daprd is older',
    input: inputOf(tagged('1.16.19')),
    found: {
      title: 'daprd is older than its control plane',
      cause: 'daprd is 1.16.19, and the control plane 1.18.3.',
      fix: 'Upgrade daprd to 1.18.3.',
    },
  },
  {
    code: codes.unknownArguments,
    when: 'one is newer than the image',
    input: inputOf(tagged('1.17.13', arg('log-file', 'x')), running('1.17.13')),
    found: {
      title: 'daprd 1.17.13 does not know --log-file',
      cause: 'daprd ends at an argument that it does not know.',
      fix: 'Take --log-file out, or run a release of daprd that knows it.',
      evidence: '--log-file',
    },
  },
  {
    code: codes.unknownArguments,
    when: 'two are misspelt',
    input: inputOf(changed(deployment, arg('app-prot', '1'), arg('enable-metric', '1'))), // prettier-ignore
    found: {
      title: 'daprd 1.18.3 does not know --app-prot, --enable-metric',
      cause: 'daprd ends at an argument that it does not know.',
      fix: 'Take --app-prot, --enable-metric out, or run a release of daprd that knows them.', // prettier-ignore
      evidence: '--app-prot, --enable-metric',
    },
  },
  ...['0.0.11', '0.0.15'].map(version => ({
    code: codes.chartOutdated,
    when: `it is ${version}`,
    input: chart(`dapr-shared-chart-${version}`),
    found: {
      title: `The chart ${version} is old`,
      cause: 'Plans are made for 1.18.0, 1.16.0, 0.0.16.',
      fix: 'Upgrade the chart to 1.16.0, with shared.controlPlane.sentry.port 443.', // prettier-ignore
      evidence: `helm.sh/chart: dapr-shared-chart-${version}`,
    },
  })),
  {
    code: codes.chartRenamesService,
    when: 'it is 0.0.10',
    input: chart('dapr-shared-chart-0.0.10', { 'app.kubernetes.io/instance': 'shop-orders' }), // prettier-ignore
    found: {
      cause: 'The chart is 0.0.10. Before 0.0.11 the Service has the name of the release (shop-orders); an upgrade makes it orders-dapr, port 3500.', // prettier-ignore
      evidence: 'helm.sh/chart: dapr-shared-chart-0.0.10',
    },
  },
  ...['dapr-ambient-0.0.1', 'dapr-ambient-chart-0.0.3'].map(label => ({
    code: codes.chartRenamesService,
    when: `it is ${label}`,
    input: chart(label),
    found: {
      cause: `The chart is ${label.slice(-5)}. Before 0.0.11 the Service has the name of the release; an upgrade makes it orders-dapr, port 3500.`, // prettier-ignore
      evidence: `helm.sh/chart: ${label}`,
    },
  })),
  {
    code: codes.tagUnreadable,
    when: 'the tag moves',
    input: inputOf(tagged('latest')),
    found: {
      title: 'The image tag latest names no version of Dapr',
      cause: 'It is not known which release daprio/daprd:latest holds, and another may be behind it tomorrow.', // prettier-ignore
      evidence: 'image: daprio/daprd:latest',
    },
  },
  {
    code: codes.tagUnreadable,
    when: 'there is no tag',
    input: inputOf(changed(deployment, image('registry.example:5000/daprd'))),
    found: {
      title: 'The image names no version of Dapr',
      cause: 'It is not known which release registry.example:5000/daprd holds, and another may be behind it tomorrow.', // prettier-ignore
      evidence: 'image: registry.example:5000/daprd',
    },
  },
  {
    code: codes.tagUnreadable,
    when: 'there is a digest alone',
    input: inputOf(changed(deployment, image('daprd@sha256:0123'))),
    found: {
      title: 'The image names no version of Dapr',
      severity: 'low',
      cause: 'It is not known which release daprd@sha256:0123 holds.',
      evidence: 'image: daprd@sha256:0123',
    },
  },
];

export const versionQuiet: readonly QuietCase[] = [
  ['a variant of a release', inputOf(tagged('1.18.3-mariner'))],
  ['a newer patch', inputOf(tagged('1.18.99'))],
  ['a tag with a digest', inputOf(changed(deployment, image('daprd:1.18.3@sha256:0123')))], // prettier-ignore
  ['no image at all', inputOf(changed(deployment, image()))],
  ['a control plane without a version', inputOf(deployment, running())],
  ['a control plane of an unreadable version', inputOf(deployment, running('edge'))], // prettier-ignore
  ['an image of no version beside a control plane', inputOf(tagged('edge')), ['DS553']], // prettier-ignore
  ['an old daprd twice', inputOf(tagged('1.15.7')), ['DS503']],
  ['arguments of a daprd that is not known', inputOf(tagged('edge', arg('x', '1'))), ['DS553']], // prettier-ignore
  ['arguments of a daprd before 1.14', inputOf(tagged('1.13.5', arg('x', '1'))), ['DS503']], // prettier-ignore
  ['the oldest chart that plans are made for', chart('dapr-shared-chart-0.0.16')], // prettier-ignore
  ['a chart of another name', chart('payments-0.0.3')],
  ['a label that is no chart', chart('dapr-shared-chart')],
  ['a workload without a chart', inputOf(changed(deployment, metadata('Deployment', { labels: {} })))], // prettier-ignore
];
