import { readFlags } from '../../instance/args';
import { asArray, asString, at } from '../../objects';
import type { CheckInput } from '../input';
import { parseAddress } from '../runtime/address';
import type { Finding } from '../types';

type Present = (input: CheckInput) => string | undefined;

const workloadOf = ({ instance }: CheckInput) => instance.workloads[0];
const podOf = (input: CheckInput) => at(workloadOf(input).object, 'spec', 'template', 'spec'); // prettier-ignore
const daprdOf = (input: CheckInput) => asArray(at(podOf(input), 'containers')).find(c => at(c, 'name') === 'daprd'); // prettier-ignore
const flag = (name: string): Present => input => readFlags(workloadOf(input).args).flags.get(name); // prettier-ignore
const host = (name: string): Present => input => parseAddress(flag(name)(input))?.host; // prettier-ignore
const port = (name: string): Present => input => parseAddress(flag(name)(input))?.port?.toString(); // prettier-ignore
const variable = (name: string): Present => input => asString(at(asArray(at(daprdOf(input), 'env')).find(e => at(e, 'name') === name), 'value')); // prettier-ignore
const either = (...all: Present[]): Present => input => all.map(one => one(input)).find(value => value !== undefined); // prettier-ignore

/** Values of the chart, as the instance shows them. */
const PRESENT: Readonly<Record<string, Present | undefined>> = {
  'shared.appId': flag('app-id'),
  'shared.remoteURL': flag('app-channel-address'),
  'shared.remotePort': flag('app-port'),
  'shared.strategy': ({ instance }) => instance.strategy,
  'shared.daprd.app.protocol': flag('app-protocol'),
  'shared.daprd.config': flag('config'),
  'shared.daprd.mtls.enabled': flag('enable-mtls'),
  'shared.daprd.image.tag': ({ instance }) => instance.daprdVersion,
  'shared.daprd.image.pullPolicy': input => asString(at(daprdOf(input), 'imagePullPolicy')), // prettier-ignore
  'shared.controlPlane.namespace': either(flag('control-plane-namespace'), variable('DAPR_CONTROLPLANE_NAMESPACE')), // prettier-ignore
  'shared.controlPlane.trustDomain': either(flag('control-plane-trust-domain'), variable('DAPR_CONTROLPLANE_TRUST_DOMAIN')), // prettier-ignore
  'shared.controlPlane.sentry.address': host('sentry-address'),
  'shared.controlPlane.sentry.port': port('sentry-address'),
  'shared.controlPlane.operator.address': host('control-plane-address'),
  'shared.controlPlane.operator.port': port('control-plane-address'),
  'shared.controlPlane.placementServer.address': host('placement-host-address'),
  'shared.controlPlane.placementServer.port': port('placement-host-address'),
  'shared.daprd.serviceAccountIdentityToken.audience': input =>
    asArray(at(podOf(input), 'volumes'))
      .flatMap(volume => asArray(at(volume, 'projected', 'sources')))
      .map(source => asString(at(source, 'serviceAccountToken', 'audience')))
      .find(Boolean),
};

/** `KEY: VALUE` and `KEY to VALUE` of a fix. */
const SET = /\b(shared\.[\w.]+\w)(?:: | to )(\S+?)[.,;]?(?=\s|$)/g;

/** What a fix tells to set to the value that it has. */
export function changesNothing(input: CheckInput) {
  return ({ code, fix }: Finding): string[] =>
    [...fix.matchAll(SET)].flatMap(([text, key = '', value]) =>
      PRESENT[key]?.(input) === value ? [`${code}: ${text}`] : [],
    );
}
