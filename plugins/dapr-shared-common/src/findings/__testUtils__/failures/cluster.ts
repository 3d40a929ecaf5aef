import type { ControlPlane } from '../../../api';
import { crashing, given, line, log, running, type Setup } from '../live';
import { service, slice } from './services';
import type { Failure } from './types';

const controlPlane: ControlPlane = {
  namespace: 'dapr-system',
  version: '1.18.3',
  trustDomain: 'cluster.local',
};
const silent = log([line('info', 'Fetching initial identity')]);
const port80: Setup = {
  args: { 'sentry-address': 'dapr-sentry.dapr-system.svc.cluster.local:80' },
};

/** Silence, with what decides. */
const silence = (setup: Setup, known: ControlPlane | null = controlPlane) => ({
  status: given(running, {}, setup),
  '+ logs': given(running, { logs: [silent] }, setup),
  '+ cluster': given(running, { controlPlane: known }, setup),
});

const app = { 'app-channel-address': 'web.shop.svc.cluster.local', 'app-port': '8080' }; // prettier-ignore
const waits = log([
  line('info', 'application protocol: http. waiting on port 8080.  This will block until the app is listening on that port.'), // prettier-ignore
]);
const behind = (
  services: ReturnType<typeof service>[],
  slices: ReturnType<typeof slice>[],
  args: Record<string, string> = {},
) => ({
  status: given(running, {}, { args: { ...app, ...args } }),
  '+ logs': given(running, { logs: [waits] }, { args: { ...app, ...args } }),
  '+ endpoints': given(running, { services, endpointSlices: slices }, { args: { ...app, ...args } }), // prettier-ignore
  '+ logs + endpoints': given(running, { services, endpointSlices: slices, logs: [waits] }, { args: { ...app, ...args } }), // prettier-ignore
  'daprd is ready': given(undefined, { services, endpointSlices: slices }, { args: { ...app, ...args } }), // prettier-ignore
});

export const cluster: readonly Failure[] = [
  { name: 'Sentry on port 80', given: { ...silence(port80), '+ Sentry\'s Service': given(running, { services: [service('dapr-sentry', [443], { namespace: 'dapr-system' })] }, port80), 'control plane 1.13': given(running, { controlPlane: { ...controlPlane, version: '1.13.6' }, logs: [silent] }, port80), 'exits, + cluster': given(crashing(1), { controlPlane }, port80) } },
  { name: 'Sentry in another namespace', given: silence({ args: { 'sentry-address': 'dapr-sentry.dapr.svc.cluster.local:443' } }) },
  { name: 'control plane namespace wrong', given: silence({ env: { DAPR_CONTROLPLANE_NAMESPACE: 'dapr' } }) },
  { name: 'trust domain wrong', given: silence({ env: { DAPR_CONTROLPLANE_TRUST_DOMAIN: 'example.org' } }) },
  { name: 'neither namespace nor trust domain given', given: silence({ env: { DAPR_CONTROLPLANE_NAMESPACE: undefined, DAPR_CONTROLPLANE_TRUST_DOMAIN: undefined } }) },
  { name: 'no control plane', given: silence({}, null) },
  { name: 'everything right, and yet silence', given: silence({}) },
  { name: 'audience wrong', given: { status: given(crashing(1)), '+ cluster': given(crashing(1), { controlPlane: { ...controlPlane, trustDomain: 'example.org' } }, { env: { DAPR_CONTROLPLANE_TRUST_DOMAIN: 'example.org' } }) } },
  { name: 'app id of annotation and argument', given: { status: given(crashing(1), {}, { annotations: { 'dapr.io/app-id': 'other' } }) } },
  { name: 'app: no such Service', given: behind([service('shop-web', [8080])], []) },
  { name: 'app: Service in another namespace', given: behind([service('web', [8080], { namespace: 'front' })], []) },
  { name: 'app: Service without that port', given: behind([service('web', [80])], [slice('web', [true])]) },
  { name: 'app: Service with other ports', given: behind([service('web', [80, 443])], [slice('web', [true])]) },
  { name: 'app: nothing behind its Service', given: behind([service('web', [8080])], []) },
  { name: 'app: its pods are not ready', given: behind([service('web', [8080])], [slice('web', [false, false])]) },
  { name: 'app: one pod that is not ready', given: behind([service('web', [8080])], [slice('web', [false])]) },
  { name: 'app: pods ready, and not reached', given: behind([service('web', [8080])], [slice('web', [true])]) },
  { name: 'app over TLS: pods ready, and not reached', given: behind([service('web', [8080])], [slice('web', [true])], { 'app-protocol': 'https' }) },
  { name: 'app outside the cluster', given: behind([], [], { 'app-channel-address': 'web.example.com' }) },
]; // prettier-ignore
