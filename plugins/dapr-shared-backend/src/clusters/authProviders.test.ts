import { accessOf } from './authProviders';

describe('accessOf', () => {
  it.each([
    ['serviceAccount', 'as-is'],
    ['aws', 'as-is'],
    ['azure', 'as-is'],
    ['googleServiceAccount', 'as-is'],
    ['localKubectlProxy', 'blank-token'],
    ['google', 'needs-user'],
    ['oidc', 'needs-user'],
    ['aks', 'needs-user'],
    ['corporate', 'untrusted'],
    ['', 'untrusted'],
    ['ServiceAccount', 'untrusted'],
    ['toString', 'untrusted'],
    ['__proto__', 'untrusted'],
  ])('%s: %s', (authProvider, access) => {
    expect(accessOf(authProvider, [])).toBe(access);
  });

  it('trusts a provider that config names, and only that', () => {
    expect(accessOf('corporate', ['corporate'])).toBe('as-is');
    expect(accessOf('corporate-2', ['corporate'])).toBe('untrusted');
  });

  it.each([
    ['localKubectlProxy', 'blank-token'],
    ['google', 'needs-user'],
    ['oidc', 'needs-user'],
    ['aks', 'needs-user'],
  ])('lets config not vouch for %s, which is known', (authProvider, access) => {
    expect(accessOf(authProvider, [authProvider])).toBe(access);
  });
});
