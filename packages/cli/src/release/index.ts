export { applyPatches } from './patches';
export { releasesOf } from './releases';
export type { Layer, Release } from './types';
export { locateInValues, valuesOf } from './layers';
