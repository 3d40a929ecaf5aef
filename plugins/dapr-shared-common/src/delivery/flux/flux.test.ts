import { applyPatch, type Operation } from 'rfc6902';
import { parse } from 'yaml';
import {
  asArray,
  at,
  type DeliveryFile,
  type KubeObject,
  plan,
  planObjects,
  render,
} from '../..';
import { checksum } from '../../plan';
import { facts, request } from '../../plan/testUtils';
import { fluxDelivery } from '.';

const gitops = { name: 'platform' };
const made = plan({ ...request, entityRef: 'component:default/orders' }, facts);
const files = fluxDelivery(made, gitops);

function read(path: string, among: DeliveryFile[] = files) {
  const file = among.find(f => f.path === path);
  if (!file) throw new Error(`${path} is missing`);
  return parse(file.content, { version: '1.1' });
}

/** What Flux does: the chart with values.yaml, then the post-renderers. */
function reconcile(among: DeliveryFile[]): KubeObject[] {
  const release = read('helm-release.yaml', among);
  const objects = render({
    chartVersion: read('oci-repository.yaml', among).spec.ref.tag,
    releaseName: release.spec.releaseName,
    namespace: release.metadata.namespace,
    values: read('values.yaml', among),
  });
  for (const renderer of release.spec.postRenderers) {
    for (const { target, patch } of renderer.kustomize.patches) {
      const object = objects.find(
        o =>
          o.apiVersion === `${target.group}/${target.version}` &&
          o.metadata?.name === target.name,
      );
      const operations: Operation[] = parse(patch);
      expect(applyPatch(object, operations)).toEqual(
        operations.map(() => null),
      );
    }
  }
  return objects;
}

describe('fluxDelivery', () => {
  it('gives the same bytes for the same plan', () => {
    expect(fluxDelivery(made, gitops)).toEqual(files);
  });

  it.each(['daemonset', 'deployment'] as const)(
    'brings the objects of the plan to the cluster (%s)',
    strategy => {
      const other = plan({ ...request, strategy, replicas: 3 }, facts);
      expect(reconcile(fluxDelivery(other, gitops))).toEqual(
        planObjects(other),
      );
    },
  );

  it('keeps the overlay when somebody changes the strategy in values.yaml', () => {
    const edited = files.map(file =>
      file.path === 'values.yaml'
        ? {
            ...file,
            content: file.content.replace('strategy: deployment', 'strategy: daemonset'), // prettier-ignore
          }
        : file,
    );
    const daemonSet = planObjects(
      plan(
        { ...request, strategy: 'daemonset', entityRef: made.entityRef },
        facts,
      ),
    ).find(({ kind }) => kind === 'DaemonSet');
    expect(reconcile(edited)).toContainEqual(daemonSet);
  });

  it('applies only what is meant for the cluster', () => {
    const { resources, configMapGenerator } = read('kustomization.yaml');
    expect(resources).toEqual(['oci-repository.yaml', 'helm-release.yaml']);
    expect(configMapGenerator[0].files).toEqual(['values.yaml']);
    expect(files.map(file => file.path)).toContain('instance.yaml');
  });

  it('lets a changed value reach the release', () => {
    const generated = read('kustomization.yaml').configMapGenerator[0];
    const release = read('helm-release.yaml');
    expect(release.spec.valuesFrom).toEqual([
      { kind: 'ConfigMap', name: generated.name },
    ]);
    expect(generated.namespace).toBe(release.metadata.namespace);
    const [{ kind, fieldSpecs }] = read('kustomizeconfig.yaml').nameReference;
    expect(kind).toBe('ConfigMap');
    expect(fieldSpecs[0].kind).toBe('HelmRelease');
  });

  it('does not let Helm wait for an app that comes later', () => {
    const { install, upgrade } = read('helm-release.yaml').spec;
    expect([install, upgrade]).toEqual([
      { disableWait: true },
      { disableWait: true },
    ]);
  });

  it('says beside the values why they are there', () => {
    const values = files.find(file => file.path === 'values.yaml')?.content;
    expect(values).toMatch(/# Sentry's Service has no port 80.*\n +port: 443/);
  });

  it('takes the chart from a mirror', () => {
    const chartRepository = 'oci://mirror.example/dapr-shared-chart';
    const mirrored = fluxDelivery(made, { ...gitops, chartRepository });
    expect(read('oci-repository.yaml', mirrored).spec.url).toBe(
      chartRepository,
    );
  });

  it('remembers what is ours by checksum', () => {
    const { checksums, entity } = read('instance.yaml');
    expect(entity).toBe('component:default/orders');
    expect(Object.keys(checksums)).toEqual([
      'kustomization.yaml',
      'kustomizeconfig.yaml',
      'oci-repository.yaml',
      'helm-release.yaml',
    ]);
    for (const [path, sum] of Object.entries(checksums)) {
      const file = files.find(f => f.path === path);
      expect(sum).toBe(`sha256:${checksum(file?.content ?? '')}`);
    }
  });

  it('keeps every object in the namespace of the app', () => {
    for (const path of ['oci-repository.yaml', 'helm-release.yaml']) {
      expect(at(read(path), 'metadata', 'namespace')).toBe('shop');
    }
    expect(asArray(read('kustomization.yaml').resources)).toHaveLength(2);
  });
});
