import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Dapr Shared: instances of shared daprd on clusters. */
  daprShared?: {
    collector?: {
      /**
       * How often each cluster is read: 100 milliseconds to 1 day. Default 15
       * seconds.
       */
      interval?: HumanDuration | string;
      /**
       * Deadline of one request to a cluster: 100 milliseconds to 1 day. Default
       * 10 seconds.
       */
      requestTimeout?: HumanDuration | string;
      /**
       * Whether the last log lines of daprd pods in trouble are read, so that a
       * failure is explained by daprd's own words. Nothing of them is kept but
       * what a finding quotes, without secrets. Needs `get` on `pods/log`. Default
       * false.
       */
      logs?: boolean;
    };
    clusters?: {
      /**
       * Auth providers of your own that put a token of theirs in place of the
       * portal's. Clusters of a provider that is neither built in nor named
       * here are not read, since the portal's token might reach them.
       */
      trustedAuthProviders?: string[];
    };
  };
}
