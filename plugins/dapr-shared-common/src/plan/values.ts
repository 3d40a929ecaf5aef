import { at } from '../objects';
import { defaultValues, setPath, type Values } from '../values';
import type { ValuesDocument } from './types';

/** A value that a plan sets, and why. */
export interface ValueEntry {
  /** Dotted path. */
  path: string;
  value: unknown;
  why?: string;
  /** Written even where it equals the chart's default. */
  always?: boolean;
}

/** Values in the order of the entries; what equals the chart's default is left out. */
export function valuesDocument(
  entries: readonly ValueEntry[],
  chartVersion: string,
): ValuesDocument {
  const defaults = defaultValues(chartVersion);
  const data: Values = {};
  const comments: Record<string, string> = {};
  for (const { path, value, why, always } of entries) {
    if (!always && at(defaults, ...path.split('.')) === value) continue;
    setPath(data, path, value);
    if (why) comments[path] = why;
  }
  return { data, comments };
}
