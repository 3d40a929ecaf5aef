import { Router, urlencoded } from 'express';
import { InputError } from '@backstage/errors';
import { at } from 'backstage-plugin-dapr-shared-common';
import { type Fault, faultKinds, isFault } from '../../apiServer';
import { handle } from '../handle';
import { html, type Html } from './html';
import { page } from './layout';

/** What the page shows of a cluster and can do to it. */
export interface ClusterControl {
  name: string;
  url: string;
  fault: Fault;
  setFault(fault: Fault): void;
}

/** What the page shows beside the clusters. */
export interface SandboxState {
  clusters(): readonly ClusterControl[];
  /** Why folders of the GitOps repository could not be applied, by path. */
  problems(): ReadonlyMap<string, string>;
}

const descriptions: Readonly<Record<Fault, string>> = {
  none: 'Healthy',
  forbidden: 'Forbids (403)',
  unauthenticated: 'Refuses the token (401)',
  hang: 'Never answers',
  slow: 'Answers late',
  refuse: 'Drops connections',
  throttle: 'Too busy (429)',
};

/** The page that makes clusters misbehave. */
export function sandboxPages(state: SandboxState): Router {
  const router = Router();
  router.get('/sandbox', (_request, response) => {
    const problems = [...state.problems()];
    const content = html`<h1>Clusters and faults</h1>
      <p class="soft">Make a cluster misbehave and watch the portal.</p>
      ${state.clusters().map(clusterView)}
      <h2>GitOps</h2>
      ${problems.length === 0
        ? html`<p>Everything that is merged is applied.</p>`
        : html`<ul>
            ${problems.map(
              ([path, why]) => html`<li><code>${path}</code>: ${why}</li>`,
            )}
          </ul>`}`;
    response.send(page('Clusters and faults', content));
  });
  router.post(
    '/sandbox',
    urlencoded({ extended: false }),
    handle((request, response) => {
      const kind = at(request.body, 'kind');
      const name = at(request.body, 'cluster');
      const cluster = state.clusters().find(found => found.name === name);
      if (!cluster) throw new InputError(`cluster: there is no ${name}.`);
      if (!isFault(kind)) {
        throw new InputError(`kind must be one of ${faultKinds.join(', ')}.`);
      }
      cluster.setFault(kind);
      response.redirect(303, '/sandbox');
    }),
  );
  return router;
}

function clusterView({ name, url, fault }: ClusterControl): Html {
  return html`<section class="box" aria-label="${name}">
    <div class="head">${name} <span class="soft">${url}</span></div>
    <form class="body actions" method="post" action="/sandbox">
      <input type="hidden" name="cluster" value="${name}" />
      ${faultKinds.map(
        kind =>
          html`<button
            name="kind"
            value="${kind}"
            aria-pressed="${String(kind === fault)}"
          >
            ${descriptions[kind]}
          </button>`,
      )}
    </form>
  </section>`;
}
