import type { PlanRequest } from '../../../plan';
import type { PlanRequestDto } from './types';

/**
 * The request as `plan()` takes it. What is missing is told by
 * `checkRequest`; only a strategy may come from elsewhere.
 */
export function toPlanRequest(
  fields: Partial<PlanRequestDto>,
  more: Pick<PlanRequest, 'owners' | 'source'> & {
    strategy?: PlanRequest['strategy'];
  } = {},
): PlanRequest {
  const strategy = fields.strategy ?? more.strategy ?? 'deployment';
  return {
    appId: fields.appId ?? '',
    target: {
      cluster: fields.cluster ?? '',
      namespace: fields.namespace ?? '',
    },
    app: {
      host: fields.host,
      port: fields.port ?? NaN,
      protocol: fields.protocol ?? 'http',
      scaleToZero: fields.scaleToZero,
    },
    strategy,
    // A form keeps the number that was typed before the strategy was changed.
    replicas: strategy === 'daemonset' ? undefined : fields.replicas,
    runtimeVersion: fields.runtimeVersion,
    serviceAccount: fields.serviceAccount,
    configuration: fields.configuration,
    entityRef: fields.entityRef,
    chart: fields.chart,
    images: fields.images,
    overlay: fields.overlay,
    values: fields.values,
    owners: more.owners,
    source: more.source,
  };
}
