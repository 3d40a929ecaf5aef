import { type ApiServer, type Fault, startApiServer } from '../apiServer';
import type { ApiObject } from '../kube';
import { reconcile } from '../reconcile';
import { baseObjects, type ClusterSpec } from './baseObjects';
import { ObjectStore } from './objectStore';

/** A simulated cluster: objects, the controllers' work on them, an API server. */
export class Cluster {
  readonly name: string;
  readonly store = new ObjectStore();
  readonly #server: ApiServer;
  #now: Date;

  /**
   * @param options.port - 0 for any free one
   * @param options.token - the reader's bearer token
   * @param options.since - when the cluster was made
   */
  static async start(
    spec: ClusterSpec,
    options: { port: number; token: string; since: Date },
  ): Promise<Cluster> {
    const { port, token, since } = options;
    const cluster: Cluster = new Cluster(
      spec.name,
      await startApiServer({
        port,
        token,
        store: () => cluster.store,
        now: () => cluster.#now,
      }),
      since,
    );
    cluster.apply('cluster', baseObjects(spec), since);
    return cluster;
  }

  private constructor(name: string, server: ApiServer, now: Date) {
    this.name = name;
    this.#server = server;
    this.#now = now;
  }

  get url(): string {
    return this.#server.url;
  }

  get fault(): Fault {
    return this.#server.faults.current;
  }

  setFault(fault: Fault): void {
    this.#server.faults.current = fault;
  }

  /** Applies a source's objects and removes what it no longer has. */
  apply(source: string, objects: readonly ApiObject[], now: Date): void {
    this.store.apply(source, objects, now);
  }

  /** Lets controllers and kubelets act once. */
  tick(now: Date): void {
    this.#now = now;
    this.store.replaceAll(reconcile(this.store.all(), now));
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
