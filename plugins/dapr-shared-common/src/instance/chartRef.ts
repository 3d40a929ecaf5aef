import type { ChartRef } from './types';

/**
 * Name and version of `helm.sh/chart`, `<name>-<version>`. A label takes no
 * `+`, so that Helm writes `_` for it.
 */
export function chartRef(label: string | undefined): ChartRef | undefined {
  const match = /^(.+)-(v?\d+\.\d+(?:\.\d+)?(?:[-_].*)?)$/.exec(label ?? '');
  return match?.[1] && match[2]
    ? { name: match[1], version: match[2].replace('_', '+') }
    : undefined;
}
