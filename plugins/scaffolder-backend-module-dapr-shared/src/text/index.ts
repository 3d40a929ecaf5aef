import { parseEntityRef } from '@backstage/catalog-model';
import { afterwards } from './afterwards';
import { findings, objects, overlay, wiring } from './sections';
import { picture, summary } from './summary';
import type { PullRequestSubject } from './types';

export type { PullRequestSubject } from './types';

export function pullRequestTitle({ made: { plan } }: PullRequestSubject) {
  const { cluster, namespace } = plan.target;
  return `Add shared daprd ${namespace}/${plan.appId} on ${cluster}`;
}

/** Markdown: what will run, why it looks so, how to check and to undo it. */
export function pullRequestBody(subject: PullRequestSubject): string {
  const { made } = subject;
  return [
    summary(subject),
    picture(subject),
    wiring(made),
    findings(made),
    overlay(made),
    objects(made),
    afterwards(made),
    requestedBy(subject),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function requestedBy({ request, portal, initiator }: PullRequestSubject) {
  const by = `Requested by \`${initiator}\` in [the portal](${portal})`;
  if (!request.entityRef) return `${by}.`;
  const { kind, namespace, name } = parseEntityRef(request.entityRef);
  const page = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `${by} for [${request.entityRef}](${portal}/catalog/${page}).`;
}
