export type { KubeMetadata, KubeObject } from './types';
