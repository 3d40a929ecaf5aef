import { crashing, fatal, given, line, log, type Setup } from '../../__testUtils__/live'; // prettier-ignore
import { runtimeFindings } from '..';

function told(lines: readonly string[], setup: Setup = {}): string[] {
  const { causes } = runtimeFindings(given(crashing(1), { logs: [log(lines)] }, setup)); // prettier-ignore
  return causes.map(({ cause }) => cause);
}
const nothing = ['daprd keeps exiting with code 1.'];

describe('the last line of a process tells', () => {
  it.each([
    ["unknown shorthand flag: 'x' in -xyz", 'daprd 1.18.1 does not know the argument -xyz.'],
    ['unknown flag: --no-such', 'daprd 1.18.1 does not know the argument --no-such.'],
    ['error parsing dapr-http-port: x', 'daprd does not accept the value of --dapr-http-port: x.'],
    ["invalid value for 'max-body-size': x", 'daprd does not accept the value of --max-body-size: x.'],
    ["invalid value for 'app-protocol' option: tcp", 'daprd does not know the app protocol tcp.'],
    ['listen tcp :80: bind: permission denied', 'daprd cannot listen on port 80: permission denied.'],
    ['failed to read trust anchors from file: open x: no such file', 'daprd cannot read its trust anchors: open x: no such file.'],
    ['invalid control plane trust domain "x y"', 'daprd was given no usable trust domain of the control plane: invalid control plane trust domain "x y".'],
    ['error loading configuration: x', 'Configuration of daprd cannot be loaded: x.'],
    ['detected duplicate actor state store: one and other', 'Components one and other both say that they are the actor state store.'],
    ['it was a Fatal error from runtime: x', 'daprd ends with an error: it was a Fatal error from runtime: x.'],
  ])('%s', (message, expected) => {
    expect(told(fatal(message))).toEqual([expected]);
  }); // prettier-ignore

  it('where it cannot listen at any address', () => {
    const args = { 'dapr-listen-addresses': undefined };
    expect(told(fatal('could not listen on any endpoint'), { args })).toEqual(['daprd cannot listen on its ports at any address.']); // prettier-ignore
  });

  it('by the first line of a stack', () => {
    expect(told(['panic: one', 'goroutine 1 [running]:', 'panic: two'])).toEqual(['daprd 1.18.1 crashed: one.']); // prettier-ignore
    expect(told(['fatal error: all goroutines are asleep'])).toEqual(['daprd 1.18.1 crashed: all goroutines are asleep.']); // prettier-ignore
  });

  it('of a daprd whose version is not known', () => {
    const setup = { container: { image: 'daprio/daprd' } };
    expect(told(['panic: one'], setup)).toEqual(['daprd crashed: one.']);
    expect(told(['unknown flag: --x'], setup)).toEqual(['daprd does not know the argument --x.']); // prettier-ignore
  });

  it.each([
    ['plain text that only speaks of it', 'there was no panic: x'],
    ['a line of the log that is not the last word', line('error', 'listen tcp :80: bind: x')], // prettier-ignore
  ])('nothing by %s', (_, text) => {
    expect(told([text])).toEqual(nothing);
  });

  it('nothing by what it said after it was told to stop, but for its identity', () => {
    const stop = line('info', "Received signal 'terminated'; beginning shutdown"); // prettier-ignore
    const why = 'failed to retrieve the initial identity: error establishing connection to sentry: x509: y'; // prettier-ignore
    const other = "Sentry's certificate is from another CA than the trust anchors of these pods."; // prettier-ignore
    expect(told([stop, line('fatal', why)])).toEqual([other]);
    expect(told([stop, line('error', why)])).toEqual(nothing);
    expect(told([stop, line('fatal', 'error from sentry SignCertificate: x')])).toEqual(nothing); // prettier-ignore
  });
});

describe('a component that is called kubernetes', () => {
  const failed = (what: string) => told(fatal(`process component x error: [INIT_COMPONENT_FAILURE]: initialization error occurred for ${what}: refused`)); // prettier-ignore

  it.each([
    ['kubernetes (secretstores.kubernetes/v1)', 'The built-in secret store has no access to Kubernetes: refused.'],
    ['other (secretstores.kubernetes/v1)', 'Component other (secretstores.kubernetes) cannot be initialised: refused.'],
    ['kubernetes (secretstores.hashicorp.vault/v1)', 'Component kubernetes (secretstores.hashicorp.vault) cannot be initialised: refused.'],
  ])('is the built-in store only by its type too: %s', (what, expected) => {
    expect(failed(what)).toEqual([expected]);
  }); // prettier-ignore
});
