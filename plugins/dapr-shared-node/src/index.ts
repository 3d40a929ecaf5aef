/**
 * What others may replace or extend in the Dapr Shared backend.
 *
 * @packageDocumentation
 */
export type {
  ClusterInfo,
  ClusterReader,
  ReadFailure,
  ReadResult,
} from './clusterReader';
export {
  clusterReaderExtensionPoint,
  type ClusterReaderExtensionPoint,
} from './extensions';
