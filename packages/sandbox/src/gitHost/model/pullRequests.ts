import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Forge } from './forge';
import type { HostedRepository, PullRequest } from './types';

/** @throws NotFoundError where there is no such request */
export function pullRequest(
  repository: HostedRepository,
  number: number,
): PullRequest {
  const found = repository.pulls.find(pull => pull.number === number);
  if (!found) throw new NotFoundError(`There is no pull request ${number}.`);
  return found;
}

/**
 * @throws NotFoundError where a branch is unknown
 * @throws ConflictError where such a request is open
 * @throws InputError where nothing differs
 */
export async function openPullRequest(
  forge: Forge,
  repository: HostedRepository,
  request: Pick<PullRequest, 'title' | 'body' | 'base' | 'head' | 'author'>,
): Promise<PullRequest> {
  const { base, head } = request;
  const [from, to] = await Promise.all([
    repository.git.resolve(head),
    repository.git.resolve(base),
  ]);
  if (!from || !to) {
    throw new NotFoundError(`head or base: there is no branch ${from ? base : head}.`); // prettier-ignore
  }
  const open = repository.pulls.find(
    pull => pull.state === 'open' && pull.base === base && pull.head === head,
  );
  if (open) {
    throw new ConflictError(
      `pull request already exists for these targets [id: ${open.number}, issue_id: ${open.number}, head_repo_id: ${repository.id}, base_repo_id: ${repository.id}, head_branch: ${head}, base_branch: ${base}]`,
    );
  }
  const ahead = await repository.git.commitsBetween(to, from);
  if (ahead.length === 0) {
    throw new InputError('There are no changes between the head and the base.');
  }
  if (!request.title) throw new InputError('title: must not be empty.');
  const now = forge.now();
  const pull: PullRequest = {
    ...request,
    number: repository.pulls.length + 1,
    state: 'open',
    labels: [],
    createdAt: now,
    updatedAt: now,
  };
  repository.pulls.push(pull);
  return pull;
}

/**
 * @throws NotAllowedError where it is not open
 * @throws ConflictError where the branches conflict
 */
export async function mergePullRequest(
  forge: Forge,
  repository: HostedRepository,
  pull: PullRequest,
  by: string,
): Promise<void> {
  if (pull.state !== 'open') {
    throw new NotAllowedError(`Pull request ${pull.number} is ${pull.merged ? 'merged' : 'closed'} already.`); // prettier-ignore
  }
  const { git } = repository;
  const [head, base] = await Promise.all([
    git.resolve(pull.head),
    git.resolve(pull.base),
  ]);
  if (!head || !base) {
    throw new NotFoundError(`There is no branch ${head ? pull.base : pull.head} any more.`); // prettier-ignore
  }
  const commit = await git.merge({
    branch: pull.base,
    head,
    message: `Merge pull request '${pull.title}' (#${pull.number}) from ${pull.head} into ${pull.base}`,
    author: { name: by, email: `${by}@sandbox.invalid` },
  });
  if (!commit) {
    throw new ConflictError(`${pull.head} conflicts with ${pull.base}.`);
  }
  const at = forge.now();
  pull.merged = { by, at, commit, base, head };
  pull.state = 'closed';
  pull.closedAt = at;
  pull.updatedAt = at;
  await forge.pushed(repository);
}

/** Commits a request compares: what it was merged with, or as things are now. */
export async function comparison(
  repository: HostedRepository,
  pull: PullRequest,
): Promise<{ base: string; head: string } | undefined> {
  if (pull.merged) return pull.merged;
  const [base, head] = await Promise.all([
    repository.git.resolve(pull.base),
    repository.git.resolve(pull.head),
  ]);
  return base && head ? { base, head } : undefined;
}
