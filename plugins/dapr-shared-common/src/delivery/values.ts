import { Document, isMap, isScalar, type YAMLMap } from 'yaml';
import type { Plan } from '../plan';
import type { DeliveryFile } from './types';

const READ_BY_TOOL =
  'This file is yours to edit; what is not here has the default of the chart.';

/** Where the tool applies rendered objects and never sees the values. */
export const READ_BY_PORTAL =
  'The objects beside it were rendered from it: an edit here has no effect before they are rendered again.';

/**
 * The plan's values as people edit them: every choice with its reason above it.
 *
 * @param use - what an edit comes to
 */
export function valuesFile(plan: Plan, use = READ_BY_TOOL): DeliveryFile {
  // Helm reads YAML 1.1, where `on` and `123` unquoted are no text.
  const document = new Document(plan.values.data, {
    schema: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  document.commentBefore = [
    ` Values of Helm chart ${plan.chart.name} ${plan.chart.version} for app id ${plan.appId}.`,
    ` ${use}`,
  ].join('\n');
  if (isMap(document.contents)) {
    comment(document.contents, '', plan.values.comments);
  }
  return { path: 'values.yaml', content: document.toString({ lineWidth: 0 }) };
}

function comment(
  map: YAMLMap,
  parent: string,
  comments: Record<string, string>,
): void {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const path = parent ? `${parent}.${key.value}` : String(key.value);
    const why = comments[path];
    if (why) key.commentBefore = ` ${why}`;
    if (isMap(value)) comment(value, path, comments);
  }
}
