import { failures } from '../../__testUtils__/failures';
import { fatal, given, line, log, type Setup } from '../../__testUtils__/live';
import { runtimeFindings } from '..';

/** What a daprd that is ready is said to lack, by its log. */
function said(lines: readonly string[], setup: Setup = {}) {
  const { causes, others } = runtimeFindings(given(undefined, { logs: [log(lines)] }, setup)); // prettier-ignore
  return [...causes, ...others].map(({ code }) => code);
}

/** The lines of all failures, of a daprd that is ready. */
const complaints = Object.values(failures(() => ''))
  .flat()
  .flatMap(
    ({ given: { '+ logs': input } }) =>
    input?.pods?.every(pod => JSON.stringify(pod.status).includes('"ready":false')) === false ? input.logs ?? [] : [], // prettier-ignore
  )
  .flatMap(({ lines }) => lines)
  .map((text): { level: string; msg: string } =>
    text.startsWith('{') ? JSON.parse(text) : { level: '', msg: text },
  )
  // What tells of another protocol may stand anywhere in a line.
  .filter(({ msg }) => !/HTTP|http2|TLS/.test(msg));

describe('a complaint', () => {
  it.each(complaints)('is none where it is quoted: $msg', ({ level, msg }) => {
    expect(said([line(level, `the app says: ${msg}`)])).toEqual([]);
  });

  it.each([
    ['Failed to connect to placement service: x', 'Connected to placement service: y', []],
    ['Failed to connect to placement service: x', 'Dissemination complete', []],
    ['Failed to connect to placement service: x', 'was: Connected to placement service', ['DS681']],
    ['Failed to connect to placement service: x', 'no Dissemination complete', ['DS681']],
    ['Failed to connect to scheduler host: x', 'Connected and received scheduler hosts', []],
    ['Failed to watch scheduler jobs, retrying: x', 'Scheduler stream connected', []],
    ['Scheduler stream error, re-connecting: x', 'no Scheduler stream connected', ['DS682']],
    ['Scheduler stream error, re-connecting: x', 'not Connected and received scheduler hosts', ['DS682']],
    ['App entered un-healthy status', 'App entered healthy status', []],
    ['App entered un-healthy status', 'no App entered healthy status', ['DS695']],
    ['Error renewing identity, x: y', 'Successfully renewed', []],
    ['Error renewing identity, x: y', 'not Successfully renewed', ['DS655']],
  ])('%s, and then: %s', (complaint, later, expected) => {
    expect(said([line('error', complaint), line('info', later)])).toEqual(expected); // prettier-ignore
  }); // prettier-ignore

  it.each(['Fetching initial identity', 'app id: orders'])(
    'waits until daprd got beyond its start: %s',
    start => {
      const lines = [line('error', 'Error getting secret: x'), line('info', start)]; // prettier-ignore
      expect(said(lines)).toEqual([]);
    },
  );

  it('belongs to the end of a daprd that gives up', () => {
    expect(said([line('error', 'Error getting secret: x'), ...fatal('y').slice(1)])).toEqual([]); // prettier-ignore
  });

  it.each([
    ['malformed HTTP response', 'http', ['DS696']],
    ['malformed HTTP response', 'grpc', ['DS696']],
    ['server gave HTTP response to HTTPS client', 'https', ['DS696']],
    ['server gave HTTP response to HTTPS client', 'http', []],
    ['first record does not look like a TLS handshake', 'h2c', []],
    ['component cache: malformed HTTP response', 'http', []],
    ['x component cache: malformed HTTP response', 'http', []],
  ])('%s, of an app that speaks %s', (message, protocol, expected) => {
    expect(said([line('error', message)], { args: { 'app-protocol': protocol } })).toEqual(expected); // prettier-ignore
  });

  it('is told of an app of which nothing is known', () => {
    const args = { 'app-port': undefined, 'app-channel-address': undefined, 'app-protocol': undefined }; // prettier-ignore
    const lines = [line('error', 'malformed HTTP response')];
    const { others } = runtimeFindings(given(undefined, { logs: [log(lines)] }, { args })); // prettier-ignore
    expect(others.map(({ cause }) => cause)).toEqual(['The app does not speak http: malformed HTTP response.']); // prettier-ignore
  });

  it('is not told of a scheduler that nobody asked for', () => {
    const disabled = [line('warning', 'No scheduler host addresses provided. Scheduler disabled')]; // prettier-ignore
    expect(said(disabled, { env: { DAPR_SCHEDULER_HOST_ADDRESS: undefined } })).toEqual([]); // prettier-ignore
    expect(said(disabled, { args: { 'scheduler-host-address': 'x:50006' } })).toEqual([]); // prettier-ignore
    expect(said(disabled)).toEqual(['DS683']);
  });

  it.each([
    ['Failed to connect to placement service: refused', { 'placement-host-address': undefined }, 'Placement cannot be reached at its address: actors and workflows do not work.'], // prettier-ignore
    ['Failed to connect to placement service: no such host', { 'placement-host-address': undefined }, 'Placement is not known at its address: actors and workflows do not work.'], // prettier-ignore
    ['Failed to connect to placement service: unexpected ID x', {}, 'Placement is not trusted at dapr-placement-server.dapr-system.svc.cluster.local:50005: actors and workflows do not work.'], // prettier-ignore
  ])('names the address that is given: %s', (message, args, words) => {
    const { others } = runtimeFindings(given(undefined, { logs: [log([line('error', message)])] }, { args })); // prettier-ignore
    expect(others.map(({ cause }) => cause)).toEqual([words]);
  });
});
