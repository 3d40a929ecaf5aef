import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ClusterDto } from 'backstage-plugin-dapr-shared-common';
import type { Knex } from 'knex';
import { applyCriteria } from './criteria';
import {
  clusterOf,
  type ClusterRow,
  instanceOf,
  type InstanceRow,
} from './rows';
import type {
  ClusterFacts,
  FailedState,
  InstanceFilter,
  InstanceRecord,
  StoredInstance,
} from './types';

const CLUSTERS = 'dapr_shared_clusters';
const INSTANCES = 'dapr_shared_instances';

/** SQLite takes about a thousand variables in one statement. */
const BATCH = 50;

/** The last known truth of every cluster, in the plugin's database. */
export class Store {
  readonly #knex: Knex;

  /** Opens the database and brings its schema up to date. */
  static async create(database: DatabaseService): Promise<Store> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          'backstage-plugin-dapr-shared-backend',
          'migrations',
        ),
      });
    }
    return new Store(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes the clusters exactly these; instances of others are forgotten. */
  async setClusters(
    clusters: readonly { name: string; title: string }[],
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      // A list may name a cluster twice; one statement may not.
      const titles = new Map(clusters.map(({ name, title }) => [name, title]));
      const names = [...titles.keys()];
      // Clusters before instances, as in saveSnapshot, so that neither waits for the other.
      await tx(CLUSTERS).whereNotIn('name', names).delete();
      await tx(INSTANCES).whereNotIn('cluster', names).delete();
      const rows = [...titles].map(([name, title]) => ({
        name,
        title,
        state: 'stale',
        message: 'Not read yet: its first answer is awaited.',
        since: now.toISOString(),
      }));
      for (const batch of batches(rows)) {
        await tx(CLUSTERS).insert(batch).onConflict('name').merge(['title']);
      }
    });
  }

  /** What was read before this start may have changed since. */
  async markAllStale(now: Date): Promise<void> {
    await this.#knex(CLUSTERS).where('state', 'connected').update({
      state: 'stale',
      message: 'Not read since the portal started.',
      detail: null,
      since: now.toISOString(),
    });
  }

  /**
   * Writes what was found; instances that are gone are forgotten. Nothing is
   * written for a cluster that was removed while it was being read.
   */
  async saveSnapshot(
    cluster: string,
    snapshot: { records: InstanceRecord[]; facts: ClusterFacts; now: Date },
  ): Promise<void> {
    const at = snapshot.now.toISOString();
    await this.#knex.transaction(async tx => {
      const row = await tx<ClusterRow>(CLUSTERS)
        .where({ name: cluster })
        .forUpdate()
        .first();
      if (!row) return;
      const before = await tx<InstanceRow>(INSTANCES)
        .where({ cluster })
        .select('namespace', 'app_id', 'health', 'since');
      const known = new Map(
        before.map(last => [`${last.namespace}/${last.app_id}`, last]),
      );
      const rows = snapshot.records.map(record => {
        const key = `${record.namespace}/${record.appId}`;
        const last = known.get(key);
        known.delete(key);
        const same = last?.health === record.health.status;
        return rowOf(record, same && last ? last.since : at, at);
      });
      for (const gone of known.values()) {
        const { namespace, app_id } = gone;
        await tx(INSTANCES).where({ cluster, namespace, app_id }).delete();
      }
      for (const batch of batches(rows)) {
        await tx(INSTANCES)
          .insert(batch)
          .onConflict(['cluster', 'namespace', 'app_id'])
          .merge();
      }
      await tx(CLUSTERS)
        .where({ name: cluster })
        .update({
          state: 'connected',
          message: null,
          detail: null,
          observed_at: at,
          facts: JSON.stringify(snapshot.facts),
          since: row.state === 'connected' ? row.since : at,
        });
    });
  }

  /**
   * Writes why a cluster could not be read; what was known of it stays.
   *
   * @returns whether that is news
   */
  async saveFailure(
    cluster: string,
    failure: {
      state: FailedState;
      message: string;
      detail?: string;
      now: Date;
    },
  ): Promise<boolean> {
    const { state, message, detail, now } = failure;
    const row = await this.#knex<ClusterRow>(CLUSTERS)
      .where({ name: cluster })
      .first();
    const changed = row?.state !== state;
    await this.#knex(CLUSTERS)
      .where({ name: cluster })
      .update({
        state,
        message: plainText(message),
        detail: detail === undefined ? null : plainText(detail),
        ...(changed ? { since: now.toISOString() } : {}),
      });
    return changed;
  }

  /** All clusters, by name. */
  async clusters(): Promise<ClusterDto[]> {
    const rows = await this.#knex<ClusterRow>(CLUSTERS).orderBy('name');
    return rows.map(clusterOf);
  }

  /** Instances of these app ids, only those that the criteria let through. */
  async instancesByAppId(
    appIds: readonly string[],
    criteria?: PermissionCriteria<InstanceFilter>,
  ): Promise<StoredInstance[]> {
    const query = this.#knex<InstanceRow>(INSTANCES).whereIn('app_id', appIds);
    if (criteria) query.andWhere(inner => applyCriteria(inner, criteria));
    return (await query).map(instanceOf);
  }

  /** Instances by `cluster/namespace/appId`, in the order asked; undefined where there is none. */
  async instancesById(
    ids: readonly string[],
  ): Promise<(StoredInstance | undefined)[]> {
    return Promise.all(
      ids.map(async id => {
        // From the end: a cluster's name may have slashes (an ARN has).
        const parts = id.split('/');
        const [namespace = '', appId = ''] = parts.slice(-2);
        const cluster = parts.slice(0, -2).join('/');
        const row = await this.#knex<InstanceRow>(INSTANCES)
          .where({ cluster, namespace, app_id: appId })
          .first();
        return row && instanceOf(row);
      }),
    );
  }
}

function rowOf(record: InstanceRecord, since: string, at: string): InstanceRow {
  return {
    cluster: record.cluster,
    namespace: record.namespace,
    app_id: record.appId,
    entity_ref: record.entityRef ? plainText(record.entityRef) : null,
    health: record.health.status,
    since,
    observed_at: at,
    report: JSON.stringify(record.health),
    details: JSON.stringify(record.details),
  };
}

/** PostgreSQL takes no NUL, and what clusters say may have one. */
function plainText(text: string): string {
  return text.replaceAll('\0', '');
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH) {
    yield rows.slice(start, start + BATCH);
  }
}
