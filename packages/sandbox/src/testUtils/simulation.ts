import {
  type AppProtocol,
  type KubeObject,
  plan,
  planObjects,
  type PlanRequest,
  setPath,
  isHook,
} from 'backstage-plugin-dapr-shared-common';
import { baseObjects } from '../cluster/baseObjects';
import { ObjectStore } from '../cluster';
import { type ApiObject, toApiObject } from '../kube';
import { reconcile } from '../reconcile';

/** A cluster in a test's own time. */
export class Simulation {
  readonly store = new ObjectStore();
  now = new Date('2026-01-01T00:00:00Z');

  constructor(options: { nodes?: number; dapr?: string } = {}) {
    const { nodes = 2, dapr } = options;
    this.apply('cluster', baseObjects({ name: 'test', nodes, dapr }));
  }

  apply(source: string, objects: readonly KubeObject[]): this {
    const named = objects.map(object => toApiObject(object, source));
    this.store.apply(source, named, this.now);
    return this;
  }

  /** Lets time pass, a second at a time. */
  run(seconds: number): this {
    for (let second = 0; second < seconds; second++) {
      this.now = new Date(this.now.getTime() + 1000);
      this.store.replaceAll(reconcile(this.store.all(), this.now));
    }
    return this;
  }

  /** Pods whose name starts so. */
  pods(prefix: string): ApiObject[] {
    return this.store
      .list('Pod')
      .filter(pod => pod.metadata.name.startsWith(prefix));
  }
}

const app: { port: number; protocol: AppProtocol } = {
  port: 8080,
  protocol: 'http',
};

/** Objects of instance `shop/orders` as planned, with some values changed. */
export function instanceObjects(
  change: {
    request?: Partial<PlanRequest>;
    values?: Record<string, unknown>;
    dapr?: string;
  } = {},
): KubeObject[] {
  const version = change.dapr ?? '1.18.3';
  const made = plan(
    {
      appId: 'orders',
      target: { cluster: 'test', namespace: 'shop' },
      app,
      strategy: 'deployment',
      ...change.request,
    },
    { controlPlane: { namespace: 'dapr-system', version, mtls: true } },
  );
  for (const [path, value] of Object.entries(change.values ?? {})) {
    setPath(made.values.data, path, value);
  }
  return planObjects(made)
    .filter(object => !isHook(object))
    .map(object => ({
      ...object,
      metadata: { namespace: 'shop', ...object.metadata },
    }));
}

/** The app `shop/orders`: Deployment and Service. */
export function appObjects(replicas = 1): KubeObject[] {
  const metadata = { name: 'orders', namespace: 'shop' };
  const labels = { app: 'orders' };
  const containers = [
    {
      name: 'app',
      image: 'registry.example/orders:1',
      ports: [{ name: 'http', containerPort: 8080 }],
    },
  ];
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        selector: labels,
        ports: [{ name: 'http', port: 8080, targetPort: 'http' }],
      },
    },
  ];
}
