import { asArray, asString, at, type KubeObject } from '../../objects';
import type { Finding } from '../../findings';
import { type Plan, planObjects } from '../../plan';
import { yamlText } from '../yamlFile';
import { daprEndpoint } from './endpoint';
import { sidecarAnnotations, sidecarFinding } from './sidecar';

/** An entry of a container's `env`. @public */
export type EnvironmentVariable =
  | { name: string; value: string }
  | {
      name: string;
      valueFrom: { secretKeyRef: { name: string; key: string } };
    };

/**
 * What the app needs in order to use its shared daprd.
 *
 * @public
 */
export interface AppWiring {
  /** For a container of any language: every Dapr SDK reads these variables. */
  environment: EnvironmentVariable[];
  /** Strategic-merge patch for the app's workload, as YAML. */
  patch: string;
  findings: Finding[];
}

/**
 * What is known of the app.
 *
 * @public
 */
export interface WiringOptions {
  /** The app's workload as it is; default a Deployment called like the app id. */
  workload?: KubeObject;
  /** Container that calls Dapr; default the first. */
  container?: string;
  /** Default `cluster.local`. */
  clusterDomain?: string;
}

/**
 * Connects an app with the shared daprd of a plan. A token is a reference, and
 * never in the patch itself.
 *
 * @public
 */
export function wireApp(plan: Plan, options: WiringOptions = {}): AppWiring {
  const { namespace } = plan.target;
  const { workload = deployment(plan), clusterDomain = 'cluster.local' } =
    options;
  const endpoint = daprEndpoint(planObjects(plan), namespace, clusterDomain);
  const environment: EnvironmentVariable[] = endpoint
    ? [
        { name: 'DAPR_HTTP_ENDPOINT', value: endpoint.http },
        { name: 'DAPR_GRPC_ENDPOINT', value: endpoint.grpc },
        ...(endpoint.token
          ? [
              {
                name: 'DAPR_API_TOKEN',
                valueFrom: { secretKeyRef: endpoint.token },
              },
            ]
          : []),
      ]
    : [];
  const name = options.container ?? firstContainer(workload) ?? plan.appId;
  return {
    environment,
    patch: yamlText(patch(workload, namespace, { name, env: environment })),
    findings: sidecarFinding(workload, `${plan.appId}-dapr`),
  };
}

function patch(workload: KubeObject, namespace: string, container: object) {
  const unwanted = sidecarAnnotations(workload).map(name => [name, null]);
  return {
    apiVersion: workload.apiVersion,
    kind: workload.kind,
    metadata: {
      name: workload.metadata?.name,
      namespace: workload.metadata?.namespace ?? namespace,
    },
    spec: {
      template: {
        // A strategic merge removes what it finds null.
        ...(unwanted.length > 0
          ? { metadata: { annotations: Object.fromEntries(unwanted) } }
          : {}),
        spec: { containers: [container] },
      },
    },
  };
}

function firstContainer(workload: KubeObject): string | undefined {
  const [first] = asArray(
    at(workload, 'spec', 'template', 'spec', 'containers'),
  );
  return asString(at(first, 'name'));
}

function deployment({ appId }: Plan): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: appId },
  };
}
