import { Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import { repositoryOf } from '../api/context';
import { handle, param } from '../handle';
import type { Forge, HostedRepository } from '../model';
import { diffView } from './diff';
import { html, type Html } from './html';
import { date, page, repositoryHead } from './layout';

/** Pages to look around: organisations, repositories, folders, files, commits. */
export function browsePages(forge: Forge): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.send(
      page(
        'Organisations',
        html`<h1>Organisations</h1>
          ${forge.orgs().map(
            org => html`<section class="box" aria-label="${org}">
              <div class="head"><a href="/${org}">${org}</a></div>
              ${repositoryList(forge.repositories(org))}
            </section>`,
          )}`,
      ),
    );
  });
  router.get(
    '/:org',
    handle((request, response) => {
      const org = param(request, 'org');
      const list = repositoryList(forge.repositories(org));
      const content = html`<h1>${org}</h1>
        <section class="box" aria-label="Repositories">${list}</section>`;
      response.send(page(org, content));
    }),
  );
  router.get(
    '/:owner/:repo',
    handle((request, response) => {
      const { owner, name, defaultBranch } = repositoryOf(forge, request);
      response.redirect(`/${owner}/${name}/src/branch/${defaultBranch}`);
    }),
  );
  router.get(
    '/:owner/:repo/src/branch/*',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const place = await placeOf(repository, param(request, '0'));
      const title = `${repository.owner}/${repository.name}`;
      response.send(page(title, await fileView(repository, place)));
    }),
  );
  router.get(
    '/:owner/:repo/raw/branch/*',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const { commit, path } = await placeOf(repository, param(request, '0'));
      const content = await repository.git.read(commit, path);
      if (!content) throw new NotFoundError(`There is no ${path}.`);
      response.type('text/plain').send(content);
    }),
  );
  router.get(
    '/:owner/:repo/commit/:id',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const id = await repository.git.resolve(param(request, 'id'));
      if (!id) throw new NotFoundError('There is no such commit.');
      const { message, author, parents, date: when } = await repository.git.commit(id); // prettier-ignore
      const [parent] = parents;
      const diff = parent ? await repository.git.diff(parent, id) : '';
      const content = html`${repositoryHead(repository, 'files')}
        <h1>${message.split('\n')[0]}</h1>
        <p class="soft">${author.name}, ${date(new Date(when))}</p>
        <pre tabindex="0">${message}</pre>
        ${diffView(diff)}`;
      response.send(page(message.split('\n')[0] ?? id, content));
    }),
  );
  return router;

  function repositoryList(repositories: HostedRepository[]): Html {
    const shown = repositories.filter(repository => !repository.private);
    return shown.length === 0
      ? html`<div class="body soft">No repositories yet.</div>`
      : html`<ul class="rows">
          ${shown.map(
            ({ owner, name, description }) =>
              html`<li>
                <a href="/${owner}/${name}">${name}</a>
                <span class="soft">${description}</span>
              </li>`,
          )}
        </ul>`;
  }
}

interface Place {
  branch: string;
  commit: string;
  path: string;
}

/** Takes `branch/path` apart; a branch's name may contain slashes. */
async function placeOf(
  repository: HostedRepository,
  text: string,
): Promise<Place> {
  const branches = await repository.git.branches();
  const branch = branches
    .filter(name => text === name || text.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  const commit = branch && (await repository.git.resolve(branch));
  if (!branch || !commit) throw new NotFoundError(`There is no branch ${text}.`); // prettier-ignore
  const path = text.slice(branch.length + 1).replace(/\/$/, '');
  return { branch, commit, path };
}

async function fileView(
  repository: HostedRepository,
  { branch, commit, path }: Place,
): Promise<Html> {
  const { owner, name, git } = repository;
  const root = `/${owner}/${name}/src/branch/${branch}`;
  const crumbs = path.split('/').filter(Boolean).map((part, index, parts) => {
    const target = `${root}/${parts.slice(0, index + 1).join('/')}`;
    return html` / <a href="${target}">${part}</a>`;
  }); // prettier-ignore
  const folder = await git.list(commit, path);
  const content = folder ? undefined : await git.read(commit, path);
  if (!folder && !content) throw new NotFoundError(`There is no ${path}.`);
  return html`${repositoryHead(repository, 'files')}
    <h1>${path || name}</h1>
    <p class="soft">${branch}: <a href="${root}">${name}</a>${crumbs}</p>
    <section class="box" aria-label="Content">
      ${content
        ? html`<pre tabindex="0">${content.toString()}</pre>`
        : html`<ul class="rows">
            ${(folder ?? []).map(
              entry =>
                html`<li>
                  ${entry.type === 'dir' ? 'Folder ' : ''}<a
                    href="${root}/${entry.path}"
                    >${entry.name}</a
                  >
                </li>`,
            )}
          </ul>`}
    </section>`;
}
