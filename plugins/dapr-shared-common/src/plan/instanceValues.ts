import { ANNOTATION_ENTITY, ANNOTATION_SOURCE } from '../api';
import { asRecord, at } from '../objects';
import { appHost } from './names';
import type { PlanRequest } from './types';
import type { ValueEntry } from './values';

/** Values that say which app this is and how its daprd is spread. */
export function instanceValues(
  request: PlanRequest,
  clusterDomain: string,
): ValueEntry[] {
  const { appId, app, strategy, replicas = 1 } = request;
  return [
    { path: 'shared.appId', value: appId, always: true },
    ...(app.port > 0
      ? [
          {
            path: 'shared.remoteURL',
            value: appHost(request, clusterDomain),
            why: 'The host at which daprd reaches the app: a host, not a URL.',
          },
        ]
      : []),
    {
      path: 'shared.remotePort',
      value: app.port,
      why:
        app.port > 0
          ? "Port of the app's Service."
          : '0: the app only calls Dapr and is never called.',
      always: true,
    },
    {
      path: 'shared.strategy',
      value: strategy,
      why: 'daemonset: one daprd per node. deployment: as many as replicas says. Any other word runs none.',
      always: true,
    },
    ...(strategy === 'deployment'
      ? [
          {
            path: 'shared.deployment.replicas',
            value: replicas,
            why:
              replicas > 1
                ? 'Replicas compete for messages, and a cron binding fires on each.'
                : undefined,
            always: true,
          },
        ]
      : []),
    {
      path: 'shared.daprd.app.protocol',
      value: app.protocol,
      why: 'What the app speaks.',
    },
  ];
}

/** Values that refer to objects which are there already. */
export function referenceValues(request: PlanRequest): ValueEntry[] {
  const { serviceAccount, configuration } = request;
  return [
    ...(serviceAccount
      ? [
          {
            path: 'shared.serviceAccount.create',
            value: false,
            why: 'The ServiceAccount named here must be there first.',
          },
          { path: 'shared.serviceAccount.name', value: serviceAccount },
        ]
      : []),
    ...(configuration
      ? [
          {
            path: 'shared.daprd.config',
            value: configuration,
            why: 'A Dapr Configuration of this namespace. daprd ends where it is missing. Sentry reads the annotation dapr.io/config, which the chart does not write: it is below.',
          },
        ]
      : []),
  ];
}

/** Annotations of the pods: by which the live pod says where it lives in Git and whose it is, and what Sentry reads. */
export function annotationValues(request: PlanRequest): ValueEntry[] {
  const { source, entityRef, configuration, values } = request;
  const annotations = {
    ...(source ? { [ANNOTATION_SOURCE]: source } : {}),
    ...(entityRef ? { [ANNOTATION_ENTITY]: entityRef } : {}),
    ...(configuration ? { 'dapr.io/config': configuration } : {}),
    ...asRecord(at(values, 'podAnnotations')),
  };
  return Object.keys(annotations).length > 0
    ? [
        {
          path: 'podAnnotations',
          value: annotations,
          why:
            source || entityRef
              ? 'By these the portal finds this file and the component it belongs to.'
              : undefined,
        },
      ]
    : [];
}
