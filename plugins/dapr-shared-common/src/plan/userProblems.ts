import { asRecord, at } from '../objects';
import { validateValues, valueKeys, type Values } from '../values';
import { flatten } from './userValues';

/** Keys that would carry a token into Git. */
export const CLEAR_TEXT: readonly string[] = [
  'shared.daprd.token',
  'shared.initContainer.token',
];

const isBranch = (path: string) =>
  valueKeys.some(key => key.path.startsWith(`${path}.`));

/** What in values set by hand the chart would refuse or misread, each with its cure. */
export function valuesProblems(values: unknown, appId: string): string[] {
  if (values === undefined) return [];
  const map = asRecord(values);
  if (!map) return ['must be a map of Helm values.'];
  const own = at(map, 'shared', 'appId');
  return [
    ...CLEAR_TEXT.filter(path => at(map, ...path.split('.'))).map(
      path =>
        `must not have ${path}: it would reach Git in clear text. Put the token into a Secret and name that in overlay.tokenSecret.`,
    ),
    ...(own !== undefined && own !== appId
      ? [`must not have another shared.appId than "${appId}". Leave it out.`]
      : []),
    ...flatten(map)
      .filter(({ path, value }) => value === null && isBranch(path))
      .map(({ path }) => `${path} must be a map.`),
    ...wrongTypes(map),
  ];
}

function wrongTypes(values: Values): string[] {
  return validateValues(values)
    .filter(({ path }) => !isMissing(values, path) && !isUnknown(path))
    .map(({ message }) => message);
}

function isMissing(values: Values, path: string): boolean {
  const value = at(values, ...path.split('.'));
  return value === undefined || value === null;
}

/** Whether the templates read no such key. The chart ignores the value. */
export function isUnknown(path: string): boolean {
  const isRead = valueKeys.some(key => key.path === path && !key.readInstead);
  return !isBranch(path) && !isRead;
}
