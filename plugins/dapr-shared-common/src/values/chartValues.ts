// Written by scripts/generate-reference.mjs from the table in keys/; don't edit.

/**
 * Values of the chart, as `validateValues` accepts them.
 *
 * @public
 */
export interface ChartValues {
  shared: {
    /** The app's Dapr id. The Service is named after it. */
    appId: string;
    /** Host at which daprd reaches the app. */
    remoteURL?: string;
    /** Port of the app. 0: the app only calls Dapr. */
    remotePort?: number;
    /** One daprd per node, or a number of replicas. */
    strategy?: 'daemonset' | 'deployment';
    deployment?: {
      /** Replicas, for strategy deployment. */
      replicas?: number;
    };
    log?: {
      /** Log level of daprd. */
      level?: 'debug' | 'info' | 'warn' | 'error' | 'fatal';
      /** Log as JSON. */
      json?: boolean;
    };
    scheduler?: {
      /** Address of the scheduler. */
      address?: string;
    };
    controlPlane?: {
      /** Namespace of Dapr's control plane. */
      namespace?: string;
      /** Trust domain of Dapr's control plane. */
      trustDomain?: string;
      operator?: {
        /** Host of the Dapr operator. */
        address?: string;
        /** Port of the Dapr operator; it serves 80 and 443. */
        port?: number;
      };
      sentry?: {
        /** Host of Sentry. */
        address?: string;
        /** Port of Sentry. */
        port?: number;
      };
      placementServer?: {
        /** Host of the placement service. */
        address?: string;
        /** Port of the placement service. */
        port?: number;
      };
    };
    daprd?: {
      serviceAccountIdentityToken?: {
        /** Audience of the token that Sentry checks. */
        audience?: string;
      };
      app?: {
        /** Protocol daprd speaks to the app. */
        protocol?: 'http' | 'https' | 'grpc' | 'grpcs' | 'h2c';
      };
      /** API token that callers of daprd must show. */
      token?: string;
      /** Port of Dapr's HTTP API. */
      httpPort?: number;
      /** Port of Dapr's gRPC API. */
      grpcPort?: number;
      /** Port for calls between daprds. */
      internalGrpcPort?: number;
      /** Port of health and metadata, used by the probes. */
      publicPort?: number;
      /** Time to end open work at shutdown; -1: the default of daprd. */
      gracefulShutdownSeconds?: number;
      /** Comma-separated addresses to listen on. */
      listenAddresses?: string;
      /** Name of a Dapr Configuration. */
      config?: string;
      image?: {
        /** Registry of daprd's image. */
        registry?: string;
        /** Name of daprd's image. */
        name?: string;
        /** Tag of daprd's image: the Dapr runtime version. */
        tag?: string;
        /** Pull policy of daprd. */
        pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
      };
      metrics?: {
        /** Serve Prometheus metrics. */
        enabled?: boolean;
        /** Port of the metrics. */
        port?: number;
      };
      mtls?: {
        /** mTLS between daprds. */
        enabled?: boolean;
      };
      apiLogging?: {
        /** Log calls of the Dapr API. */
        enabled?: boolean;
      };
      appHealth?: {
        /** Let daprd check the health of the app. */
        enabled?: boolean;
        /** Path of the health check. */
        checkPath?: string;
        /** Stands in the chart's own values, and nothing reads it. */
        path?: '/healthz';
        /** Time between health checks. */
        probeInterval?: number;
        /** Time-out of a health check. */
        probeTimeout?: number;
        /** Failures in a row after which the app counts as unhealthy. */
        threshold?: number;
      };
    };
    serviceAccount?: {
      /** Create a ServiceAccount. */
      create?: boolean;
      /** Name of the ServiceAccount; empty: the full name when created, else `default`. */
      name?: string;
      /** Annotations of the created ServiceAccount. */
      annotations?: Record<string, string>;
    };
    service?: {
      /** Type of the Service. */
      type?: '' | 'ClusterIP' | 'NodePort' | 'LoadBalancer';
    };
    initContainer?: {
      image?: {
        /** Registry of the init container's image. */
        registry?: string;
        /** Name of the init container's image. */
        name?: string;
        /** Tag of the init container's image. */
        tag?: string;
        /** Pull policy of the init container. */
        pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
      };
      /** Written into the Secret as `app-api-token`. */
      token?: string;
    };
    scheduling?: {
      /** Node selector of the pods. */
      nodeSelector?: Record<string, string>;
    };
  };
  /** Replaces the chart's name in names and labels. */
  nameOverride?: string;
  /** Replaces the full name. Must be unique in the cluster. */
  fullnameOverride?: string;
  /** Tolerations of the pods. */
  tolerations?: Record<string, unknown>[];
  /** Affinity of the pods. */
  affinity?: Record<string, unknown>;
  /** Annotations of the pods. */
  podAnnotations?: Record<string, string>;
  /** Security context of the pods. */
  podSecurityContext?: Record<string, unknown>;
  /** Security context of the container daprd. */
  securityContext?: Record<string, unknown>;
  /** Pull secrets of the pods. */
  imagePullSecrets?: Record<string, unknown>[];
}
