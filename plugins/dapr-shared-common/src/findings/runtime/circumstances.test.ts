import { given, type Setup } from '../__testUtils__/live';
import { channelText, circumstances, controlPlaneSince } from './circumstances';

const seen = (setup: Setup, version?: string) =>
  circumstances(given(undefined, { controlPlane: { namespace: 'x', version } }, setup)); // prettier-ignore

describe('controlPlaneSince', () => {
  it.each([
    ['1.13.9', false],
    ['1.14.0', true],
    ['1.18.3', true],
    ['2.0.0', true],
    ['0.20.0', false],
    ['edge', false],
    [undefined, false],
  ])('%s is 1.14 or newer: %s', (version, expected) => {
    expect(controlPlaneSince(seen({}, version), 14)).toBe(expected);
  });
});

describe('channelText', () => {
  it.each([
    [{ host: 'web', port: 80, protocol: 'http' }, 'web:80'],
    [{ port: 80, protocol: 'http' }, 'localhost:80'],
    [undefined, 'its port'],
  ])('%j is %s', (channel, expected) => {
    expect(channelText(channel)).toBe(expected);
  });
});

describe('circumstances', () => {
  it('has the variables that are written out, and the names of all', () => {
    const env = [{ name: 'A', value: '1' }, { name: 'B', valueFrom: {} }, { value: '2' }, { name: 'C', value: 3 }]; // prettier-ignore
    const { env: literal, envNames } = seen({ container: { env } });
    expect([...literal]).toEqual([['A', '1']]);
    expect([...envNames]).toEqual(['A', 'B', 'C']);
  });

  it.each([
    ['/v1.0/healthz', true],
    ['/v1.0/healthz/outbound', false],
    [undefined, true],
  ])('waits for the app with the readiness probe %s: %s', (path, expected) => {
    const container = { readinessProbe: path ? { httpGet: { path } } : undefined }; // prettier-ignore
    expect(seen({ container }).readyNeedsApp).toBe(expected);
  });
});
