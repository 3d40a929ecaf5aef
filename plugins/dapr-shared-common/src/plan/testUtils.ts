import type { ClusterFacts, PlanRequest } from './types';

/** The plainest request there is. */
export const request: PlanRequest = {
  appId: 'orders',
  target: { cluster: 'prod-eu', namespace: 'shop' },
  app: { port: 8080, protocol: 'http' },
  strategy: 'deployment',
};

/** A default installation of Dapr 1.18. */
export const facts: ClusterFacts = {
  controlPlane: {
    namespace: 'dapr-system',
    version: '1.18.3',
    trustDomain: 'cluster.local',
  },
};
