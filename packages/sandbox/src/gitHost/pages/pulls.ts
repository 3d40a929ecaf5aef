import { Router } from 'express';
import { repositoryOf } from '../api/context';
import { handle, param, query } from '../handle';
import {
  comparison,
  type Forge,
  type HostedRepository,
  mergePullRequest,
  type PullRequest,
  pullRequest,
} from '../model';
import { diffView } from './diff';
import { html, type Html } from './html';
import { date, page, repositoryHead } from './layout';
import { markdown } from './markdown';

/** Who acts on the pages: there is no login. */
const VISITOR = 'sandbox';

/** Pages of pull requests, with a button that merges. Works without scripts. */
export function pullPages(forge: Forge): Router {
  const router = Router();
  router.get(
    '/:owner/:repo/pulls',
    handle((request, response) => {
      const repository = repositoryOf(forge, request);
      const title = `Pull requests of ${repository.name}`;
      response.send(page(title, listView(repository)));
    }),
  );
  router.get(
    '/:owner/:repo/pulls/:number.diff',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const pull = pullRequest(repository, Number(param(request, 'number')));
      response.type('text/plain').send(await diffOf(repository, pull));
    }),
  );
  router.get(
    '/:owner/:repo/pulls/:number(\\d+)',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const pull = pullRequest(repository, Number(param(request, 'number')));
      const problem = query(request, 'problem');
      const content = await pullView(repository, pull, problem);
      response.send(page(`${pull.title} #${pull.number}`, content));
    }),
  );
  router.post(
    '/:owner/:repo/pulls/:number(\\d+)/:action(merge|close|reopen)',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const pull = pullRequest(repository, Number(param(request, 'number')));
      const back = `/${repository.owner}/${repository.name}/pulls/${pull.number}`; // prettier-ignore
      try {
        await act(repository, pull, param(request, 'action'));
        response.redirect(303, back);
      } catch (error) {
        // On the page it came from, where it can be read.
        const problem = error instanceof Error ? error.message : String(error);
        response.redirect(303, `${back}?${new URLSearchParams({ problem })}`);
      }
    }),
  );
  return router;

  async function act(
    repository: HostedRepository,
    pull: PullRequest,
    action: string,
  ): Promise<void> {
    if (action === 'merge') {
      await mergePullRequest(forge, repository, pull, VISITOR);
    } else if (!pull.merged) {
      pull.state = action === 'close' ? 'closed' : 'open';
      pull.closedAt = action === 'close' ? forge.now() : undefined;
      pull.updatedAt = forge.now();
    }
  }
}

async function diffOf(
  repository: HostedRepository,
  pull: PullRequest,
): Promise<string> {
  const compared = await comparison(repository, pull);
  return compared ? repository.git.diff(compared.base, compared.head) : '';
}

function listView(repository: HostedRepository): Html {
  const { owner, name } = repository;
  const pulls = [...repository.pulls].reverse();
  return html`${repositoryHead(repository, 'pulls')}
    <h1>Pull requests</h1>
    <section class="box" aria-label="Pull requests">
      ${pulls.length === 0
        ? html`<div class="body soft">No pull requests yet.</div>`
        : html`<ul class="rows">
            ${pulls.map(
              pull => html`<li>
                ${badge(pull)}
                <a href="/${owner}/${name}/pulls/${pull.number}"
                  >${pull.title}</a
                >
                <span class="soft">#${pull.number} by ${pull.author}</span>
              </li>`,
            )}
          </ul>`}
    </section>`;
}

async function pullView(
  repository: HostedRepository,
  pull: PullRequest,
  problem: string | undefined,
): Promise<Html> {
  return html`${repositoryHead(repository, 'pulls')}
    <h1>${pull.title} <span class="soft">#${pull.number}</span></h1>
    <p>
      ${badge(pull)} ${pull.author} wants to merge <code>${pull.head}</code>
      into <code>${pull.base}</code>.
      <span class="soft">Opened ${date(pull.createdAt)}.</span>
    </p>
    <p>${pull.labels.map(({ name }) => html`<span class="label">${name}</span> `)}</p>
    ${problem ? html`<p class="note bad" role="alert">${problem}</p>` : ''}
    ${actions(repository, pull)}
    <h2>Description</h2>
    <section class="box" aria-label="Description">
      <div class="body">
        ${pull.body ? markdown(pull.body) : html`<p class="soft">No description.</p>`}
      </div>
    </section>
    <h2>Changes</h2>
    ${diffView(await diffOf(repository, pull))}`; // prettier-ignore
}

function actions({ owner, name }: HostedRepository, pull: PullRequest): Html {
  const path = `/${owner}/${name}/pulls/${pull.number}`;
  const button = (action: string, text: string, kind: string) =>
    html`<form method="post" action="${path}/${action}">
      <button class="${kind}">${text}</button>
    </form>`;
  if (pull.merged) {
    const { by, at, commit } = pull.merged;
    return html`<p class="note" role="status">
      Merged by ${by} as
      <a href="/${owner}/${name}/commit/${commit}">${commit.slice(0, 10)}</a>,
      ${date(at)}.
    </p>`;
  }
  return pull.state === 'open'
    ? html`<div class="actions">
        ${button('merge', 'Merge', 'primary')} ${button('close', 'Close', '')}
      </div>`
    : html`<div class="actions">${button('reopen', 'Reopen', '')}</div>`;
}

function badge(pull: PullRequest): Html {
  const state = pull.merged ? 'merged' : pull.state;
  const text = { open: 'Open', closed: 'Closed', merged: 'Merged' }[state];
  return html`<span class="badge ${state}">${text}</span>`;
}
