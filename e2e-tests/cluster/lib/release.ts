import type { V1DaemonSet, V1Deployment } from '@kubernetes/client-node';
import { apply, type Cluster, namespace } from './client';
import { rendered } from './manifests';
import type { PodState } from './podStatus';
import { syncPods } from './pods';
import { workloadStatus } from './workloadStatus';

const goldenCases = {
  DaemonSet: '1.16.0/default-daemonset',
  Deployment: '1.16.0/deployment-3-replicas',
} as const;

/**
 * A release of the Dapr Shared chart on the cluster. Nothing but the API
 * server runs there, so that the tests say what controllers and kubelets do.
 */
export class Release {
  readonly #cluster: Cluster;
  readonly #kind: keyof typeof goldenCases;
  readonly #ref: { name: string; namespace: string };

  /**
   * Applies what Helm renders.
   *
   * @param name - of release, app id and namespace
   */
  static async install(
    cluster: Cluster,
    kind: keyof typeof goldenCases,
    name: string,
  ): Promise<Release> {
    const objects = rendered(goldenCases[kind], name);
    await apply(cluster, namespace(name), ...objects);
    return new Release(cluster, kind, name);
  }

  private constructor(
    cluster: Cluster,
    kind: keyof typeof goldenCases,
    name: string,
  ) {
    this.#cluster = cluster;
    this.#kind = kind;
    this.#ref = { name: `${name}-dapr-shared-chart`, namespace: name };
  }

  /** The controllers have made these pods and reported them. */
  async run(...states: PodState[]): Promise<void> {
    const { apps, merge } = this.#cluster;
    const workload = await this.#read();
    await syncPods(this.#cluster, workload, states);
    const options = {
      ...this.#ref,
      body: { status: workloadStatus(workload, states) },
    };
    await (this.#kind === 'DaemonSet'
      ? apps.patchNamespacedDaemonSetStatus(options, merge)
      : apps.patchNamespacedDeploymentStatus(options, merge));
  }

  /** `kubectl scale` */
  async scale(replicas: number): Promise<void> {
    const { apps, merge } = this.#cluster;
    const options = { ...this.#ref, body: { spec: { replicas } } };
    await apps.patchNamespacedDeploymentScale(options, merge);
  }

  /** `kubectl delete --cascade=foreground`: it is there until its pods are gone. */
  async delete(): Promise<void> {
    const { apps } = this.#cluster;
    const options = {
      ...this.#ref,
      body: { propagationPolicy: 'Foreground' },
    };
    await (this.#kind === 'DaemonSet'
      ? apps.deleteNamespacedDaemonSet(options)
      : apps.deleteNamespacedDeployment(options));
  }

  /** The garbage collector has removed the pods, and lets go of the workload. */
  async collectGarbage(): Promise<void> {
    const { apps, merge } = this.#cluster;
    await syncPods(this.#cluster, await this.#read(), []);
    const options = { ...this.#ref, body: { metadata: { finalizers: null } } };
    await (this.#kind === 'DaemonSet'
      ? apps.patchNamespacedDaemonSet(options, merge)
      : apps.patchNamespacedDeployment(options, merge));
  }

  #read(): Promise<V1DaemonSet | V1Deployment> {
    const { apps } = this.#cluster;
    return this.#kind === 'DaemonSet'
      ? apps.readNamespacedDaemonSet(this.#ref)
      : apps.readNamespacedDeployment(this.#ref);
  }
}
