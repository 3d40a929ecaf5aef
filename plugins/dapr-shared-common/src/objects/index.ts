export { asArray, asNumber, asRecord, asString, asStringMap, at } from './read';
export type { KubeMetadata, KubeObject } from './types';
