/**
 * How a cluster may be read through the Kubernetes plugin's proxy with a
 * service token, by its `authProvider`.
 *
 * The proxy leaves the caller's own Authorization header in place wherever a
 * provider yields no bearer token, so a Backstage token would reach that API
 * server. So this is a list of what is known to be safe, not of what is not.
 * Source: KubernetesProxy of @backstage/plugin-kubernetes-backend 0.21.
 */
export type Access =
  /** The provider puts its own token in place of ours. */
  | 'as-is'
  /** The provider has no token: a blank one has to take the place of ours. */
  | 'blank-token'
  /** Works with a user's own token only. */
  | 'needs-user'
  /** Not known to be safe, and not named in config. */
  | 'untrusted';

const known: Readonly<Record<string, Access>> = {
  serviceAccount: 'as-is',
  aws: 'as-is',
  azure: 'as-is',
  googleServiceAccount: 'as-is',
  localKubectlProxy: 'blank-token',
  google: 'needs-user',
  oidc: 'needs-user',
  aks: 'needs-user',
};

/**
 * @param trusted - providers that config vouches for: they put a token of
 * their own in place of ours
 */
export function accessOf(
  authProvider: string,
  trusted: readonly string[],
): Access {
  if (Object.hasOwn(known, authProvider))
    return known[authProvider] ?? 'untrusted';
  return trusted.includes(authProvider) ? 'as-is' : 'untrusted';
}
