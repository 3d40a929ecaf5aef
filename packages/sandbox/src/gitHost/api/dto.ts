import type { Commit, Repository } from '../../git';
import type { HostedRepository, Label, PullRequest } from '../model';
import { comparison } from '../model';

/** Gitea's answers, as far as clients of it read them. Source: Gitea 1.22 API. */
export class Dto {
  /** The host's address, without a slash at the end. */
  readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  user(login: string) {
    return {
      id: 1,
      login,
      login_name: login,
      username: login,
      full_name: login,
      email: `${login}@sandbox.invalid`,
      html_url: `${this.baseUrl}/${login}`,
    };
  }

  org(name: string) {
    return { id: 1, name, username: name, full_name: name, visibility: 'public' }; // prettier-ignore
  }

  repository(repository: HostedRepository) {
    const { id, owner, name, description, defaultBranch } = repository;
    const page = `${this.baseUrl}/${owner}/${name}`;
    return {
      id,
      name,
      full_name: `${owner}/${name}`,
      description,
      private: repository.private,
      owner: this.user(owner),
      default_branch: defaultBranch,
      html_url: page,
      url: `${this.baseUrl}/api/v1/repos/${owner}/${name}`,
      clone_url: `${page}.git`,
      created_at: repository.createdAt.toISOString(),
      permissions: { admin: true, push: true, pull: true },
    };
  }

  async pull(repository: HostedRepository, pull: PullRequest) {
    const compared = await comparison(repository, pull);
    // A request's `url` is its page, not the API's.
    const page = `${this.page(repository)}/pulls/${pull.number}`;
    const end = (ref: string, sha: string | undefined) => ({
      label: ref,
      ref,
      sha: sha ?? '',
      repo_id: repository.id,
      repo: this.repository(repository),
    });
    return {
      id: pull.number,
      number: pull.number,
      url: page,
      html_url: page,
      diff_url: `${page}.diff`,
      title: pull.title,
      body: pull.body,
      state: pull.state,
      user: this.user(pull.author),
      labels: pull.labels.map(label => this.label(label)),
      draft: /^(WIP:|\[WIP\])/i.test(pull.title),
      merged: pull.merged !== undefined,
      mergeable: pull.state === 'open' && compared !== undefined,
      merged_at: pull.merged?.at.toISOString() ?? null,
      merge_commit_sha: pull.merged?.commit ?? null,
      merged_by: pull.merged ? this.user(pull.merged.by) : null,
      merge_base: await mergeBase(repository.git, compared),
      base: end(pull.base, compared?.base),
      head: end(pull.head, compared?.head),
      created_at: pull.createdAt.toISOString(),
      updated_at: pull.updatedAt.toISOString(),
      closed_at: pull.closedAt?.toISOString() ?? null,
    };
  }

  label({ id, name, color }: Label) {
    return { id, name, color, description: '' };
  }

  commit(repository: HostedRepository, commit: Commit) {
    const { author, committer, date, message } = commit;
    const api = `${this.baseUrl}/api/v1/repos/${repository.owner}/${repository.name}`; // prettier-ignore
    const url = `${api}/git/commits/${commit.id}`;
    const tree = { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` };
    return {
      sha: commit.id,
      url,
      html_url: `${this.page(repository)}/commit/${commit.id}`,
      created: date,
      commit: {
        url,
        message,
        author: { ...author, date },
        committer: { ...committer, date },
        tree,
      },
      parents: commit.parents.map(sha => ({ sha })),
    };
  }

  branch(name: string, commit: Commit) {
    const { id, message, author, committer, date } = commit;
    return {
      name,
      commit: { id, message, author, committer, timestamp: date },
      protected: false,
      user_can_push: true,
      user_can_merge: true,
    };
  }

  page({ owner, name }: HostedRepository): string {
    return `${this.baseUrl}/${owner}/${name}`;
  }
}

async function mergeBase(
  git: Repository,
  compared: { base: string; head: string } | undefined,
): Promise<string> {
  if (!compared) return '';
  return (await git.mergeBase(compared.base, compared.head)) ?? '';
}
