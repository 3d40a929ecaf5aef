import type { ValueKey } from '../types';
import { appKeys } from './app';
import { controlPlaneKeys } from './controlPlane';
import { daprdKeys } from './daprd';
import { podKeys } from './pod';
import { releaseKeys } from './release';

/**
 * Every key of the chart's values. Defaults are those of 1.16.0 unless
 * `defaultOf` says otherwise. Source: dapr/dapr-shared, values.yaml and
 * templates of chart 1.16.0; 0.0.16 has the same, 1.18.0 differs in the
 * runtime's tag alone (dapr-shared#66).
 *
 * @public
 */
export const valueKeys: readonly ValueKey[] = [
  ...appKeys,
  ...controlPlaneKeys,
  ...daprdKeys,
  ...releaseKeys,
  ...podKeys,
];
