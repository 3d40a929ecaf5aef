import type { Finding } from '../findings';
import { asArray, at, type KubeObject } from '../objects';
import { planObjects } from './objects';
import { plan } from './plan';
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

/** The plainest request, with these fields. */
export const asking = (fields: Partial<PlanRequest>): PlanRequest => ({
  ...request,
  ...fields,
});

/** The objects that a request comes to. */
export const objectsOf = (fields: Partial<PlanRequest>): KubeObject[] =>
  planObjects(plan(asking(fields), facts));

/** The first object of a kind. */
export const ofKind = (
  objects: readonly KubeObject[],
  kind: string,
): KubeObject | undefined => objects.find(object => object.kind === kind);

/** Spec of the pods that come out. */
export const podOf = (objects: readonly KubeObject[]): unknown =>
  at(
    ofKind(objects, 'DaemonSet') ?? ofKind(objects, 'Deployment'),
    ...['spec', 'template', 'spec'],
  );

/** The container daprd of the workload that comes out. */
export const daprdOf = (objects: readonly KubeObject[]): unknown =>
  asArray(at(podOf(objects), 'containers'))[0];

/** Arguments of daprd. */
export const argsOf = (objects: readonly KubeObject[]): string[] =>
  asArray(at(daprdOf(objects), 'args')).map(String);

/** A variable of daprd's environment. */
export const variableOf = (
  objects: readonly KubeObject[],
  name: string,
): unknown =>
  asArray(at(daprdOf(objects), 'env')).find(v => at(v, 'name') === name);

/** What every plan entails that keeps the chart's own identity and resources. */
const usual = ['DS302', 'DS401', 'DS402'];

/** The findings of a plan beyond the usual ones. */
export const toldOf = (
  fields: Partial<PlanRequest>,
  given: ClusterFacts = facts,
): Finding[] =>
  plan(asking(fields), given).findings.filter(
    ({ code }) => !usual.includes(code),
  );

/** `DS501 critical` for each finding of a plan beyond the usual ones. */
export const findingsOf = (
  fields: Partial<PlanRequest>,
  given: ClusterFacts = facts,
): string[] =>
  toldOf(fields, given).map(({ code, severity }) => `${code} ${severity}`);
