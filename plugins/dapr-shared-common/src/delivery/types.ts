import type { Finding } from '../findings';
import type { GitOpsRepository } from './gitops';

/**
 * A file by which a plan reaches a cluster. Paths are relative to the
 * instance's folder, with `/`.
 *
 * @public
 */
export interface DeliveryFile {
  path: string;
  content: string;
}

/** @public */
export type DeliveryKind = 'flux' | 'argocd' | 'manifests' | 'helm';

/**
 * How instances lie in Git, and where the chart comes from.
 *
 * @public
 */
export type DeliveryLayout = Pick<
  GitOpsRepository,
  'name' | 'repository' | 'branch' | 'path' | 'chartRepository' | 'argocd'
>;

/**
 * What brings a plan to its cluster.
 *
 * @public
 */
export interface Delivery {
  files: DeliveryFile[];
  /** What this way to a cluster loses, or asks of people. */
  findings: Finding[];
  /** `helm` only: what to run in the instance's folder, safe to paste into a POSIX shell. */
  command?: string;
}
