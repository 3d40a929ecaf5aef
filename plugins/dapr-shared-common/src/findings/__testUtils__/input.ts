import type { ControlPlane } from '../../api';
import { inspect } from '../../instance';
import { asArray, asRecord, type KubeObject } from '../../objects';
import {
  type OverlayChoices,
  plan,
  planObjects,
  type PlanRequest,
} from '../../plan';
import { mapDaprd, mapPod, withVariable } from '../../plan/overlay/workload';
import { asking } from '../../plan/testUtils';
import type { CheckInput } from '../input';

/** What a change makes of the objects of an instance. */
export type Change = (objects: readonly KubeObject[]) => KubeObject[];

export const controlPlane: ControlPlane = {
  namespace: 'dapr-system',
  version: '1.18.3',
  trustDomain: 'cluster.local',
  mtls: true,
};

/** Everything the overlay can do for an instance. */
export const hardened: OverlayChoices = {
  identity: { ca: { from: 'config-map', name: 'dapr-ca' } },
  tokenSecret: { name: 'orders-token', key: 'token' },
  resources: 'recommended',
  spread: true,
  disruptionBudget: true,
  networkPolicy: {},
};

/** The objects of a plan on a cluster that is known whole. */
export function planned(fields: Partial<PlanRequest> = {}): KubeObject[] {
  const request = asking({ replicas: 2, overlay: hardened, ...fields });
  return planObjects(plan(request, { controlPlane }));
}

export const daemonset = planned({ strategy: 'daemonset', overlay: { ...hardened, nodeLocal: true } }); // prettier-ignore
export const deployment = planned();
/** With the chart's own identity and Secret. */
export const chartsOwn = planned({ overlay: { resources: 'recommended' } });

/** What is known of the instance among objects. */
export function inputOf(
  objects: readonly KubeObject[],
  known: Partial<CheckInput> = {},
): CheckInput {
  const [instance, ...others] = inspect(objects, { namespace: 'shop' });
  if (!instance || others.length > 0) throw new Error('not just one instance');
  return {
    instance,
    now: new Date('2026-11-22T15:30:00Z'),
    objects,
    services: objects.filter(({ kind }) => kind === 'Service'),
    controlPlane,
    nodes: { ready: 3, total: 3 },
    pods: [],
    ...known,
  };
}

/** One change after the other. */
export function changed(
  objects: readonly KubeObject[],
  ...changes: Change[]
): KubeObject[] {
  return changes.reduce<KubeObject[]>((before, change) => change(before), [...objects]); // prettier-ignore
}

/** Fields of the container daprd. */
export const container =
  (fields: Record<string, unknown>): Change =>
  objects =>
    mapDaprd(objects, old => ({ ...old, ...fields }));

/** Fields of the pods' spec. */
export const pod =
  (fields: Record<string, unknown>): Change =>
  objects =>
    mapPod(objects, old => ({ ...old, ...fields }));

/** An argument with another value; undefined takes it away. */
export const arg =
  (name: string, value: string | undefined): Change =>
  objects =>
    mapDaprd(objects, old => ({
      ...old,
      args: [
        ...asArray(old.args).filter(a => String(a).split('=')[0] !== `--${name}`),
        ...(value === undefined ? [] : [`--${name}=${value}`]),
      ], // prettier-ignore
    }));

/** A variable of daprd; undefined takes it away. */
export const env =
  (name: string, entry: Record<string, unknown> | undefined): Change =>
  objects =>
    mapDaprd(
      objects,
      old =>
      entry
        ? withVariable(old, { name, ...entry })
        : { ...old, env: asArray(old.env).filter(e => asRecord(e)?.name !== name) }, // prettier-ignore
    );

/** A variable of the init container. */
export const initEnv =
  (entry: Record<string, unknown>): Change =>
  objects =>
    mapPod(objects, old => ({
      ...old,
      initContainers: asArray(old.initContainers).map(c =>
        withVariable({ ...asRecord(c) }, entry),
      ),
    }));

/** An annotation of the pods; undefined takes it away. */
export const annotation =
  (name: string, value: unknown): Change =>
  objects =>
    objects.map(object => {
      const spec = asRecord(object.spec);
      const template = asRecord(spec?.template);
      if (!template) return object;
      const metadata = asRecord(template.metadata);
      const { [name]: _, ...others } = asRecord(metadata?.annotations) ?? {};
      const annotations = value === undefined ? others : { ...others, [name]: value }; // prettier-ignore
      return { ...object, spec: { ...spec, template: { ...template, metadata: { ...metadata, annotations } } } }; // prettier-ignore
    });

/** Fields of the spec of objects of a kind. */
export const spec =
  (kind: string, fields: Record<string, unknown>): Change =>
  objects =>
    objects.map(object =>
      object.kind === kind
        ? { ...object, spec: { ...asRecord(object.spec), ...fields } }
        : object,
    );

/** Fields of the metadata of objects of a kind. */
export const metadata =
  (kind: string, fields: Record<string, unknown>): Change =>
  objects =>
    objects.map(object =>
      object.kind === kind
        ? { ...object, metadata: { ...object.metadata, ...fields } }
        : object,
    );

/** Without the objects of a kind. */
export const without =
  (kind: string): Change =>
  objects =>
    objects.filter(object => object.kind !== kind);
