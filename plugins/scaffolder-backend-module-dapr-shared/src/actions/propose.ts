import { ConflictError, isError } from '@backstage/errors';
import type { InstanceRef } from 'backstage-plugin-dapr-shared-common';
import type { Forge, NewPullRequest, PullRequest } from '../forges';
import { type Change, Clone, type ChangeResult, pushChange } from '../git';

/** A change, and where to propose it. */
export interface Proposal {
  forge: Forge;
  instance: InstanceRef;
  /** Folder of the instance in the repository. */
  folder: string;
  change: Change;
  /** Markdown. */
  body: string;
  /** An empty directory. */
  gitdir: string;
  signal: AbortSignal;
}

/** As a checkpoint can keep it. */
export type Proposed = {
  url: string;
  changed: boolean;
  number?: number;
  message: string;
};

/**
 * Pushes the change and opens a request for it. Done again, it finds what it
 * did before.
 *
 * @throws ConflictError with a link, where somebody else's work is in the way
 */
export async function propose(proposal: Proposal): Promise<Proposed> {
  const { forge, change, body, signal } = proposal;
  const { branch: head, base, title } = change;
  const before = await forge.findOpen({ head, base }, signal);
  if (before && !forge.isOurs(before)) throw othersRequest(head, before);
  const clone = await Clone.create(proposal.gitdir, forge.remote, signal);
  const result = await pushChange(clone, change);
  if (result.outcome === 'unchanged') {
    const url = forge.contentUrl(base, proposal.folder);
    return {
      url,
      changed: false,
      message: `No change: ${base} has all of this already, so that no request was opened. See ${url}`,
    };
  }
  if (result.outcome !== 'ready') {
    throw refusal(proposal, result, before);
  }
  const request =
    before ?? (await openOnce(forge, { title, body, head, base }, signal));
  const verb = before ? 'Found' : 'Opened';
  const { number, url } = request;
  const { listedIn } = result;
  const also = listedIn ? `, which lists it in ${listedIn} too` : '';
  return {
    url,
    number,
    changed: true,
    message: `${verb} request ${url}${also}`,
  };
}

/** Another run of the same task may have opened it since we looked. */
async function openOnce(
  forge: Forge,
  request: NewPullRequest,
  signal: AbortSignal,
): Promise<PullRequest> {
  try {
    return await forge.open(request, signal);
  } catch (error) {
    if (!isError(error) || error.name !== 'ConflictError') throw error;
    const found = await forge.findOpen(request, signal);
    if (!found) throw error;
    if (!forge.isOurs(found)) throw othersRequest(request.head, found);
    return found;
  }
}

function refusal(
  { forge, instance, change, folder }: Proposal,
  result: Extract<ChangeResult, { outcome: 'differs' | 'foreign' }>,
  open: PullRequest | undefined,
): ConflictError {
  const { namespace, appId, cluster } = instance;
  if (result.outcome === 'differs') {
    return new ConflictError(
      `appId: ${namespace}/${appId} exists on ${cluster} already, with other content in ${result.paths.join(
        ', ',
      )}. Choose another app id, or edit ${forge.contentUrl(
        change.base,
        folder,
      )}`,
    );
  }
  if (open && result.origin) {
    return new ConflictError(
      `${result.origin.initiator} has asked for ${namespace}/${appId} on ${cluster} already: merge or close ${open.url} first.`,
    );
  }
  const link = open?.url ?? forge.commitUrl(result.commit);
  return new ConflictError(
    `Branch ${change.branch} has a commit that did not come from this task, and nothing is overwritten. Merge it or delete the branch, then try again: ${link}`,
  );
}

function othersRequest(head: string, { url, author }: PullRequest) {
  return new ConflictError(
    `${author} has opened a request from branch ${head}. Merge or close it, then try again: ${url}`,
  );
}
