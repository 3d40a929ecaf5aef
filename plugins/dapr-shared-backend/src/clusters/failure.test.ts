import { failureOf, failureOfError } from './failure';

const path = '/apis/apps/v1/deployments?limit=500';
const kubernetes = (code: number, message: string) =>
  JSON.stringify({ kind: 'Status', status: 'Failure', message, code });
const backstage = (error: object) => JSON.stringify({ error });

describe('failureOf', () => {
  it.each([
    [401, 'Unauthorized', 'unauthenticated', /Renew the token/],
    [403, 'deployments.apps is forbidden', 'forbidden', /may not list deployments\. Apply the ClusterRole/], // prettier-ignore
    [404, 'not found', 'unreachable', /no deployments at its address/],
    [410, 'too old', 'unreachable', /status 410/],
    [429, 'slow down', 'unreachable', /overloaded/],
    [500, 'etcd is gone', 'unreachable', /status 500/],
    [503, 'starting', 'unreachable', /overloaded/],
    [504, 'too late', 'unreachable', /status 504/],
  ])('an API server’s %d "%s": %s', (status, text, state, message) => {
    const failure = failureOf({ status, body: kubernetes(status, text) }, path);
    expect(failure).toMatchObject({ status, state, detail: text });
    expect(failure.message).toMatch(message);
    // The API server's words are for those who may see them.
    expect(failure.message).not.toContain(text);
  });

  it.each([429, 503])('keeps how long a %d asks to wait', status => {
    const answer = { status, body: '', retryAfter: '7' };
    expect(failureOf(answer, path).retryAfterMs).toBe(7000);
  });

  it.each([
    ['a refused connection', 500, { name: 'Error', message: 'Cluster request error', cause: { name: 'Error', message: 'connect', code: 'ECONNREFUSED' } }, 'unreachable', /does not answer \(ECONNREFUSED\)/], // prettier-ignore
    ['a credential that cannot be had', 500, { name: 'Error', message: 'no AWS credentials' }, 'unauthenticated', /check its authProvider/], // prettier-ignore
    ['a cluster it does not know', 404, { name: 'NotFoundError', message: "Cluster 'eu' not found" }, 'unreachable', /does not know it/], // prettier-ignore
    ['a permission of its own', 403, { name: 'NotAllowedError', message: 'Unauthorized' }, 'unreachable', /status 403.*permissions/], // prettier-ignore
    ['a token of the portal', 401, { name: 'AuthenticationError', message: 'expired' }, 'unreachable', /status 401/], // prettier-ignore
  ])('the proxy over %s: not blamed on the API server', (_, status, error, state, message) => {
    const failure = failureOf({ status, body: backstage(error) }, path);
    expect(failure).toMatchObject({ status, state, detail: error.message });
    expect(failure.message).toMatch(message);
  }); // prettier-ignore

  it.each([
    ['<html>Bad gateway</html>'],
    ['null'],
    ['"text"'],
    ['{"type":"error"}'],
    [''],
  ])('what stands in front of an API server may say %j', body => {
    expect(failureOf({ status: 500, body }, path)).toMatchObject({
      state: 'unreachable',
      message: 'It answers with status 500.',
      detail: body || undefined,
    });
  });

  it('keeps no more than a thousand characters of an answer', () => {
    const failure = failureOf({ status: 500, body: 'x'.repeat(5000) }, path);
    expect(failure.detail).toHaveLength(1000);
  });
});

describe('failureOfError', () => {
  it.each([
    [new DOMException('late', 'TimeoutError'), /not answer within 1\.5 s/],
    [new SyntaxError('Unexpected end'), /cut off or is not JSON/],
    [new TypeError('fetch failed'), /the connection failed/],
    ['thrown text', /the connection failed/],
  ])('%s', (error, message) => {
    const failure = failureOfError(error, 1500);
    expect(failure.state).toBe('unreachable');
    expect(failure.message).toMatch(message);
  });

  it('tells the cause behind a failed fetch to who may see it', () => {
    const error = new TypeError('fetch failed', { cause: new Error('ECONNRESET') }); // prettier-ignore
    expect(failureOfError(error, 1).detail).toBe('fetch failed: ECONNRESET');
  });
});
