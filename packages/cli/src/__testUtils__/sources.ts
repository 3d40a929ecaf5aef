import {
  DEFAULT_INSTANCE_PATH,
  deliver,
  type DeliveryKind,
  instanceFolder,
  plan,
  type PlanRequest,
} from 'backstage-plugin-dapr-shared-common';
import { checkSources } from '../check';
import type { Facts } from '../facts';
import type { Source } from '../input';
import type { Report } from '../report';

/** A day on which nothing happens. */
export const now = new Date('2026-09-01T12:00:00Z');

/** Files as a folder would hold them. */
export function files(contents: Record<string, string>): Source[] {
  return Object.entries(contents).map(([file, text]) => ({
    file,
    text,
    found: true,
  }));
}

/** What a check of these files says. */
export function check(
  contents: Record<string, string>,
  facts: Facts = {},
): Report {
  return checkSources(files(contents), [], { facts, now });
}

/** `namespace/appId` of every result. */
export function names({ results }: Report): (string | undefined)[] {
  return results.map(({ instance }) =>
    instance ? `${instance.namespace}/${instance.appId}` : undefined,
  );
}

/** The codes of all findings, each once. */
export function codes({ findings }: Report): string[] {
  return [...new Set(findings.map(({ finding }) => finding.code))].sort();
}

/** The files of an instance as the portal writes them, in their folder. */
export function delivered(
  kind: DeliveryKind,
  overlay?: PlanRequest['overlay'],
): Record<string, string> {
  const target = { cluster: 'prod-eu', namespace: 'shop' };
  const made = plan(
    {
      appId: 'orders',
      target,
      app: { port: 8080, protocol: 'http' },
      strategy: 'deployment',
      replicas: 2,
      overlay,
    },
    { controlPlane: { namespace: 'dapr-system', version: '1.18.3' } },
  );
  const layout = {
    name: 'platform',
    repository: 'https://git.example/platform/gitops',
    branch: 'main',
    path: DEFAULT_INSTANCE_PATH,
  };
  const folder = instanceFolder(layout, { ...target, appId: 'orders' });
  return Object.fromEntries(
    deliver(kind, made, layout)
      .files.filter(({ path }) => path.endsWith('.yaml'))
      .map(({ path, content }) => [`${folder}/${path}`, content]),
  );
}
