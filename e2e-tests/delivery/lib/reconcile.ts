import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  asArray,
  asRecord,
  asString,
  at,
  type Delivery,
  type DeliveryKind,
  isHook,
  type KubeObject,
  type Plan,
} from 'backstage-plugin-dapr-shared-common';
import { stringify } from 'yaml';
import { SEEN, standInChart } from './chart';
import { newFolder, write } from './checkout';
import { only, parseObjects } from './objects';
import { kustomizeBuild, tool, toolsFolder } from './tools';

/** What a delivery comes to on the cluster. */
export interface Outcome {
  objects: KubeObject[];
  /** Values that the chart was given; the plan's where no chart is involved. */
  values: unknown;
}

/** What each tool does with the instance's folder, done by the real parts of that tool. */
export const reconcile: Record<
  DeliveryKind,
  (plan: Plan, folder: string, delivery: Delivery) => Outcome
> = { flux, argocd, manifests, helm };

/** kustomize-controller builds the folder; helm-controller runs Helm, then kustomize as a post-renderer. */
function flux(plan: Plan, folder: string): Outcome {
  const built = kustomizeBuild(folder);
  const release = only(built, 'HelmRelease');
  const [valuesFrom] = asArray(at(release, 'spec', 'valuesFrom'));
  const configMap = built.find(
    ({ kind, metadata }) =>
      kind === at(valuesFrom, 'kind') &&
      metadata?.name === at(valuesFrom, 'name'),
  );
  const work = newFolder();
  const values = asString(at(configMap, 'data', 'values.yaml')) ?? '';
  write(work, { path: 'values.yaml', content: values });
  const rendered = template(plan, join(work, 'values.yaml'), [
    asString(at(release, 'spec', 'releaseName')) ?? '',
    asString(release.metadata?.namespace) ?? '',
  ]);
  const patches = asArray(at(release, 'spec', 'postRenderers')).flatMap(
    renderer => asArray(at(renderer, 'kustomize', 'patches')),
  );
  write(
    work,
    { path: 'rendered.yaml', content: rendered },
    {
      path: 'kustomization.yaml',
      content: stringify({ resources: ['rendered.yaml'], patches }),
    },
  );
  const fluxKinds = ['HelmRelease', 'OCIRepository', 'GitRepository'];
  const added = built.filter(
    object => object !== configMap && !fluxKinds.includes(object.kind ?? ''),
  );
  return outcome(plan, [...kustomizeBuild(work), ...added]);
}

/** The Application's one source is a folder to be built, or its sources are the chart and the values. */
function argocd(plan: Plan, folder: string): Outcome {
  const application = only(kustomizeBuild(folder), 'Application');
  const path = asString(at(application, 'spec', 'source', 'path'));
  if (path !== undefined) {
    expect(folder.endsWith(path.slice(0, path.lastIndexOf('/')))).toBe(true);
    return outcome(
      plan,
      kustomizeBuild(join(folder, path.slice(path.lastIndexOf('/') + 1))),
    );
  }
  const [chart] = asArray(at(application, 'spec', 'sources'));
  const [file] = asArray(at(chart, 'helm', 'valueFiles')).map(String);
  const namespace = at(application, 'spec', 'destination', 'namespace');
  const root = folder.slice(0, folder.indexOf('/clusters/'));
  const text = template(plan, (file ?? '').replace('$values', root), [
    String(at(chart, 'helm', 'releaseName')),
    String(namespace),
  ]);
  // It knows no hook of the chart's kind, and leaves those objects out.
  return outcome(
    plan,
    parseObjects(text).filter(object => !isHook(object)),
  );
}

function manifests(plan: Plan, folder: string): Outcome {
  return outcome(plan, kustomizeBuild(folder));
}

/** The command goes through a shell as it is; a shim has Helm print instead of apply, with the chart at hand. */
function helm(plan: Plan, folder: string, { command }: Delivery): Outcome {
  const bin = newFolder();
  const script = `#!/bin/sh
[ "$1 $2" = "upgrade --install" ] || exit 64
shift 2
for word; do
  shift
  case $word in oci://*) word=$CHART;; esac
  set -- "$@" "$word"
done
exec "$REAL_HELM" template --no-hooks "$@"
`;
  write(bin, { path: 'helm', content: script });
  chmodSync(join(bin, 'helm'), 0o755);
  const text = execFileSync('sh', ['-c', command ?? 'exit 65'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      ...process.env,
      PATH: [bin, toolsFolder(), process.env.PATH].join(delimiter),
      REAL_HELM: join(toolsFolder(), 'helm'),
      CHART: standInChart(plan),
    },
  });
  return outcome(plan, parseObjects(text));
}

function template(
  plan: Plan,
  values: string,
  [release, namespace]: [string, string],
): string {
  const chart = standInChart(plan);
  // prettier-ignore
  return tool('helm', [
    'template', release, chart, '--namespace', namespace, '--values', values, '--no-hooks',
  ]);
}

function outcome(plan: Plan, objects: readonly KubeObject[]): Outcome {
  const seen = objects.find(object => object.metadata?.name === SEEN);
  const values = asRecord(seen?.data)?.values;
  return {
    objects: objects.filter(object => object !== seen),
    values: typeof values === 'string' ? JSON.parse(values) : plan.values.data,
  };
}
