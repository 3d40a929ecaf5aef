/** An open request to merge a branch. */
export interface PullRequest {
  number: number;
  /** Its page. */
  url: string;
  /** Login of the account that opened it. */
  author: string;
}

/** What a new request is made of. */
export interface NewPullRequest {
  title: string;
  /** Markdown. */
  body: string;
  /** Branch with the change. */
  head: string;
  /** Branch to merge it into. */
  base: string;
}

/**
 * A repository on a Git host: what Git itself does not do. One adapter for
 * each kind of host; content goes by Git and never through here.
 */
export interface Forge {
  /** For Git over HTTP. */
  readonly remote: GitRemote;

  /** The open request from head to base. */
  findOpen(
    branches: Pick<NewPullRequest, 'head' | 'base'>,
    signal: AbortSignal,
  ): Promise<PullRequest | undefined>;

  /** @throws ConflictError where such a request is open already */
  open(request: NewPullRequest, signal: AbortSignal): Promise<PullRequest>;

  /** Whether the account of the portal opened it. */
  isOurs(request: PullRequest): boolean;

  /** Page of a commit. */
  commitUrl(oid: string): string;

  /** Page of a folder or file on a branch. */
  contentUrl(branch: string, path: string): string;
}

/** @see {@link Forge.remote} */
export interface GitRemote {
  url: string;
  username: string;
  password: string;
}
