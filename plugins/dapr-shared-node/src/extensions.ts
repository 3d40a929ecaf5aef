import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ClusterReader } from './clusterReader';

/**
 * Replaces the way clusters are read; the default goes through the Kubernetes
 * plugin.
 *
 * @public
 */
export interface ClusterReaderExtensionPoint {
  /** @throws Error when a reader was set before */
  setClusterReader(reader: ClusterReader): void;
}

/** @public */
export const clusterReaderExtensionPoint =
  createExtensionPoint<ClusterReaderExtensionPoint>({
    id: 'dapr-shared.cluster-reader',
  });
