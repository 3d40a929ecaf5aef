import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import type { ApiObject } from '../kube';
import { type DaprdPod, flag } from './daprdPod';
import { exits, type Verdict } from './verdict';
import type { World } from './world';

/** How long daprd tries to reach a Redis before it gives up, in milliseconds. */
const REDIS_MS = 3_000;

/**
 * daprd ends where a component of its namespace cannot be initialized. Only
 * Redis is simulated: it is there where its Service is.
 */
export function components(
  pod: DaprdPod,
  { objects }: World,
): Verdict | undefined {
  const failing = objects
    .ofKind('Component')
    .filter(component => concerns(component, pod))
    .map(component => ({ component, host: redisHost(component) }))
    .find(({ host }) => host && !isService(host));
  if (!failing) return undefined;
  const { component, host = '' } = failing;
  const { name } = component.metadata;
  const [server] = host.split(':');
  const failure = `[INIT_COMPONENT_FAILURE]: initialization error occurred for ${name} (${at(
    component,
    'spec',
    'type',
  )}/v1)`;
  return exits(
    'components',
    `process component ${name} error: ${failure}: ${failure}: redis store: error connecting to redis at ${host}: dial tcp: lookup ${server} on 10.96.0.10:53: no such host`,
    { afterMs: REDIS_MS },
  );

  function isService(address: string): boolean {
    const [service = '', namespace = pod.namespace] = address.split(/[.:]/);
    return objects.get('Service', namespace, service) !== undefined;
  }
}

function concerns(component: ApiObject, pod: DaprdPod): boolean {
  const scopes = asArray(component.scopes);
  return (
    component.metadata.namespace === pod.namespace &&
    (scopes.length === 0 || scopes.includes(flag(pod.args, 'app-id')))
  );
}

function redisHost(component: ApiObject): string | undefined {
  const isRedis = /\.redis$/.test(
    asString(at(component, 'spec', 'type')) ?? '',
  );
  const entry = asArray(at(component, 'spec', 'metadata')).find(
    item => at(item, 'name') === 'redisHost',
  );
  return isRedis ? asString(at(entry, 'value')) : undefined;
}
