import type {
  ClusterFacts,
  PlanRequestDto,
  Preview,
} from 'backstage-plugin-dapr-shared-common';

/** What a pull request tells about a plan. */
export interface PullRequestSubject {
  made: Preview;
  request: PlanRequestDto;
  facts: ClusterFacts;
  /** Address of the portal. */
  portal: string;
  /** Entity ref of who asked for it. */
  initiator: string;
}
