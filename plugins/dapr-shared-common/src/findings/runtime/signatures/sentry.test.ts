import { crashing, fatal, given, log, type Setup } from '../../__testUtils__/live'; // prettier-ignore
import { runtimeFindings } from '..';

function first(message: string, setup: Setup = {}) {
  const { causes } = runtimeFindings(given(crashing(1), { logs: [log(fatal(message))] }, setup)); // prettier-ignore
  return causes[0];
}
const connecting = (why: string, setup?: Setup) => first(`error establishing connection to sentry: ${why}`, setup); // prettier-ignore
const asking = (why: string, setup?: Setup) => first(`error from sentry SignCertificate: ${why}`, setup); // prettier-ignore
const sentryAt = (address: string | undefined): Setup => ({ args: { 'sentry-address': address } }); // prettier-ignore

describe('a Sentry that is not reached', () => {
  const ready = 'Check that dapr-sentry runs in the control plane namespace, and is ready.'; // prettier-ignore

  it.each([
    ['dapr-sentry.dapr-system:443', ready],
    ['dapr-sentry.dapr-system:8443', `Set shared.controlPlane.sentry.port: 443. ${ready}`],
    [undefined, `Set shared.controlPlane.sentry.port: 443. ${ready}`],
  ])('is asked at another port only where it is not that already: %s', (address, expected) => {
    expect(connecting('dial tcp 10.0.0.1:8443: connect: connection refused', sentryAt(address))?.fix).toBe(expected);
  }); // prettier-ignore

  it('has a name that is not found, whichever server was asked', () => {
    expect(connecting('lookup x.y: no such host')?.code).toBe('DS643');
    expect(connecting('lookup x.y on 10.0.0.10:53: no such host')?.code).toBe('DS643'); // prettier-ignore
    expect(connecting('lookup x.y on 10.0.0.10:53: read udp: i/o timeout')?.cause).toBe('Waiting for Sentry: the DNS of the cluster fails to look up x.y: read udp: i/o timeout.'); // prettier-ignore
  });

  it('shows another identity, however the line quotes it', () => {
    for (const quote of ['"', '\\"']) {
      expect(connecting(`unexpected ID ${quote}spiffe://example.org/ns/dapr-system/dapr-sentry${quote}`)?.cause).toBe('Waiting for Sentry: daprd expects it in trust domain cluster.local, it is in example.org.'); // prettier-ignore
    }
  });
});

describe('a Sentry that gives no identity', () => {
  it.each([
    ['rpc error: code = PermissionDenied desc = x', 'Sentry refuses the identity', 'Sentry refuses the identity: x.'],
    ['rpc error: code = NotFound desc = x', 'Sentry refuses the identity', 'Sentry refuses the identity: x.'],
    ['rpc error: code = Unauthenticated desc = ', 'Sentry refuses the identity', 'Sentry refuses the identity: Unauthenticated.'],
    ['rpc error: code = Internal desc = x', 'Sentry gives no identity', 'Sentry gives no identity: x.'],
    ['rpc error: code = NotFoundAtAll desc = x', 'Sentry gives no identity', 'Sentry gives no identity: x.'],
    ['rpc error: code = WasNotFound desc = x', 'Sentry gives no identity', 'Sentry gives no identity: x.'],
    ['x', 'Sentry gives no identity', 'Sentry gives no identity: x.'],
    ['rpc error: code = ResourceExhausted desc = a "b" c', 'Sentry cannot be reached', 'Sentry at dapr-sentry.dapr-system.svc.cluster.local:443 did not answer the request for an identity: a "b" c.'],
  ])('says so: %s', (why, title, cause) => {
    expect(asking(why)).toMatchObject({ title, cause });
  }); // prettier-ignore

  it.each([
    ['token audiences ["a" "b"] is invalid for the target audiences ["dapr.io/sentry"]', 'The identity token is for a, b, Sentry wants dapr.io/sentry.'],
    ['token audiences ["a"]', 'The identity token is for a, Sentry wants dapr.io/sentry.'],
  ])('because of the audience: %s', (why, cause) => {
    expect(asking(why)?.cause).toBe(cause);
  }); // prettier-ignore
});
