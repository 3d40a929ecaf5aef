import type { CheckInput } from '../../input';
import { service } from '../../__testUtils__/failures/services';
import { given, type Setup } from '../../__testUtils__/live';
import { circumstances } from '../circumstances';
import { identityFacts } from '.';
import { setWhatDiffers } from './fixes';
import { controlPlaneNamespace, sentryAddress, unknownHost } from './sentry';
import { acceptsToken } from './tokenFacts';

const controlPlane = { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local' }; // prettier-ignore
const seen = (setup: Setup, known: Partial<CheckInput> = { controlPlane }) =>
  circumstances(given(undefined, known, setup));
const told = (setup: Setup, known?: Partial<CheckInput>) =>
  identityFacts(seen(setup, known));

const args = (changes: NonNullable<Setup['args']>): Setup => ({ args: changes }); // prettier-ignore
const sentryAt = (address: string | undefined) => args({ 'sentry-address': address }); // prettier-ignore
const volume = (name: string, ...audiences: string[]) => ({
  name,
  projected: { sources: audiences.map(audience => ({ serviceAccountToken: { audience } })) }, // prettier-ignore
});

describe('arguments and cluster say nothing', () => {
  const quiet: readonly [string, Setup, Partial<CheckInput>?][] = [
    ['where all is right', {}],
    ['where the cluster is not known', sentryAt('dapr-sentry.dapr:80'), {}],
    ['of a Sentry outside the cluster', sentryAt('sentry.example.com:8443')],
    ['of a Service of another name in another namespace', sentryAt('my-sentry.dapr:8443')],
    ['of a Sentry that is given by its IP', sentryAt('10.0.0.1:8443')],
    ['of a control plane before 1.14', sentryAt('dapr-sentry.dapr-system:80'), { controlPlane: { ...controlPlane, version: '1.13.6' } }],
    ['of a port that Sentry has beside another', sentryAt('dapr-sentry.dapr-system:8443'), { services: [service('dapr-sentry', [443, 8443], { namespace: 'dapr-system' })] }],
    ['of a daprd without any variable', { container: { env: [] } }],
    ['of a daprd that takes namespace and trust domain from elsewhere', { container: { env: [{ name: 'DAPR_CONTROLPLANE_NAMESPACE', valueFrom: {} }, { name: 'DAPR_CONTROLPLANE_TRUST_DOMAIN', valueFrom: {} }] } }],
    ['of a trust domain that is not known', { env: { DAPR_CONTROLPLANE_TRUST_DOMAIN: 'example.org' } }, { controlPlane: { namespace: 'dapr-system' } }],
    ['of an audience where the trust domain is not known', { pod: { volumes: [volume('dapr-identity-token', 'x')] } }, { controlPlane: { namespace: 'dapr-system' } }],
    ['of the audience of another volume', { pod: { volumes: [volume('other', 'x')] } }],
    ['of an audience beside one that is right', { pod: { volumes: [volume('dapr-identity-token', 'x', 'dapr.io/sentry')] } }],
    ['of an app id that the annotation alone has', { args: { 'app-id': undefined }, annotations: { 'dapr.io/app-id': 'other' } }],
    ['of an app id that the argument alone has', { annotations: { 'dapr.io/app-id': undefined } }],
    ['of the arguments of another major release', { ...args({ 'no-such': 'x' }), container: { image: 'daprio/daprd:2.0.0' } }],
    ['of the arguments of an image without a version', { ...args({ 'no-such': 'x' }), container: { image: 'daprio/daprd' } }],
  ]; // prettier-ignore

  it.each(quiet.map(([what, setup, known]) => ({ what, setup, known })))(
    '$what',
    ({ setup, known }) => {
      expect(told(setup, known)).toBeUndefined();
    },
  );
});

describe('arguments and cluster tell', () => {
  it.each<[string, Setup, Partial<CheckInput> | undefined, string]>([
    ['of a port that Sentry’s Service does not have', sentryAt('dapr-sentry.dapr-system:8443'), undefined, 'Waiting for Sentry: it has no port 8443, only 443.'],
    ['of all audiences', { pod: { volumes: [volume('dapr-identity-token', 'x', 'y')] } }, undefined, 'The identity token is for x, y, Sentry wants spiffe://cluster.local/ns/dapr-system/dapr-sentry.'],
    ['of an argument that is not known', args({ 'no-such': 'x' }), {}, 'daprd 1.18.1 does not know the argument --no-such.'],
    ['of an app id before all else', { ...sentryAt('dapr-sentry.dapr:80'), annotations: { 'dapr.io/app-id': 'other' } }, undefined, 'daprd says that it is orders, but its pod is other.'],
  ])('%s', (_, setup, known, words) => {
    expect(told(setup, known)?.cause).toBe(words);
  }); // prettier-ignore

  it('of an audience as it is written', () => {
    const setup = { pod: { volumes: [volume('dapr-identity-token', 'x', 'y')] } }; // prettier-ignore
    expect(told(setup)).toMatchObject({
      fix: 'Set shared.daprd.serviceAccountIdentityToken.audience: spiffe://cluster.local/ns/dapr-system/dapr-sentry.',
      evidence: 'audience: x, y',
    });
  });
});

describe('a token', () => {
  it.each([
    ['is for another Sentry', ['x'], false],
    ['is for any Sentry', ['x', 'dapr.io/sentry'], true],
    ['is for this one', ['wanted', 'x'], true],
    ['has no audience', [], false],
  ])('%s', (_, audiences, expected) => {
    const setup = { pod: { volumes: [volume('dapr-identity-token', ...audiences)] } }; // prettier-ignore
    expect(acceptsToken(seen(setup), 'wanted')).toBe(expected);
  });
});

describe('the namespace of the control plane', () => {
  it.each<[string, string | undefined, Partial<CheckInput>, string | undefined]>([
    ['is what the cluster says', 'dapr-sentry.dapr:443', { controlPlane }, 'dapr-system'],
    ['is what the address of Sentry says', 'dapr-sentry.dapr:443', {}, 'dapr'],
    ['is not told by another name', 'my-sentry.dapr:443', {}, undefined],
    ['is not told by an IP', '10.0.0.1:443', {}, undefined],
    ['is not told by nothing', undefined, {}, undefined],
  ])('%s', (_, address, known, expected) => {
    expect(controlPlaneNamespace(seen(sentryAt(address), known))).toBe(expected); // prettier-ignore
  }); // prettier-ignore
});

describe('a host of Sentry that nobody knows', () => {
  const unknown = (host: string, setup: Setup = {}, known?: Partial<CheckInput>) => unknownHost(seen(setup, known), host); // prettier-ignore

  it('is named without its port, and as it was looked up', () => {
    expect(unknown('dapr-sentry.dapr:443').cause).toBe('Waiting for Sentry: there is no dapr-sentry.dapr, Dapr runs in dapr-system.'); // prettier-ignore
    expect(unknown('a::b').cause).toBe('Waiting for Sentry: there is no a::b, Dapr runs in dapr-system.'); // prettier-ignore
  });

  it('is replaced where daprd has no address at all', () => {
    expect(unknown('x', sentryAt(undefined)).fix).toBe('Set shared.controlPlane.sentry.address: dapr-sentry.dapr-system.svc.cluster.local, and the other addresses likewise.'); // prettier-ignore
  });

  it('is another one than the right one by its name too', () => {
    const host = 'my-sentry.dapr-system';
    expect(unknown(host, sentryAt(`${host}:443`)).cause).toBe('Waiting for Sentry: there is no my-sentry.dapr-system, Dapr runs in dapr-system.'); // prettier-ignore
  });

  it('outside the cluster leaves the fix to the code', () => {
    expect(unknown('sentry.example.com', {}, {})).toEqual({
      code: expect.objectContaining({ code: 'DS643' }),
      cause: 'Waiting for Sentry: there is no sentry.example.com.',
      fix: undefined,
    });
  });

  it('has an address for people even where daprd has none', () => {
    expect(sentryAddress(seen(sentryAt(undefined)))).toBe('its address');
  });
});

describe('setWhatDiffers', () => {
  it('leaves out what is so', () => {
    const a = { key: 'a', should: '1', is: '2' };
    const b = { key: 'b', should: '1', is: '1' };
    const c = { key: 'c', should: '1', is: undefined };
    expect(setWhatDiffers([a, b, c])).toBe('Set a: 1, c: 1');
    expect(setWhatDiffers([b])).toBeUndefined();
  });
});
