import { asNumber, asRecord, asString, at } from '../objects';
import { parseRuntimeVersion } from '../runtime';
import { valueKeys, type Values } from '../values';
import type { PlanRequest } from './types';
import type { ValueEntry } from './values';

const isKey = (path: string) => valueKeys.some(key => key.path === path);

/** Values as entries: one for each key of the chart, and for what is none. */
export function flatten(values: Values, parent = ''): ValueEntry[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const path = parent ? `${parent}.${name}` : name;
    const below = isKey(path) ? undefined : asRecord(value);
    return below ? flatten(below, path) : [{ path, value }];
  });
}

/**
 * Entries of the plan with values set by hand over them. A value that says what
 * the plan says keeps the plan's reason; one that says otherwise is written
 * even where it is the chart's default.
 */
export function overlayValues(
  planned: readonly ValueEntry[],
  byHand: readonly ValueEntry[],
): ValueEntry[] {
  const given = new Map(byHand.map(entry => [entry.path, entry]));
  const merged = planned.map(entry => {
    const own = given.get(entry.path);
    given.delete(entry.path);
    // Annotations have been merged already.
    if (!own || own.value === entry.value || entry.path === 'podAnnotations') {
      return entry;
    }
    return { ...own, why: 'Set by hand.', always: true };
  });
  return [...merged, ...given.values()];
}

/**
 * The request that values set by hand amount to, so that everything else in the
 * plan follows them: who writes a port into values means that port.
 */
export function withUserValues(request: PlanRequest): PlanRequest {
  const value = (path: string) => at(request.values, ...path.split('.'));
  const strategy = value('shared.strategy');
  const protocol = value('shared.daprd.app.protocol');
  const tag = asString(value('shared.daprd.image.tag'));
  const { app } = request;
  return {
    ...request,
    app: {
      ...app,
      host: asString(value('shared.remoteURL')) ?? app.host,
      port: asNumber(value('shared.remotePort')) ?? app.port,
      protocol: isProtocol(protocol) ? protocol : app.protocol,
    },
    strategy: isStrategy(strategy) ? strategy : request.strategy,
    replicas: asNumber(value('shared.deployment.replicas')) ?? request.replicas,
    runtimeVersion:
      tag && parseRuntimeVersion(tag) ? tag : request.runtimeVersion,
    configuration:
      asString(value('shared.daprd.config')) || request.configuration,
  };
}

function isStrategy(value: unknown): value is PlanRequest['strategy'] {
  return value === 'daemonset' || value === 'deployment';
}

function isProtocol(value: unknown): value is PlanRequest['app']['protocol'] {
  return (
    typeof value === 'string' &&
    ['http', 'https', 'grpc', 'grpcs', 'h2c'].includes(value)
  );
}
