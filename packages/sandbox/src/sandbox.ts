import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { Cluster, type ClusterSpec } from './cluster';
import { type Clock, systemClock } from './clock';
import { Forge, type GitHost, startGitHost } from './gitHost';
import { GitOps } from './gitops';
import { secretsByHand, seed } from './seed';

/** Clusters and Git host, running. */
export interface Sandbox {
  clusters: ReadonlyMap<string, Cluster>;
  gitHost: GitHost;
  /** Lets every cluster's controllers act once; runs by itself every second. */
  tick(): void;
  /** Stops everything and removes the repositories. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Port of the Git host; 0 for any free one. Default 7010. */
  gitHostPort?: number;
  /** Ports of the clusters by name; 0 for any free one. Default 7011, 7012, 7013. */
  clusterPorts?: Readonly<Record<string, number>>;
  /** Whether to start with instances in different states. Default true. */
  seeded?: boolean;
  clock?: Clock;
}

/** Bearer token by which the portal reads every cluster. */
export const READER_TOKEN = 'sandbox-reader';

const TICK_MS = 1_000;

/** How long ago what is seeded was deployed: long enough to be past every start. */
const SEEDED_AGO_MS = 40 * 60_000;

const clusterSpecs: readonly (ClusterSpec & { port: number })[] = [
  { name: 'prod-eu', nodes: 3, dapr: '1.18.3', port: 7011 },
  { name: 'staging', nodes: 2, dapr: '1.17.13', port: 7012 },
  { name: 'lab', nodes: 1, port: 7013 },
];

/**
 * Starts simulated clusters and a Git host on loopback. What is merged or
 * pushed to a default branch is applied to the clusters.
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const { clock = systemClock, seeded = true, clusterPorts = {} } = options;
  const start = clock.now().getTime();
  let past: Date | undefined = new Date(start - SEEDED_AGO_MS);
  const now = () => past ?? clock.now();
  const clusters = new Map<string, Cluster>();
  const gitOps = new GitOps({ clusters: () => clusters, now });
  const root = await mkdtemp(join(tmpdir(), 'dapr-shared-sandbox-'));
  const forge = new Forge({ root, orgs: ['platform', 'services'], now });
  forge.onPush(repository => gitOps.sync(repository));
  const tick = () => clusters.forEach(cluster => cluster.tick(now()));
  let gitHost: GitHost | undefined;
  let stopTicking = () => {};
  const close = async () => {
    stopTicking();
    await Promise.all([...clusters.values()].map(cluster => cluster.close()));
    await gitHost?.close();
    await rm(root, { recursive: true, force: true });
  };

  try {
    for (const spec of clusterSpecs) {
      const port = clusterPorts[spec.name] ?? spec.port;
      const settings = { port, token: READER_TOKEN, since: now() };
      clusters.set(spec.name, await Cluster.start(spec, settings));
    }
    gitHost = await startGitHost({
      port: options.gitHostPort ?? 7010,
      forge,
      state: {
        clusters: () => [...clusters.values()],
        problems: () => gitOps.problems,
      },
    });
    if (seeded) {
      for (const cluster of clusters.values()) {
        if (cluster.name !== 'lab') cluster.apply('hand', secretsByHand(), now()); // prettier-ignore
      }
      await seed(forge, {
        gitHostUrl: gitHost.url,
        facts: name => factsOf(name),
      });
    }
    // From then to now in a few steps: what is seeded has come to rest.
    for (const ms of [0, 5_000, 10_000, SEEDED_AGO_MS]) {
      past = new Date(start - SEEDED_AGO_MS + ms);
      tick();
    }
    past = undefined;
    tick();
    stopTicking = clock.every(TICK_MS, tick);
    return { clusters, gitHost, tick, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a plan may know of a cluster. */
function factsOf(name: string) {
  const version = clusterSpecs.find(spec => spec.name === name)?.dapr;
  return {
    controlPlane: version
      ? {
          namespace: 'dapr-system',
          version,
          trustDomain: 'cluster.local',
          mtls: true,
        }
      : null,
  };
}
