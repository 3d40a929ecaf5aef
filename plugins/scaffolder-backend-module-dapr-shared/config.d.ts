export interface Config {
  /** Dapr Shared: instances of shared daprd on clusters. */
  daprShared?: {
    /**
     * GitOps repositories that scaffolder actions may open requests in.
     * Templates name one by its name, so that none can write elsewhere.
     */
    gitops?: Array<{
      /** By which templates name it. */
      name: string;
      /** Address as a browser opens it, on a host of `integrations`. */
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
      delivery?: 'flux';
      /** OCI address of the chart, where it is mirrored. Default: the official one. */
      chartRepository?: string;
    }>;
  };
}
