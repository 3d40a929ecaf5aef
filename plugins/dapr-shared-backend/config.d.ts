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
    /**
     * GitOps repositories that pull requests may be opened in. Forms and
     * templates name one by its name, so that none can write elsewhere.
     * Default: none.
     */
    gitops?: Array<{
      /** By which templates name it. */
      name: string;
      /**
       * Address as a browser opens it, on a host of `integrations`, without
       * user name and password.
       */
      repository: string;
      /** Branch that is applied to the clusters. Default `main`. */
      branch?: string;
      /** Clusters that are fed from it, as the Kubernetes plugin names them. */
      clusters: string[];
      /**
       * Folder of an instance. Default
       * `clusters/{cluster}/{namespace}/dapr-shared/{appId}`.
       */
      path?: string;
      /** What applies the repository. Default `flux`. */
      delivery?: 'flux' | 'argocd' | 'manifests' | 'helm';
      /**
       * Where the chart is mirrored: `oci://registry/path/chart`, or a Git
       * repository as `https://host/org/repo//path/to/chart?ref=v1.16.0`.
       * Default `oci://registry-1.docker.io/daprio/dapr-shared-chart`.
       */
      chartRepository?: string;
      /** For delivery `argocd` alone. */
      argocd?: {
        /** Namespace of the Applications. Default `argocd`. */
        namespace?: string;
        /** AppProject. Default `default`. */
        project?: string;
        /**
         * Name of the cluster as Argo CD knows it; for an entry of one cluster.
         * Default: the name in `clusters`.
         */
        destination?: string;
      };
    }>;
    /**
     * What the platform sets, demands and refuses. Every plan obeys, whoever
     * asks for it and by whatever template. Default: nothing.
     */
    policy?: Array<{
      /** What the rule speaks of; `*` stands for any text. Default: everything. */
      match?: {
        /** Default: every cluster. */
        clusters?: string[];
        /** Default: every namespace. */
        namespaces?: string[];
        /** Entity refs of the component's owners. Default: whoever, and nobody. */
        owners?: string[];
      };
      /** Taken where a request says nothing; later rules win. Default: none. */
      defaults?: {
        strategy?: 'daemonset' | 'deployment';
        replicas?: number;
        runtimeVersion?: string;
        /** `version`, and `source` with `kind`, `url`, `ref`, `path`. */
        chart?: object;
        /** `registry`, `initContainer` with `registry`, `name`, `tag`, and `pullSecrets`. */
        images?: object;
        serviceAccount?: string;
        configuration?: string;
        /**
         * `identity`, `tokenSecret`, `secretStore`, `nodeLocal`, `resources`,
         * `spread`, `disruptionBudget`, `networkPolicy`.
         */
        overlay?: object;
        /** Helm values of the chart. */
        values?: object;
      };
      /**
       * What must be true of a plan: fields with a value, a list of values,
       * true for anything set, or `min` and `max`. Default: nothing.
       */
      require?: object;
      /** What must not be true of a plan, written like `require`. It wins. Default: nothing. */
      deny?: object;
      /** Why, in your words. Default: the place of the rule in this file. */
      message?: string;
      /** Whom to ask. Default: nobody is named. */
      contact?: string;
    }>;
    /**
     * How findings are weighed, in plans and on instances. Of several rules
     * that match, the last one counts. Default: as they are.
     */
    findings?: Array<{
      /** What the rule speaks of; `*` stands for any text. Default: everything. */
      match?: {
        /** Codes such as `DS302` or `DS3*`. Default: every code. */
        codes?: string[];
        /** Default: every cluster. */
        clusters?: string[];
        /** Default: every namespace. */
        namespaces?: string[];
        /** Entity refs of the owners. Default: whoever, and nobody. */
        owners?: string[];
      };
      /** `mute`: they are not told. */
      severity: 'critical' | 'high' | 'medium' | 'low' | 'info' | 'mute';
      /** Why, in your words. Default: none is given. */
      reason?: string;
    }>;
  };
}
