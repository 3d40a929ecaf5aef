import type { Repository } from '../../git';

/** A repository on the Git host. */
export interface HostedRepository {
  id: number;
  owner: string;
  name: string;
  description: string;
  private: boolean;
  defaultBranch: string;
  createdAt: Date;
  git: Repository;
  labels: Label[];
  pulls: PullRequest[];
}

export interface Label {
  id: number;
  name: string;
  /** Hex, without `#`. */
  color: string;
}

export interface PullRequest {
  number: number;
  title: string;
  /** Markdown. */
  body: string;
  /** Branch it goes into. */
  base: string;
  /** Branch it comes from. */
  head: string;
  state: 'open' | 'closed';
  labels: Label[];
  author: string;
  createdAt: Date;
  updatedAt: Date;
  closedAt?: Date;
  merged?: Merge;
}

/** How a request was merged; commits by id. */
export interface Merge {
  by: string;
  at: Date;
  commit: string;
  /** The base branch before. */
  base: string;
  head: string;
}
