import { mask } from './mask';

describe('mask', () => {
  it.each([
    ['redis: password=hunter2 rejected', 'redis: password=*** rejected'],
    ['host=db user=app password="hun ter2" dbname=x', 'host=db user=app password=*** dbname=x'],
    ['Password: hunter2', 'Password: ***'],
    ['pwd=hunter2;Server=x', 'pwd=***;Server=x'],
    ['postgres://app:hunter2@db:5432/app', 'postgres://***@db:5432/app'],
    ['amqp://guest:gu:est@mq', 'amqp://***@mq'],
    ['AccountKey=abc+/==;Endpoint=x', 'AccountKey=***;Endpoint=x'],
    ['SharedAccessKey=abc', 'SharedAccessKey=***'],
    ['{"clientSecret": "s3cret", "a": 1}', '{"clientSecret": ***, "a": 1}'],
    ['api_key=abc', 'api_key=***'],
    ['?sig=abc&se=1', '?sig=***&se=1'],
    ['token=abc', 'token=***'],
    ['"token": "abc"', '"token": ***'],
    ['Authorization: Bearer abcdefghijklmnopqrst', 'Authorization: Bearer ***'],
    ['got eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl of x', 'got *** of x'],
    ['-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY----- x', '*** x'],
    ['-----BEGIN PRIVATE KEY-----\nabc', '***'],
    ['key aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3 end', 'key *** end'],
  ])('hides the secret of %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  }); // prettier-ignore

  it.each([
    'invalid token: [invalid bearer token, token audiences ["spiffe://other.local/ns/dapr-system/dapr-sentry"]',
    "failed to read token at path '/var/run/secrets/dapr.io/sentrytoken/token': open",
    'Secret "redis" not found',
    'Error getting secret: secret redis not in vault',
    'dial tcp 127.0.0.1:6399: connect: connection refused',
    'docker.io/daprio/daprd@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ])('leaves %s', text => {
    expect(mask(text)).toBe(text);
  });
});
