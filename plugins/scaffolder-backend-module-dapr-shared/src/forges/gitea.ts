import { ConflictError, ForwardedError, InputError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import {
  asArray,
  asNumber,
  asString,
  at,
} from 'backstage-plugin-dapr-shared-common';
import { requestJson, statusOf } from './request';
import type { Forge, GitRemote, NewPullRequest, PullRequest } from './types';

/** Gitea's own limit of a page. */
const PAGE_SIZE = 50;

/** What the answers of Gitea mean for who reads them. */
const cures: Readonly<Record<number, string>> = {
  401: 'Gitea does not accept username and password of integrations.gitea.',
  403: 'the account of integrations.gitea may not open requests there.',
  404: 'Gitea knows no such repository or branch, or hides it from the account of integrations.gitea.',
};

/** Gitea and Forgejo. Verified with Gitea 1.22. */
export class GiteaForge implements Forge {
  readonly remote: GitRemote;
  readonly #page: string;
  readonly #api: string;
  readonly #headers: Record<string, string>;

  private constructor(
    integration: GiteaIntegrationConfig,
    page: string,
    path: string,
    remote: GitRemote,
  ) {
    this.remote = remote;
    this.#page = page;
    this.#api = `${page.slice(0, -path.length)}/api/v1/repos${path}`;
    this.#headers = {
      ...getGiteaRequestOptions(integration).headers,
      'content-type': 'application/json',
    };
  }

  /**
   * @param repository - the repository's page
   * @throws InputError where the integration lacks what is needed
   */
  static create(
    integration: GiteaIntegrationConfig,
    repository: string,
  ): GiteaForge {
    const { host, username, password } = integration;
    if (!username || !password) {
      throw new InputError(
        `integrations.gitea for ${host} needs username and password (which may be a token) to push and to open requests.`,
      );
    }
    const path = /[^/]+\/[^/]+$/.exec(new URL(repository).pathname)?.[0];
    if (!path) {
      throw new InputError(
        `daprShared.gitops: "${repository}" is not the address of a repository; write https://HOST/OWNER/NAME.`,
      );
    }
    const url = `${repository}.git`;
    const remote = { url, username, password };
    return new GiteaForge(integration, repository, `/${path}`, remote);
  }

  async findOpen(
    { head, base }: Pick<NewPullRequest, 'head' | 'base'>,
    signal: AbortSignal,
  ): Promise<PullRequest | undefined> {
    for (let page = 1; ; page++) {
      const pulls = asArray(
        await this.#ask(`?state=open&limit=${PAGE_SIZE}&page=${page}`, signal),
      );
      const found = pulls.find(
        pull =>
          at(pull, 'head', 'ref') === head && at(pull, 'base', 'ref') === base,
      );
      if (found) return toPullRequest(found);
      if (pulls.length < PAGE_SIZE) return undefined;
    }
  }

  async open(
    { title, body, head, base }: NewPullRequest,
    signal: AbortSignal,
  ): Promise<PullRequest> {
    try {
      const content = JSON.stringify({ title, body, head, base });
      return toPullRequest(await this.#ask('', signal, content));
    } catch (error) {
      if (statusOf(error) === 409) {
        throw new ConflictError(`A request for ${head} is open already.`);
      }
      throw error;
    }
  }

  isOurs({ author }: PullRequest): boolean {
    return author.toLowerCase() === this.remote.username.toLowerCase();
  }

  commitUrl(oid: string): string {
    return `${this.#page}/commit/${oid}`;
  }

  contentUrl(branch: string, path: string): string {
    return `${this.#page}/src/branch/${branch}/${path}`;
  }

  async #ask(
    query: string,
    signal: AbortSignal,
    body?: string,
  ): Promise<unknown> {
    const method = body ? 'POST' : 'GET';
    const url = `${this.#api}/pulls${query}`;
    try {
      return await requestJson(url, {
        method,
        body,
        signal,
        headers: this.#headers,
      });
    } catch (error) {
      const cure = cures[statusOf(error) ?? 0];
      throw cure ? new ForwardedError(`${this.#page}: ${cure}`, error) : error;
    }
  }
}

function toPullRequest(answer: unknown): PullRequest {
  const number = asNumber(at(answer, 'number'));
  const url = asString(at(answer, 'html_url'));
  if (number === undefined || !url) {
    throw new Error('Gitea answered with something that is no pull request.');
  }
  return { number, url, author: asString(at(answer, 'user', 'login')) ?? '' };
}
