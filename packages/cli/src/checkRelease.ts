import {
  assess,
  at,
  inspect,
  mergeValues,
  releaseName,
  renderValues,
  type Values,
} from 'backstage-plugin-dapr-shared-common';
import type { Context } from './check';
import type { evidenceOf } from './evidence';
import type { Facts } from './facts';
import {
  applyPatches,
  locateInValues,
  type Release,
  valuesOf,
} from './release';
import type { LocatedFinding, Result } from './report';

/** A result of values, and which of its findings the values alone gave. */
export interface ReleaseResult extends Result {
  ofValues: LocatedFinding[];
}

/** Renders a release and checks what comes of it. */
export function checkRelease(
  release: Release,
  evidence: ReturnType<typeof evidenceOf>,
  { facts, now }: Context,
): ReleaseResult[] {
  const values = withRuntime(valuesOf(release), facts);
  const namespace = release.namespace ?? facts.namespace ?? 'default';
  const chartVersion = release.chartVersion ?? facts.chartVersion;
  const named = release.name ?? facts.release;
  const name = named ?? nameFor(values, namespace);
  const rendered = renderValues({
    values,
    namespace,
    chartVersion,
    releaseName: name,
  });
  const ofValues = rendered.findings.map(({ finding, path }) => ({
    finding,
    location: locateInValues(release, finding, path),
  }));
  const objects = applyPatches(rendered.objects, release.patches);
  const result = {
    location: locateInValues(release),
    assumed: [
      ...(release.namespace || facts.namespace
        ? []
        : [`namespace ${namespace}`]),
      ...(chartVersion ? [] : [`chart ${rendered.chartVersion}`]),
      ...(named ? [] : [`release ${name}`]),
    ],
    ofValues,
  };
  const instances = inspect(objects, { namespace });
  if (instances.length === 0) return [{ ...result, findings: ofValues }];
  return instances.map(instance => {
    const { findings } = assess({
      instance,
      now,
      ...evidence(instance, objects),
    });
    return {
      ...result,
      instance,
      findings: [
        ...ofValues,
        ...findings.map(finding => ({
          finding,
          location: locateInValues(release, finding),
        })),
      ],
    };
  });
}

function withRuntime(values: Values, { daprVersion }: Facts): Values {
  return daprVersion && !at(values, 'shared', 'daprd', 'image', 'tag')
    ? mergeValues(values, {
        shared: { daprd: { image: { tag: daprVersion } } },
      })
    : values;
}

/** Any that Helm takes; which one decides no more than names. */
function nameFor(values: Values, namespace: string): string {
  const appId = String(at(values, 'shared', 'appId') ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+/, '');
  return releaseName(namespace, appId || 'dapr-shared');
}
