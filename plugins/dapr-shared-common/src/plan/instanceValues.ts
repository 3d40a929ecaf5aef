import { ANNOTATION_ENTITY, ANNOTATION_SOURCE } from '../api';
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
      ? [{ path: 'shared.deployment.replicas', value: replicas, always: true }]
      : []),
    {
      path: 'shared.daprd.app.protocol',
      value: app.protocol,
      why: 'What the app speaks.',
    },
  ];
}

/** The daprd image's tag: always written, since the chart's own is out of support or absent. */
export function imageValues(runtimeVersion: string): ValueEntry[] {
  return [
    {
      path: 'shared.daprd.image.tag',
      value: runtimeVersion,
      why: "The Dapr runtime. Keep it near the control plane's version; the chart's default is out of support.",
      always: true,
    },
  ];
}

/** Annotations by which the live pod says where it lives in Git and whose it is. */
export function backlinkValues({
  source,
  entityRef,
}: PlanRequest): ValueEntry[] {
  const annotations = {
    ...(source ? { [ANNOTATION_SOURCE]: source } : {}),
    ...(entityRef ? { [ANNOTATION_ENTITY]: entityRef } : {}),
  };
  return Object.keys(annotations).length > 0
    ? [
        {
          path: 'podAnnotations',
          value: annotations,
          why: 'By these the portal finds this file and the component it belongs to.',
        },
      ]
    : [];
}
