import { valueKeys } from '../../values';
import { asRecord } from '../../objects';
import { parseRuntimeVersion } from '../../runtime';
import type { ConfigNode } from './configNode';
import type { PolicyCondition, PolicyScalar, PolicyTest } from './types';

/** What a condition may look at. */
const FIELDS: readonly string[] = [
  'strategy',
  'replicas',
  'runtimeVersion',
  'chart.version',
  'chart.source.kind',
  'chart.source.url',
  'app.host',
  'app.port',
  'app.protocol',
  'app.scaleToZero',
  'images.registry',
  'serviceAccount',
  'configuration',
  'overlay.identity',
  'overlay.identity.ca.from',
  'overlay.tokenSecret',
  'overlay.secretStore',
  'overlay.nodeLocal',
  'overlay.resources',
  'overlay.spread',
  'overlay.disruptionBudget',
  'overlay.networkPolicy',
  ...valueKeys.map(({ path }) => `values.${path}`),
];

/** Conditions from nested maps: the keys on the way are the field's path. */
export function parseConditions(
  node: ConfigNode,
  parent = '',
): PolicyCondition[] {
  return [...node.children()].flatMap(([key, child]) => {
    const field = parent ? `${parent}.${key}` : key;
    if (asRecord(child.value) && !isRange(child)) {
      return FIELDS.some(known => known.startsWith(`${field}.`))
        ? parseConditions(child, field)
        : unknownField(child);
    }
    return FIELDS.includes(field)
      ? [{ field, test: parseTest(child) }]
      : unknownField(child);
  });
}

function unknownField(node: ConfigNode): never {
  const fields = FIELDS.filter(field => !field.startsWith('values.'));
  return node.fail(
    `is not known here; use one of ${fields.join(
      ', ',
    )}, or a key of the chart below values`,
  );
}

function isRange(node: ConfigNode): boolean {
  const keys = Object.keys(asRecord(node.value) ?? {});
  return keys.length > 0 && keys.every(key => key === 'min' || key === 'max');
}

function parseTest(node: ConfigNode): PolicyTest {
  if (isRange(node)) {
    const bound = (key: 'min' | 'max') => node.child(key).optional(parseBound);
    const min = bound('min');
    const max = bound('max');
    return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }; // prettier-ignore
  }
  return {
    oneOf: Array.isArray(node.value)
      ? node.items().map(parseScalar)
      : [parseScalar(node)],
  };
}

function parseBound(node: ConfigNode): number | string {
  const { value } = node;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && parseRuntimeVersion(value)
    ? value
    : node.fail('must be a number, or a version such as "1.18.0"');
}

function parseScalar(node: ConfigNode): PolicyScalar {
  const { value } = node;
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : node.fail('must be text, a number, true or false, a list of these, or a range with min and max'); // prettier-ignore
}
