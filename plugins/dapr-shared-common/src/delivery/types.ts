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
